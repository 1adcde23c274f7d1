import { Injectable } from '@nestjs/common';
import {
  MOST_ESSAY_VERSIONS,
  MOST_ESSAYS,
  type EssaySummary,
  type KeepEssay,
  type KeptEssay,
} from '@moodline/assistants/contract';
import { Database, type Transaction } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { TooManyEssaysError, TooManyEssayVersionsError } from './essay.errors';

/** Whose essays they are: nobody else in the workspace sees them. */
export interface EssayKeeper {
  readonly workspaceId: number;
  readonly userId: number;
}

/** Essays that people asked to keep, with their versions. */
@Injectable()
export class Essays {
  constructor(private readonly database: Database) {}

  /** The last changed first. */
  async all({ workspaceId, userId }: EssayKeeper): Promise<EssaySummary[]> {
    const rows = await this.database.$queryRaw<(Omit<EssaySummary, 'changedAt'> & { changedAt: Date })[]>`
      SELECT e.id, e.title, e.changed_at AS "changedAt",
        (SELECT count(*) FROM essay_version v WHERE v.workspace_id = e.workspace_id AND v.essay_id = e.id)::int AS versions
      FROM essay e
      WHERE e.workspace_id = ${workspaceId} AND e.user_id = ${userId}
      ORDER BY e.changed_at DESC, e.id DESC
      LIMIT ${MOST_ESSAYS}`;
    return rows.map(({ changedAt, ...row }) => ({ ...row, changedAt: changedAt.toISOString() }));
  }

  /** @throws NotFoundError where it is gone or somebody else's */
  async one({ workspaceId, userId }: EssayKeeper, id: number): Promise<KeptEssay> {
    const essay = await this.database.essay.findFirst({ where: { workspaceId, id, userId } });
    if (!essay) throw new NotFoundError('essay', id);
    const versions = await this.database.essayVersion.findMany({
      where: { workspaceId, essayId: id },
      orderBy: { version: 'asc' },
    });
    return {
      ...{ id, title: essay.title },
      versions: versions.map(({ text, createdAt }) => ({ text, createdAt: createdAt.toISOString() })),
    };
  }

  /** @returns the essay's number @throws TooManyEssaysError */
  keep({ workspaceId, userId }: EssayKeeper, { title, versions }: KeepEssay): Promise<number> {
    return this.database.$transaction(async (transaction) => {
      const there = await transaction.essay.count({ where: { workspaceId, userId } });
      if (there >= MOST_ESSAYS) throw new TooManyEssaysError();
      const { id } = await transaction.essay.create({ data: { workspaceId, userId, title } });
      await transaction.essayVersion.createMany({
        data: versions.map((text, at) => ({ workspaceId, essayId: id, version: at + 1, text })),
      });
      return id;
    });
  }

  /** Keeps a new version; the same words again are none. @throws NotFoundError, TooManyEssayVersionsError */
  async addVersion(keeper: EssayKeeper, id: number, text: string): Promise<void> {
    const { workspaceId } = keeper;
    await this.database.$transaction(async (transaction) => {
      await lock(transaction, keeper, id);
      const last = await transaction.essayVersion.findFirst({
        where: { workspaceId, essayId: id },
        orderBy: { version: 'desc' },
      });
      if (last?.text === text) return;
      const version = (last?.version ?? 0) + 1;
      if (version > MOST_ESSAY_VERSIONS) throw new TooManyEssayVersionsError();
      await transaction.essayVersion.create({ data: { workspaceId, essayId: id, version, text } });
      await transaction.essay.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { changedAt: new Date() },
      });
    });
  }

  /** Removes an essay with all its versions. @throws NotFoundError */
  async remove(keeper: EssayKeeper, id: number): Promise<void> {
    const { workspaceId } = keeper;
    await this.database.$transaction(async (transaction) => {
      await lock(transaction, keeper, id);
      await transaction.essayVersion.deleteMany({ where: { workspaceId, essayId: id } });
      await transaction.essay.delete({ where: { workspaceId_id: { workspaceId, id } } });
    });
  }

  /** All that a person kept. */
  async removeAll({ workspaceId, userId }: EssayKeeper): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      const rows = await transaction.$queryRaw<{ id: number }[]>`
        SELECT id FROM essay
        WHERE workspace_id = ${workspaceId} AND user_id = ${userId}
        ORDER BY id
        FOR UPDATE`;
      const ids = rows.map(({ id }) => id);
      await transaction.essayVersion.deleteMany({ where: { workspaceId, essayId: { in: ids } } });
      await transaction.essay.deleteMany({ where: { workspaceId, id: { in: ids } } });
    });
  }
}

/** Holds the essay's row: two versions at once get two numbers. @throws NotFoundError */
async function lock(transaction: Transaction, { workspaceId, userId }: EssayKeeper, id: number): Promise<void> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT id FROM essay
    WHERE workspace_id = ${workspaceId} AND id = ${id} AND user_id = ${userId}
    FOR UPDATE`;
  if (!rows.length) throw new NotFoundError('essay', id);
}
