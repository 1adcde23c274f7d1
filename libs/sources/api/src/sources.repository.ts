import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { feedConfigSchema, type CreateFeed, type SchedulePreset, type UpdateSource } from '@moodline/sources/contract';
import { NameTakenError } from './sources.errors';

/** A source as its own domain needs it. */
export interface StoredSource {
  readonly id: number;
  readonly workspaceId: number;
  readonly kind: string;
  readonly name: string;
  readonly url: string | null;
  readonly schedule: SchedulePreset | null;
  readonly cursor: unknown;
  readonly failures: number;
}

interface SourceRow extends Omit<StoredSource, 'url' | 'schedule'> {
  readonly config: unknown;
  readonly schedule: string | null;
}

const UNIQUE_VIOLATION = 'P2002';

/** The records of sources. */
@Injectable()
export class SourceRepository {
  constructor(private readonly database: Database) {}

  async find(workspaceId: number, id: number): Promise<StoredSource> {
    const row = await this.database.source.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!row) throw new NotFoundError('source', id);
    return stored(row);
  }

  async byName(workspaceId: number, name: string): Promise<StoredSource | null> {
    const row = await this.database.source.findUnique({ where: { workspaceId_name: { workspaceId, name } } });
    return row && stored(row);
  }

  /** A feed that is due at once. */
  async createFeed(workspaceId: number, feed: CreateFeed): Promise<number> {
    const data = { workspaceId, kind: 'feed', name: feed.name, config: { url: feed.url }, schedule: feed.schedule, nextRunAt: new Date() };
    const { id } = await namedOnce(feed.name, this.database.source.create({ data }));
    return id;
  }

  /** The source of this name, made when there is none. */
  async ensureFileSource(workspaceId: number, name: string): Promise<StoredSource> {
    await this.database.source.createMany({ data: { workspaceId, kind: 'file', name }, skipDuplicates: true });
    return stored(await this.database.source.findUniqueOrThrow({ where: { workspaceId_name: { workspaceId, name } } }));
  }

  /** Changes what people may change. Going on after a pause forgets the failures and reads at once. */
  async update(workspaceId: number, id: number, change: UpdateSource & { nextRunAt?: Date }): Promise<void> {
    const { name, schedule, paused, nextRunAt } = change;
    const resumed = paused === false ? { failures: 0, pausedReason: null } : {};
    const data = { name, schedule, paused, nextRunAt, ...resumed };
    const { count } = await namedOnce(name ?? '', this.database.source.updateMany({ where: { workspaceId, id }, data }));
    if (!count) throw new NotFoundError('source', id);
  }

  /** Ids of the sources of a kind. */
  async idsOfKind(workspaceId: number, kind: string): Promise<number[]> {
    const rows = await this.database.source.findMany({ where: { workspaceId, kind }, select: { id: true }, orderBy: { id: 'asc' } });
    return rows.map(({ id }) => id);
  }

  async any(workspaceId: number): Promise<boolean> {
    return (await this.database.source.count({ where: { workspaceId } })) > 0;
  }
}

/** A source row as the domain knows it. */
export function stored(row: SourceRow): StoredSource {
  const { id, workspaceId, kind, name, cursor, failures } = row;
  const config = feedConfigSchema.safeParse(row.config);
  return { id, workspaceId, kind, name, url: config.success ? config.data.url : null, schedule: row.schedule as SchedulePreset | null, cursor, failures };
}

async function namedOnce<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw new NameTakenError(name);
    throw error;
  }
}
