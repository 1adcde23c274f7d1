import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import type { Schedule } from '@moodline/sources/contract';
import { NameTakenError, SourceEditedError, SourceLeavingError } from '../sources.errors';

/** A source as its own domain needs it. */
export interface StoredSource {
  readonly id: number;
  readonly workspaceId: number;
  readonly kind: string;
  readonly name: string;
  readonly config: SourceConfig;
  /** Sealed, by name. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly schedule: Schedule | null;
  readonly since: Date | null;
  readonly cursor: unknown;
  readonly failures: number;
  /** Grows with each change of the settings: who read by earlier ones finds out. */
  readonly settingsGeneration: number;
  /** When it goes with everything it brought; null where it stays. */
  readonly removeAt: Date | null;
}

/** Settings of a source, as checked by its connector. */
export type SourceConfig = Prisma.JsonObject;

/** A source that is to be stored. */
export type NewSource = Pick<StoredSource, 'kind' | 'name' | 'config' | 'secrets' | 'schedule' | 'since'>;

/** What is to be changed in a source. With `config` reading begins anew. */
export interface SourceChange extends Partial<Pick<StoredSource, 'name' | 'schedule' | 'config' | 'secrets'>> {
  readonly paused?: boolean;
  readonly nextRunAt?: Date;
}

interface SourceRow extends Omit<StoredSource, 'config' | 'secrets'> {
  readonly config: unknown;
  readonly secrets: unknown;
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

  /** A source that is due at once, when it has a schedule. */
  async create(workspaceId: number, source: NewSource): Promise<number> {
    const data = { workspaceId, ...source, nextRunAt: source.schedule && new Date() };
    const { id } = await namedOnce(source.name, this.database.source.create({ data }));
    return id;
  }

  /**
   * The source of this name, made when there is none.
   * @throws SourceLeavingError where it is about to be removed: what was imported would go with it
   */
  async ensureFileSource(workspaceId: number, name: string): Promise<StoredSource> {
    await this.database.source.createMany({ data: { workspaceId, kind: 'file', name }, skipDuplicates: true });
    const row = await this.database.source.findUniqueOrThrow({ where: { workspaceId_name: { workspaceId, name } } });
    if (row.removeAt) throw new SourceLeavingError(name);
    return stored(row);
  }

  /**
   * Changes what people may change. Going on after a pause forgets the failures and reads at once.
   * @param read what the change was made from: settings and keys that somebody else has changed since are left alone
   * @throws SourceEditedError
   */
  async update(
    workspaceId: number,
    id: number,
    change: SourceChange,
    read?: Pick<StoredSource, 'config' | 'secrets'>,
  ): Promise<void> {
    const resumed = change.paused === false ? { failures: 0, pausedCode: null, pausedReason: null } : {};
    const anew = change.config ? { cursor: {}, settingsGeneration: { increment: 1 } } : {};
    const data = { ...change, ...resumed, ...anew };
    const changing = this.database.$transaction(async (transaction) => {
      const { count } = await transaction.source.updateMany({
        where: {
          ...{ workspaceId, id },
          ...(read && (change.config || change.secrets)
            ? { config: { equals: read.config }, secrets: { equals: read.secrets } }
            : {}),
        },
        data,
      });
      if (!count)
        throw (await transaction.source.count({ where: { workspaceId, id } }))
          ? new SourceEditedError()
          : new NotFoundError('source', id);
      if (change.config)
        await transaction.backfill.updateMany({
          where: { workspaceId, sourceId: id },
          data: { cursor: {}, oldest: null, newest: null },
        });
    });
    await namedOnce(change.name ?? '', changing);
  }

  /** Ids of the sources of a kind. */
  async idsOfKind(workspaceId: number, kind: string): Promise<number[]> {
    const rows = await this.database.source.findMany({
      where: { workspaceId, kind },
      select: { id: true },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ id }) => id);
  }

  async any(workspaceId: number): Promise<boolean> {
    return (await this.database.source.count({ where: { workspaceId } })) > 0;
  }
}

/** A source row as the domain knows it. */
export function stored(row: SourceRow): StoredSource {
  const { id, workspaceId, kind, name, schedule, cursor, failures, since, settingsGeneration, removeAt } = row;
  return {
    ...{ id, workspaceId, kind, name, schedule, cursor, failures, since, settingsGeneration, removeAt },
    config: row.config as SourceConfig,
    secrets: row.secrets as StoredSource['secrets'],
  };
}

async function namedOnce<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw new NameTakenError(name);
    throw error;
  }
}
