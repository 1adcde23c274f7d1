import { Database } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { CommentIntake } from '../comment-intake.repository';
import { CommentRepository } from '../comment.repository';
import type { IncomingComment } from '../incoming-comment';
import { RetentionKeeper } from './retention-keeper';
import { RetentionRepository } from './retention.repository';

const KEY = Buffer.from('key');
const NOW = new Date('2026-06-30T03:17:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

describe('RetentionKeeper', () => {
  let test: TestDatabase;
  let intake: CommentIntake;
  let keeper: RetentionKeeper;
  let place: { sourceId: number; runId: number };

  beforeEach(async () => {
    test = await createTestDatabase();
    intake = new CommentIntake(KEY);
    keeper = new RetentionKeeper(new RetentionRepository(test.database, intake, KEY));
    place = await test.source('Forum');
  });
  afterEach(() => test.close());

  /** Comments that came in so many days ago. */
  async function cameIn(days: number, externalIds: readonly string[]): Promise<void> {
    const comments: IncomingComment[] = externalIds.map((externalId) => ({
      externalId,
      text: `text ${externalId}`,
      author: `author ${externalId}`,
      publishedAt: daysAgo(days + 100),
      permalink: `https://example.com/${externalId}`,
      parentId: 'parent',
      engagement: 7,
    }));
    await test.database.$transaction((transaction) =>
      intake.store(transaction, { workspaceId: test.workspaceId, ...place, comments }),
    );
    await test.database.comment.updateMany({
      where: { externalId: { in: [...externalIds] } },
      data: { fetchedAt: daysAgo(days) },
    });
  }
  const texts = async () => (await test.database.comment.findMany({ orderBy: { id: 'asc' } })).map(({ text }) => text);

  it('says beforehand what would go, since when it is there, and what stays', async () => {
    await cameIn(40, ['a', 'b']);
    await cameIn(31, ['c']);
    await cameIn(29, ['d']);
    const { id } = await test.database.comment.findFirstOrThrow({ where: { externalId: 'c' } });
    await test.database.labelTask.create({ data: { workspaceId: test.workspaceId, commentId: id, publishedAt: NOW } });
    expect(await keeper.preview(test.workspaceId, 30, NOW)).toEqual({
      days: 30,
      comments: 2,
      oldest: daysAgo(40).toISOString(),
      waiting: 1,
      kept: 1,
      estimated: false,
    });
    expect(await texts()).toEqual(['text a', 'text b', 'text c', 'text d']);
  });

  it('erases what leads to a person and keeps what is counted', async () => {
    await cameIn(31, ['a']);
    await cameIn(29, ['b']);
    await keeper.change(test.workspaceId, 30, NOW);
    await keeper.apply(test.workspaceId, NOW);
    const [erased, kept] = await test.database.comment.findMany({ orderBy: { id: 'asc' } });
    expect(erased).toMatchObject({
      text: '',
      textHash: '',
      authorHash: null,
      permalink: null,
      parentId: null,
      erasedAt: NOW,
      engagement: 7,
      language: 'en',
      publishedAt: daysAgo(131),
    });
    expect(erased?.externalId).toMatch(/^~[\w-]{22}$/);
    expect(kept).toMatchObject({ text: 'text b', erasedAt: null });
    expect(await keeper.state(test.workspaceId, NOW)).toEqual({ days: 30, erased: 1, due: 0 });
  });

  it('moves on with the clock, night by night', async () => {
    await cameIn(0, ['a']);
    await keeper.change(test.workspaceId, 7, NOW);
    await keeper.applyAll(new Date(NOW.getTime() + 7 * 86_400_000 - 1));
    expect(await texts()).toEqual(['text a']);
    await keeper.applyAll(new Date(NOW.getTime() + 7 * 86_400_000 + 1));
    expect(await texts()).toEqual(['']);
  });

  it('does not bring a text back when its comment comes again, not even after retention has ended', async () => {
    await cameIn(31, ['a']);
    await keeper.change(test.workspaceId, 30, NOW);
    await keeper.apply(test.workspaceId, NOW);
    await keeper.change(test.workspaceId, null, NOW);
    const again = { externalId: 'a', text: 'text a', publishedAt: NOW };
    expect(
      await test.database.$transaction((transaction) =>
        intake.store(transaction, {
          workspaceId: test.workspaceId,
          ...place,
          comments: [again, { ...again, externalId: 'b' }],
        }),
      ),
    ).toEqual({
      imported: 1,
      duplicates: 1,
      updated: 0,
      filtered: 0,
      undated: 0,
    });
    expect(await texts()).toEqual(['', 'text a']);
  });

  it('keeps everything while it is off', async () => {
    await cameIn(4000, ['a']);
    await keeper.applyAll(NOW);
    expect(await keeper.apply(test.workspaceId, NOW)).toBe(0);
    expect(await texts()).toEqual(['text a']);
  });

  it('erases slice by slice, each once, and tells who depends on the texts', async () => {
    await cameIn(
      31,
      Array.from({ length: 4500 }, (_, index) => `n${index}`),
    );
    const told: number[] = [];
    intake.onErasing(async (_transaction, _workspaceId, ids) => void told.push(...ids));
    await keeper.change(test.workspaceId, 30, NOW);
    await keeper.apply(test.workspaceId, NOW);
    expect(new Set(told).size).toBe(4500);
    expect(told).toHaveLength(4500);
    expect(await test.database.comment.count({ where: { text: { not: '' } } })).toBe(0);
  });

  it('takes back a slice when something that depends on the texts fails', async () => {
    await cameIn(31, ['a']);
    await keeper.change(test.workspaceId, 30, NOW);
    await keeper.apply(test.workspaceId, NOW);
    await cameIn(31, ['b']);
    intake.onErasing(async () => {
      throw new Error('no summaries');
    });
    await expect(keeper.apply(test.workspaceId, NOW)).rejects.toThrow('no summaries');
    expect(await texts()).toEqual(['', 'text b']);
  });

  it('shows that a text was erased, and finds it in no search', async () => {
    await cameIn(31, ['a']);
    await keeper.change(test.workspaceId, 30, NOW);
    await keeper.apply(test.workspaceId, NOW);
    const repository = new CommentRepository(test.database);
    const filter = { workspaceId: test.workspaceId, timeZone: 'UTC', from: null, to: null };
    const { items } = await repository.page(filter, { sort: 'newest', limit: 10 });
    expect(items).toMatchObject([{ text: '', erasedAt: NOW.toISOString(), permalink: null }]);
    expect((await repository.page({ ...filter, q: 'text' }, { sort: 'newest', limit: 10 })).total).toBe(0);
  });

  it('does not let in again what it is erasing just now', async () => {
    await cameIn(31, ['a']);
    await keeper.change(test.workspaceId, 365, NOW);
    const other = new Database(test.url);
    // Between the erasing and its end there is time for somebody else to store the same comment.
    await test.database.$executeRawUnsafe(`
      CREATE FUNCTION wait_a_moment() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.5); RETURN NULL; END'`);
    await test.database.$executeRawUnsafe(`
      CREATE TRIGGER wait_a_moment AFTER UPDATE ON comment FOR EACH STATEMENT EXECUTE FUNCTION wait_a_moment()`);
    const retention = new RetentionRepository(test.database, intake, KEY);
    const erasing = retention.eraseSlice({ workspaceId: test.workspaceId, before: NOW }, 0, NOW);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const again = { externalId: 'a', text: 'text a', publishedAt: daysAgo(131) };
    const stored = await other.$transaction((transaction) =>
      intake.store(transaction, { workspaceId: test.workspaceId, ...place, comments: [again] }),
    );
    await other.$disconnect();
    expect((await erasing).erased).toBe(1);
    expect(stored.imported).toBe(0);
    expect(await texts()).toEqual(['']);
  });
});
