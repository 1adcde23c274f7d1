import { GivenTags, TagCountsQuery, TagRepository, type CommentIntake } from '@moodline/comments/api';
import type { Database } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { retryOnConflict } from '@moodline/shared/work';
import { TagFeatureStore } from '../tags/tag-features.repository';
import { TagHeads } from '../tags/tag-heads.repository';
import { TagHooks } from '../tags/tag-hooks';
import { TagTexts } from '../tags/tag-texts.query';

/** For specs: whatever writes tags, over one database. */
export class TagWriters {
  readonly tags: TagRepository;
  readonly given: GivenTags;
  readonly texts: TagTexts;
  readonly features: TagFeatureStore;
  readonly heads: TagHeads;

  constructor(database: Database) {
    this.tags = new TagRepository(database, new TagCountsQuery(database));
    this.given = new GivenTags(database);
    this.texts = new TagTexts(database);
    this.features = new TagFeatureStore(database, this.texts);
    this.heads = new TagHeads(database);
  }

  /** Takes part where comments come and go. */
  joins(intake: CommentIntake): this {
    new TagHooks(this.features, this.heads, this.tags).join(intake);
    const forget: Parameters<typeof intake.onRemoving>[0] = (transaction, workspaceId, ids) =>
      this.tags.forget(transaction, workspaceId, ids);
    intake.onRemoving(forget, 'matches');
    intake.onErasing(forget, 'matches');
    return this;
  }
}

/** What of a process with connections of its own tags need. */
interface TaggingProcess {
  readonly database: Database;
  readonly tagging: TagWriters;
}
/** One of the ways in which tags change. @param chance a fraction from 0 up to 1, of a seeded row */
type TagWriter = (
  process: TaggingProcess,
  place: { readonly workspaceId: number },
  chance: () => number,
) => Promise<unknown>;

const NAMES = ['late', 'broken'] as const;

/** The tags of a place: whoever comes first makes them. */
async function tagsOf({ database, tagging: { tags } }: TaggingProcess, workspaceId: number): Promise<number[]> {
  for (const name of NAMES) await tags.create(workspaceId, { name, color: 'red' }).catch(unlessTaken);
  const rows = await database.tag.findMany({ where: { workspaceId }, select: { id: true }, orderBy: { id: 'desc' } });
  return rows.map(({ id }) => id);
}

function unlessTaken(error: unknown): void {
  if ((error as { code?: string }).code !== 'tag-name-taken') throw error;
}

function unlessGone(error: unknown): void {
  if (!(error instanceof NotFoundError)) throw error;
}

const idsOf = async ({ database }: TaggingProcess, workspaceId: number): Promise<number[]> =>
  (await database.comment.findMany({ where: { workspaceId }, select: { id: true } })).map(({ id }) => Number(id));

/** Every way in which comments get tags and lose them. */
export const TAG_WRITERS = {
  sayTags: async (process, { workspaceId }, chance) => {
    for (const tag of await tagsOf(process, workspaceId)) {
      const ids = (await idsOf(process, workspaceId)).filter(() => chance() < 0.4);
      const tagged = chance() < 0.3 ? null : chance() < 0.5;
      const said = { ids: ids.reverse(), tagged, drawn: chance() < 0.5 };
      if (ids.length) await process.tagging.tags.say(workspaceId, tag, 1, said).catch(unlessGone);
    }
  },
  giveTags: async (process, { workspaceId }, chance) => {
    const { database, tagging } = process;
    const tags = await tagsOf(process, workspaceId);
    for (const tag of tags) await tagging.tags.switch(workspaceId, tag, 'stored', true).catch(unlessGone);
    const ids = (await idsOf(process, workspaceId)).filter(() => chance() < 0.6);
    await retryOnConflict(() =>
      database.$transaction(async (one) => {
        const rows = await one.comment.findMany({ where: { workspaceId, id: { in: ids } } });
        const read = rows.map(({ id, text, language }) => ({
          commentId: Number(id),
          text,
          language: language as 'en',
        }));
        const there = [...(await tagging.texts.unchanged(one, workspaceId, read))];
        const told = there.map((commentId) => ({ commentId, probability: chance() }));
        await tagging.given.keep(
          one,
          workspaceId,
          tags.map((tagId) => ({ tagId, given: 'stored' as const, from: 0.4, told })),
        );
      }),
    );
  },
  clearTags: async (process, { workspaceId }, chance) => {
    const { tagging } = process;
    const [one, other] = await tagsOf(process, workspaceId);
    if (one) await tagging.tags.switch(workspaceId, one, 'stored', false).catch(unlessGone);
    if (other && chance() < 0.5) await tagging.tags.remove(workspaceId, other).catch(unlessGone);
    while (await tagging.given.clearNext());
  },
  tagFeatures: async ({ database, tagging }, { workspaceId }, chance) => {
    const rows = await database.comment.findMany({ where: { workspaceId, erasedAt: null } });
    const read = rows
      .filter(() => chance() < 0.6)
      .map(({ id, text }) => ({
        commentId: Number(id),
        text,
        language: 'en' as const,
        features: Float32Array.of(1, 2),
      }));
    await tagging.features.keep(workspaceId, 'spec', read, { drawn: chance() < 0.3 });
    await tagging.features.trim(workspaceId);
  },
} satisfies Record<string, TagWriter>;
