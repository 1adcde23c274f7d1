import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@moodline/comments/api';
import type { CheckSource, CreateSource, Source, SourceCheck, UpdateSource } from '@moodline/sources/contract';
import { ConnectorRegistry } from '../connectors/connector-registry';
import { SourceError } from '../connectors/source.errors';
import { CrawlScheduler } from '../runs/crawl-scheduler';
import { SourceListQuery } from '../queries/source-list.query';
import { checkSchedule, nextRunAt } from '../runs/schedule';
import { SourceAccess } from './source-access';
import { NotReadableError } from '../sources.errors';
import { SourceRepository, type SourceChange, type StoredSource } from './sources.repository';

/** Longest time a person waits for a check; a host that is being read just now may keep it waiting. */
const CHECK_MS = 60_000;

/** What people set up: sources of every kind. */
@Injectable()
export class SourceEditor {
  constructor(
    private readonly sources: SourceRepository,
    private readonly list: SourceListQuery,
    private readonly scheduler: CrawlScheduler,
    private readonly connectors: ConnectorRegistry,
    private readonly access: SourceAccess,
    private readonly comments: CommentRepository,
  ) {}

  /** Adds a source and starts its first run. */
  async add(workspaceId: number, { kind, name, since, ...given }: CreateSource): Promise<Source> {
    const { schedule: usual, backfill } = this.connectors.get(kind).description;
    const config = this.access.config(kind, given.config);
    const secrets = this.access.seal(kind, given.secrets);
    const schedule = usual && (given.schedule ?? usual);
    if (schedule) checkSchedule(schedule);
    const id = await this.sources.create(workspaceId, {
      kind,
      name,
      config,
      secrets,
      schedule,
      since: since && backfill ? new Date(since) : null,
    });
    // Nobody started it by hand: it is the first one of its schedule.
    if (schedule) await this.scheduler.runNow(await this.sources.find(workspaceId, id), 'schedule');
    return this.list.one(workspaceId, id);
  }

  /** Reads a source without keeping anything of it. @throws SourceError */
  async check(workspaceId: number, { id, kind, ...given }: CheckSource, signal: AbortSignal): Promise<SourceCheck> {
    const former = id === undefined ? null : await this.sources.find(workspaceId, id);
    const config = this.access.config(kind, given.config);
    const secrets = this.access.seal(
      kind,
      given.secrets,
      former?.kind === kind ? { ...former, next: config } : undefined,
    );
    const slow = new AbortController();
    const timer = setTimeout(
      () =>
        slow.abort(
          new SourceError(
            'source-timed-out',
            'The source did not answer in time, or is being read just now. Try again in a moment.',
          ),
        ),
      CHECK_MS,
    );
    try {
      const open = await this.access.open(
        { workspaceId, kind, config, secrets, since: null },
        AbortSignal.any([signal, slow.signal]),
      );
      return await open.connector.check(open.config, open.context);
    } finally {
      clearTimeout(timer);
    }
  }

  /** A source that goes on after a pause is due at once; so is one with new settings or secrets; a new schedule counts from now. */
  async change(workspaceId: number, id: number, change: UpdateSource): Promise<Source> {
    const source = await this.sources.find(workspaceId, id);
    const { name, schedule, paused } = change;
    if (!source.schedule && (schedule || paused !== undefined)) throw new NotReadableError();
    if (schedule) checkSchedule(schedule);
    const now = new Date();
    const settings = this.settings(source, change);
    const dueNow = paused === false || (source.schedule && Object.keys(settings).length);
    const nextRun = dueNow
      ? now
      : schedule
        ? nextRunAt(schedule, now, { timeZone: await this.comments.timeZone(workspaceId) })
        : undefined;
    await this.sources.update(workspaceId, id, { name, schedule, paused, nextRunAt: nextRun, ...settings }, source);
    return this.list.one(workspaceId, id);
  }

  private settings(source: StoredSource, { config, secrets }: UpdateSource): Pick<SourceChange, 'config' | 'secrets'> {
    const { kind } = source;
    const next = config ? this.access.config(kind, config) : source.config;
    if (config) this.access.assertStay(kind, secrets ?? {}, { ...source, next });
    return {
      ...(config && JSON.stringify(next) !== JSON.stringify(this.access.config(kind, source.config))
        ? { config: next }
        : {}),
      ...(secrets ? { secrets: this.access.seal(kind, secrets, { ...source, next }) } : {}),
    };
  }
}
