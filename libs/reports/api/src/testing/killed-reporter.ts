import { SnapshotMaker } from '../content/snapshot-maker';
import { IssueRepository } from '../issues/issue.repository';
import { ReportSender } from '../issues/report-sender';
import { ReportScheduler } from '../schedule/report-scheduler';
import { reportingProcess } from './reporting-process.query';

/** Where a worker can be killed: with the report found, kept but not committed, queued but not committed, and when all is committed. */
export const MOMENTS = ['found', 'kept', 'queued', 'committed'] as const;
export type Moment = (typeof MOMENTS)[number];

export interface ReportingOrder {
  readonly databaseUrl: string;
  readonly cacheDir: string;
  readonly moment: Moment;
  readonly now: string;
}

const die = async () => {
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
};

/** After the real one. */
function dieAfter<T extends object>(object: T, name: keyof T): void {
  const real = (object[name] as (...given: unknown[]) => Promise<unknown>).bind(object);
  Object.assign(object, {
    [name]: async (...given: unknown[]) => {
      await real(...given);
      await die();
    },
  });
}

/** Makes what is due and dies. */
export async function work({ databaseUrl, moment, now }: ReportingOrder): Promise<void> {
  const app = await reportingProcess(databaseUrl, { now: new Date(now) });
  if (moment === 'found') dieAfter(app.get(SnapshotMaker), 'make');
  if (moment === 'kept') dieAfter(app.get(IssueRepository), 'keep');
  if (moment === 'queued') dieAfter(app.get(ReportSender), 'queue');
  if (moment === 'committed') dieAfter(app.get(IssueRepository), 'inTransaction');
  await app.get(ReportScheduler).makeNext(new AbortController().signal);
}
