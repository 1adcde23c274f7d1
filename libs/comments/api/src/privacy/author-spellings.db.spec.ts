import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { CommentIntake } from '../comment-intake.repository';
import type { IncomingComment } from '../incoming-comment';
import { CommentForgetter } from './comment-forgetter';
import { ForgottenRepository } from './forgotten.repository';
import { formerAuthorHash } from './keyed-hash';

const KEY = Buffer.from('key');
/** One name, as sources write it: composed and decomposed accents, case, spaces, a leading @, full width. */
const SPELLINGS = ['Zoë Müller', 'Zoe\u0308 Mu\u0308ller', 'ZOË MÜLLER', ' zoë müller ', '@Zoë Müller', 'Ｚoë Müller'];
const incoming = (externalId: string, author: string): IncomingComment => ({
  externalId,
  text: `what ${externalId} says`,
  author,
  publishedAt: new Date('2026-05-03T00:00:00Z'),
});

describe('the ways of writing a name', () => {
  let test: TestDatabase;
  let intake: CommentIntake;
  let forgetter: CommentForgetter;
  let place: { sourceId: number; runId: number };

  beforeEach(async () => {
    test = await createTestDatabase();
    intake = new CommentIntake(KEY);
    forgetter = new CommentForgetter(new ForgottenRepository(test.database, intake, KEY));
    place = await test.source('Forum');
  });
  afterEach(() => test.close());

  const store = (...comments: IncomingComment[]) =>
    test.database.$transaction((transaction) =>
      intake.store(transaction, { workspaceId: test.workspaceId, ...place, comments }),
    );
  const idOf = async (externalId: string) =>
    Number((await test.database.comment.findFirstOrThrow({ where: { externalId } })).id);
  const left = async () =>
    (await test.database.comment.findMany({ orderBy: { externalId: 'asc' } })).map(({ externalId }) => externalId);
  const forget = async (externalId: string) => forgetter.forget(test.workspaceId, await idOf(externalId), 'author');

  /** As a version wrote it that made the code of the name as it came. */
  async function storeFormerly(externalId: string, author: string): Promise<void> {
    await store(incoming(externalId, author));
    await test.database.comment.updateMany({
      where: { externalId },
      data: { authorHash: formerAuthorHash(KEY, author) },
    });
    const { workspaceId } = test;
    await test.database.formerAuthorHash.upsert({ where: { workspaceId }, create: { workspaceId }, update: {} });
  }

  it('are one author: forgotten by one of them, and turned away by all', async () => {
    await store(...SPELLINGS.map((name, index) => incoming(`a${index}`, name)), incoming('b', 'Zoe Muller'));
    expect(await forget('a0')).toEqual({ erased: SPELLINGS.length });
    expect(await store(...SPELLINGS.map((name, index) => incoming(`c${index}`, name)))).toMatchObject({
      imported: 0,
      filtered: SPELLINGS.length,
    });
    expect(await left()).toEqual(['b']);
  });

  it.each(['former', 'new'])(
    'lead from a %s comment to those of the other kind, once the name has come again',
    async (from) => {
      await storeFormerly('former', 'Zoë Müller');
      await storeFormerly('other', 'Li Si');
      await store(incoming('new', 'Zoë Müller'), incoming('shout', 'ZOË MÜLLER'));
      const { author } = await forgetter.preview(test.workspaceId, await idOf(from));
      expect(author?.comments).toBe(3);
      expect(await forget(from)).toEqual({ erased: 3 });
      expect(await left()).toEqual(['other']);
      expect(await store(...SPELLINGS.map((name, index) => incoming(`c${index}`, name)))).toMatchObject({
        imported: 0,
      });
      expect(await test.database.authorSpelling.count()).toBe(0);
    },
  );

  it('of somebody whom an earlier version has forgotten are turned away as they were then', async () => {
    await storeFormerly('former', 'Zoë Müller');
    await forget('former');
    expect(await store(incoming('again', 'Zoë Müller'))).toMatchObject({ imported: 0, filtered: 1 });
  });

  it('are noted only where there are comments of an earlier version by them, and dropped with these', async () => {
    await store(incoming('a', 'Zoë Müller'));
    await storeFormerly('b', 'Li Si');
    await store(incoming('c', 'Zoë Müller'), incoming('d', 'Li Si'));
    expect(await test.database.authorSpelling.count()).toBe(1);
    await test.database.comment.updateMany({ where: { externalId: 'b' }, data: { authorHash: null } });
    await forgetter.resume();
    expect(await test.database.authorSpelling.count()).toBe(0);
  });
});
