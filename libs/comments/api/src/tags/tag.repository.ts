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
import type { GivenBy } from './given-tags.repository';
import { TagCountsQuery } from './tag-counts.query';
import { TagNameTakenError, TooManyTagsError } from './tags.errors';

/** Called in the transaction that removes a tag. */
export type TagRemovedHook = (transaction: Transaction, workspaceId: number, tagId: number) => Promise<void>;

/** Tags, and what people say of comments and them. */
@Injectable()
export class TagRepository {
  private readonly removedHooks: TagRemovedHook[] = [];

  constructor(
    private readonly database: Database,
    private readonly counts: TagCountsQuery,
  ) {}

  onRemoved(hook: TagRemovedHook): void {
    this.removedHooks.push(hook);
  }

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

  /** Whether the machine puts a tag on comments. Switched off, what was given by the switch counts no more and is taken off in the background. @throws NotFoundError */
  async switch(workspaceId: number, id: number, given: GivenBy, on: boolean): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      const data = given === 'new' ? { applyNew: on } : { applyStored: on };
      const { count } = await transaction.tag.updateMany({ where: { workspaceId, id }, data });
      if (!count) throw new NotFoundError('tag', id);
      const row = { workspaceId, tagId: id, given };
      if (on) await transaction.tagClearing.deleteMany({ where: row });
      else await transaction.tagClearing.createMany({ data: [row], skipDuplicates: true });
    });
  }

  /** Removes a tag. It counts no more; what was said and given is taken off the comments in the background. @throws NotFoundError */
  async remove(workspaceId: number, id: number): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      const { count } = await transaction.tag.deleteMany({ where: { workspaceId, id } });
      if (!count) throw new NotFoundError('tag', id);
      await transaction.tagClearing.createMany({ data: [{ workspaceId, tagId: id, given: 'all' }] });
      for (const hook of this.removedHooks) await hook(transaction, workspaceId, id);
    });
  }

  /** Keeps what a person says of comments and a tag, or takes it back (null). @returns of how many; those that are gone are left out @throws NotFoundError */
  say(workspaceId: number, tagId: number, userId: number, { ids, tagged, drawn }: TagComments): Promise<number> {
    return this.onComments(workspaceId, tagId, ids, async (transaction, there) => {
      const rows = arrayParameter(there);
      if (tagged === null) await unsay(transaction, { workspaceId, tagId }, rows);
      else
        await transaction.$executeRaw`
          INSERT INTO comment_tag (workspace_id, comment_id, tag_id, said, drawn, user_id, said_at)
          SELECT ${workspaceId}, id, ${tagId}, ${tagged}, ${drawn}, ${userId}, now() FROM unnest(${rows}::bigint[]) AS told (id)
          ORDER BY id
          ON CONFLICT (workspace_id, comment_id, tag_id)
          DO UPDATE SET said = excluded.said, drawn = excluded.drawn OR comment_tag.drawn,
            user_id = excluded.user_id, by_name = NULL, said_at = excluded.said_at`;
    });
  }

  /** Takes comments that are about to be removed, or to lose their text, out of all tags. */
  async forget(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    await transaction.$executeRaw`
      DELETE FROM comment_tag WHERE (workspace_id, comment_id, tag_id) IN (
        SELECT workspace_id, comment_id, tag_id FROM comment_tag
        WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${arrayParameter(commentIds)}::bigint[])
        ORDER BY comment_id, tag_id
        FOR UPDATE
      )`;
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
    const { workspaceId, id, name, threshold, applyNew, applyStored } = row;
    const counts = await this.counts.of(workspaceId, row);
    return { id, name, threshold, applyNew, applyStored, color: row.color as TagColor, ...counts };
  }
}

/** Takes back what a person said. Where the machine said something, that stays. @param comments their ids as an array of PostgreSQL */
async function unsay(
  transaction: Transaction,
  { workspaceId, tagId }: { workspaceId: number; tagId: number },
  comments: string,
): Promise<void> {
  const these = Prisma.sql`workspace_id = ${workspaceId} AND tag_id = ${tagId} AND comment_id = ANY(${comments}::bigint[])`;
  // Locked first: between the two, what the machine said may be taken back, too.
  await transaction.$queryRaw`SELECT FROM comment_tag WHERE ${these} ORDER BY comment_id FOR UPDATE`;
  await transaction.$executeRaw`DELETE FROM comment_tag WHERE ${these} AND probability IS NULL`;
  await transaction.$executeRaw`
    UPDATE comment_tag SET said = NULL, user_id = NULL, by_name = NULL, said_at = NULL, drawn = FALSE
    WHERE ${these}`;
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
