import type { DynamicModule } from '@nestjs/common';
import { CommentIntake } from '@moodline/comments/api';
import type { Run } from '@moodline/sources/contract';
import { BackfillRepository } from '../backfill/backfill.repository';
import { CrawlRepository } from '../runs/crawl.repository';
import { CrawlScheduler } from '../runs/crawl-scheduler';
import { RunRepository } from '../runs/runs.repository';
import { SourceCrawler } from '../runs/source-crawler';
import { offerPagedKind } from './paged-site';
import { SpecApp } from './spec-app';

/** Where a run can be killed: before and after everything it does. */
export const STEPS = [
  'opened',
  'asking',
  'received',
  'storing',
  'stored-uncommitted',
  'stored',
  'read-through',
  'finishing',
  'finished',
] as const;
export type Step = (typeof STEPS)[number];

/** What a second process is to do: read a source and die at a step, or tick beside others until its parent goes away. */
export interface Order {
  readonly databaseUrl: string;
  readonly workspaceId: number;
  /** Where translated files are kept. */
  readonly cacheDir: string;
  readonly crawl?: {
    readonly sourceId: number;
    readonly trigger: Run['trigger'];
    readonly step: Step;
    readonly page: number;
  };
}

/** Works on an order. It says `ready` to its parent before it begins. */
export async function work({ workspaceId, crawl }: Order, database: DynamicModule): Promise<void> {
  let page = 0;
  const at = (step: Step) => (crawl?.step === step && crawl.page === page ? die() : Promise.resolve());
  offerPagedKind(async (step, number) => {
    page = number;
    await at(step);
  });
  const spec = await SpecApp.start(database, workspaceId, crawl ? 'api' : 'api,worker');
  dieAt(spec, at);
  process.send?.('ready');
  if (!crawl) return tickOn(spec);
  const run = await spec.app.get(CrawlRepository).begin({ workspaceId, id: crawl.sourceId }, crawl.trigger, new Date());
  await at('opened');
  if (run) await spec.app.get(SourceCrawler).crawl(run, new AbortController().signal);
  throw new Error(`The run came to its end without the step ${crawl.step} of page ${crawl.page}.`);
}

function dieAt({ app }: SpecApp, at: (step: Step) => Promise<void>): void {
  around(app.get<RunRepository>(RunRepository), 'store', { before: () => at('storing'), after: () => at('stored') });
  around(app.get<CommentIntake>(CommentIntake), 'store', { after: () => at('stored-uncommitted') });
  around(app.get<CrawlRepository>(CrawlRepository), 'succeeded', { before: () => at('read-through') });
  around(app.get<BackfillRepository>(BackfillRepository), 'succeeded', { before: () => at('read-through') });
  around(app.get<RunRepository>(RunRepository), 'finish', {
    before: () => at('finishing'),
    after: () => at('finished'),
  });
}

function around<Name extends string>(
  target: Record<Name, (...args: never[]) => Promise<unknown>>,
  name: Name,
  { before, after }: { before?: () => Promise<void>; after?: () => Promise<void> },
): void {
  const method = target[name].bind(target);
  target[name] = async (...args) => {
    await before?.();
    const result = await method(...args);
    await after?.();
    return result;
  };
}

/** As `kill -9` does it: nothing is tidied up. */
function die(): Promise<void> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

async function tickOn({ app }: SpecApp): Promise<void> {
  process.once('disconnect', () => process.exit());
  while (process.connected) await app.get(CrawlScheduler).tick();
}
