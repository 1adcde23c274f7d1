import { Injectable } from '@nestjs/common';
import {
  MOST_TAGS,
  type CreateTag,
  type Tag,
  type TagColor,
  type TagComments,
  type UpdateTag,
} from '@moodline/comments/contract';
import { arrayParameter, Database, Prisma, type Transaction } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { retryOnConflict } from '@moodline/shared/work';
import { commentsThere } from './comments-there.query';
import { TagCountsQuery } from './tag-counts.query';
import { TagNameTakenError, TooManyTagsError } from './tags.errors';

/** What a head says of a comment and a tag. */
export interface TagProbability {
  readonly commentId: number;
  readonly probability: number;
}

/** Tags, and which comments have them. */
@Injectable()
export class TagRepository {
  constructor(
    private readonly database: Database,
    private readonly counts: TagCountsQuery,
  ) {}

  /** By name. */
  async all(workspaceId: number): Promise<Tag[]> {
    const rows = await this.database.tag.findMany({
      where: { workspaceId },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    return Promise.all(rows.map((row) => this.withCounts(row)));
  }

  /** @throws NotFoundError */
  async find(workspaceId: number, id: number): Promise<Tag> {
    const row = await this.database.tag.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!row) throw new NotFoundError('tag', id);
    return this.withCounts(row);
  }

  /** @throws TagNameTakenError, TooManyTagsError */
  async create(workspaceId: number, tag: CreateTag): Promise<Tag> {
    if ((await this.database.tag.count({ where: { workspaceId } })) >= MOST_TAGS) throw new TooManyTagsError(MOST_TAGS);
    return this.withCounts(await namedOnce(tag.name, this.database.tag.create({ data: { workspaceId, ...tag } })));
  }

  /** @throws NotFoundError, TagNameTakenError */
  async update(workspaceId: number, id: number, { name, color, threshold }: UpdateTag): Promise<Tag> {
    const data = { ...(name && { name }), ...(color && { color }), ...(threshold && { threshold }) };
    await namedOnce(name ?? '', this.database.tag.updateMany({ where: { workspaceId, id }, data }));
    return this.find(workspaceId, id);
  }

  /** Removes a tag and takes it off all comments. */
  async remove(workspaceId: number, id: number): Promise<void> {
    await this.find(workspaceId, id);
    await this.database.$transaction([
      this.database.commentTag.deleteMany({ where: { workspaceId, tagId: id } }),
      this.database.tag.deleteMany({ where: { workspaceId, id } }),
    ]);
  }

  /** Keeps what a person says of comments and a tag, or takes it back (null). @returns of how many; those that are gone are left out @throws NotFoundError */
  say(workspaceId: number, tagId: number, userId: number, { ids, tagged, drawn }: TagComments): Promise<number> {
    return this.onComments(workspaceId, tagId, ids, async (transaction, there) => {
      const rows = arrayParameter(there);
      if (tagged === null)
        await transaction.$executeRaw`
          UPDATE comment_tag SET said = NULL, user_id = NULL, said_at = NULL, drawn = FALSE
          WHERE workspace_id = ${workspaceId} AND tag_id = ${tagId} AND comment_id = ANY(${rows}::bigint[])`;
      else
        await transaction.$executeRaw`
          INSERT INTO comment_tag (workspace_id, comment_id, tag_id, said, drawn, user_id, said_at)
          SELECT ${workspaceId}, id, ${tagId}, ${tagged}, ${drawn}, ${userId}, now() FROM unnest(${rows}::bigint[]) AS told (id)
          ON CONFLICT (workspace_id, comment_id, tag_id)
          DO UPDATE SET said = excluded.said, drawn = excluded.drawn OR comment_tag.drawn, user_id = excluded.user_id, said_at = excluded.said_at`;
    });
  }

  /** Keeps what a head says of comments and a tag. @returns of how many; those that are gone are left out */
  keepProbabilities(workspaceId: number, tagId: number, told: readonly TagProbability[]): Promise<number> {
    const ids = told.map(({ commentId }) => commentId);
    return this.onComments(workspaceId, tagId, ids, async (transaction, there) => {
      const known = new Set(there);
      const kept = told.filter(({ commentId }) => known.has(commentId));
      await transaction.$executeRaw`
        INSERT INTO comment_tag (workspace_id, comment_id, tag_id, probability)
        SELECT ${workspaceId}, told.id, ${tagId}, told.probability
        FROM unnest(${kept.map(({ commentId }) => commentId)}::bigint[], ${kept.map(({ probability }) => probability)}::real[]) AS told (id, probability)
        ON CONFLICT (workspace_id, comment_id, tag_id) DO UPDATE SET probability = excluded.probability`;
    });
  }

  /** Takes comments that are about to be removed, or to lose their text, out of all tags. */
  async forget(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    await transaction.$executeRaw`DELETE FROM comment_tag WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${arrayParameter(commentIds)}::bigint[])`;
  }

  /** A change of what is said of comments and a tag, both locked against going. @returns how many of the comments are there */
  private onComments(
    workspaceId: number,
    tagId: number,
    ids: readonly number[],
    change: (transaction: Transaction, there: readonly number[]) => Promise<void>,
  ): Promise<number> {
    return retryOnConflict(() =>
      this.database.$transaction(async (transaction) => {
        const there = await commentsThere(transaction, workspaceId, ids);
        const tag = await transaction.$queryRaw<unknown[]>`
          SELECT FROM tag WHERE workspace_id = ${workspaceId} AND id = ${tagId} FOR KEY SHARE`;
        if (!tag.length) throw new NotFoundError('tag', tagId);
        if (there.length) await change(transaction, there);
        return there.length;
      }),
    );
  }

  private async withCounts(row: Prisma.TagGetPayload<object>): Promise<Tag> {
    const { workspaceId, id, name, threshold } = row;
    return { id, name, threshold, color: row.color as TagColor, ...(await this.counts.of(workspaceId, id, threshold)) };
  }
}

/** @throws TagNameTakenError where the name is taken */
async function namedOnce<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new TagNameTakenError(name);
    throw error;
  }
}
