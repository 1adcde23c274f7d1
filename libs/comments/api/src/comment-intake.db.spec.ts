import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { CommentIntake } from './comment-intake.repository';
import { CommentRepository } from './comment.repository';
import type { IncomingComment } from './incoming-comment';

const incoming = (externalId: string, more: Partial<IncomingComment> = {}): IncomingComment => ({
  externalId,
  text: `comment ${externalId}`,
  publishedAt: new Date('2026-05-03T00:00:00Z'),
  ...more,
});

describe('CommentIntake', () => {
  let test: TestDatabase;
  let intake: CommentIntake;

  beforeAll(async () => {
    test = await createTestDatabase();
  });
  beforeEach(() => {
    intake = new CommentIntake(Buffer.from('key'));
  });
  afterAll(() => test.close());

  const store = async (comments: IncomingComment[], place?: { sourceId: number; runId: number; follow?: boolean }) => {
    const { sourceId, runId } = place ?? (await test.source(`source ${Math.random()}`));
    const result = await test.database.$transaction((transaction) =>
      intake.store(transaction, { workspaceId: test.workspaceId, sourceId, runId, comments, follow: place?.follow }),
    );
    return { ...result, sourceId, runId };
  };

  it('stores a comment once, however often it comes', async () => {
    const first = await store([incoming('a'), incoming('b')]);
    const again = await store([incoming('a'), incoming('b'), incoming('c'), incoming('c')], first);
    expect(first).toMatchObject({ imported: 2, duplicates: 0 });
    expect(again).toMatchObject({ imported: 1, duplicates: 3 });
  });

  it('keeps the stars and the verdict that came with a comment, and no number that is no star', async () => {
    const { sourceId } = await store([
      incoming('a', { stars: 4.5 }),
      incoming('b', { recommended: false }),
      incoming('c', { stars: 0 }),
      incoming('d', { stars: 87, recommended: true }),
    ]);
    const rows = await test.database.comment.findMany({ where: { sourceId }, orderBy: { externalId: 'asc' } });
    expect(rows.map(({ stars, recommended }) => [stars, recommended])).toEqual([
      [4.5, null],
      [null, false],
      [null, null],
      [null, true],
    ]);
  });

  it('keeps the version of the app that a comment is about, and nothing that is none', async () => {
    const { sourceId } = await store([
      incoming('a', { version: 'v2.4.1' }),
      incoming('b', { version: 'anna@example.com' }),
      incoming('c'),
    ]);
    const rows = await test.database.comment.findMany({ where: { sourceId }, orderBy: { externalId: 'asc' } });
    expect(rows.map(({ version }) => version)).toEqual(['2.4.1', null, null]);
  });

  describe('when it follows what changes at a source', () => {
    it('takes over the version, and keeps it where the source names none any more', async () => {
      const first = await store([incoming('a'), incoming('b', { version: '2.3' }), incoming('c', { version: '2.3' })]);
      const place = { ...first, follow: true };
      const again = [incoming('a', { version: '2.3' }), incoming('b', { version: '2.4' }), incoming('c')];
      expect(await store(again, place)).toMatchObject({ updated: 2, duplicates: 1 });
      expect(await store(again, place)).toMatchObject({ updated: 0, duplicates: 3 });
      const rows = await test.database.comment.findMany({
        where: { sourceId: first.sourceId },
        orderBy: { externalId: 'asc' },
      });
      expect(rows.map(({ version }) => version)).toEqual(['2.3', '2.4', '2.3']);
    });

    it('takes over text and engagement, masked as ever, and counts each comment once', async () => {
      const first = await store([
        incoming('a', { engagement: 3 }),
        incoming('b', { engagement: 1 }),
        incoming('c', { engagement: 5 }),
      ]);
      const edited = incoming('a', { text: '改好了，打 13812345678', engagement: 4 });
      const again = await store([edited, edited, incoming('b', { engagement: 9 }), incoming('c'), incoming('d')], {
        ...first,
        follow: true,
      });
      expect(again).toMatchObject({ imported: 1, updated: 2, duplicates: 2 });
      const rows = await test.database.comment.findMany({
        where: { sourceId: first.sourceId },
        orderBy: { externalId: 'asc' },
      });
      expect(rows.map(({ text, language, engagement }) => [text, language, engagement])).toEqual([
        ['改好了，打 [phone]', 'zh', 4],
        ['comment b', 'en', 9],
        ['comment c', 'en', 5],
        ['comment d', 'en', 0],
      ]);
      expect(rows[0]?.textHash).not.toBe(rows[1]?.textHash);
      expect(await store([edited], { ...first, follow: true })).toMatchObject({ updated: 0, duplicates: 1 });
    });

    it('makes anew what hangs on a text, and on nothing else', async () => {
      const place = await store([incoming('a'), incoming('b')]);
      const [a] = await test.database.comment.findMany({
        where: { sourceId: place.sourceId },
        orderBy: { externalId: 'asc' },
      });
      const told: [string, string | undefined][] = [];
      intake.onRemoving(
        async (transaction, _, ids) =>
          void told.push([`out ${ids}`, (await transaction.comment.findFirst({ where: { id: ids[0] } }))?.text]),
      );
      intake.onStored(
        async (transaction, _, ids) =>
          void told.push([
            `in ${ids}`,
            ids.length ? (await transaction.comment.findFirst({ where: { id: ids[0] } }))?.text : 'none',
          ]),
      );
      await store([incoming('a', { text: 'better now' }), incoming('b', { text: 'Comment  B!', engagement: 8 })], {
        ...place,
        follow: true,
      });
      expect(told).toEqual([
        [`out ${a?.id}`, 'comment a'],
        [`in ${a?.id}`, 'better now'],
        ['in ', 'none'],
      ]);
    });

    it('leaves comments alone where it is not asked to', async () => {
      const place = await store([incoming('a')]);
      expect(await store([incoming('a', { text: 'other' })], place)).toMatchObject({ updated: 0, duplicates: 1 });
    });

    it('removes what was deleted there, and tells its hooks first', async () => {
      const { sourceId } = await store([incoming('a'), incoming('b')]);
      const removed: number[] = [];
      intake.onRemoving(async (_transaction, _workspaceId, ids) => void removed.push(...ids));
      const count = await test.database.$transaction((transaction) =>
        intake.removeExternal(transaction, { workspaceId: test.workspaceId, sourceId }, ['a', 'gone long ago']),
      );
      expect([count, removed.length]).toEqual([1, 1]);
      expect(await test.database.comment.findMany({ where: { sourceId }, select: { externalId: true } })).toEqual([
        { externalId: 'b' },
      ]);
    });
  });

  it('keeps no author name, but tells authors apart', async () => {
    const { runId } = await store([
      incoming('a', { author: 'Zhang San' }),
      incoming('b', { author: 'Zhang San' }),
      incoming('c', { author: 'Li Si' }),
    ]);
    const rows = await test.database.comment.findMany({ where: { runId }, orderBy: { externalId: 'asc' } });
    expect(rows.flatMap((row) => Object.values(row)).join()).not.toContain('Zhang');
    expect(rows[0]?.authorHash).toBe(rows[1]?.authorHash);
    expect(rows[0]?.authorHash).not.toBe(rows[2]?.authorHash);
  });

  it('masks personal data and keeps quotes, NUL and markup harmless as text', async () => {
    const { runId } = await store([
      incoming('a', { text: `'); DROP TABLE comment;-- \0<script>alert(1)</script> 13812345678` }),
    ]);
    const row = await test.database.comment.findFirstOrThrow({ where: { runId } });
    expect(row.text).toBe(`'); DROP TABLE comment;-- <script>alert(1)</script> [phone]`);
  });

  it('refuses a permalink that is not a web address', async () => {
    const { runId } = await store([incoming('a', { permalink: 'javascript:alert(1)' })]);
    expect((await test.database.comment.findFirstOrThrow({ where: { runId } })).permalink).toBeNull();
  });

  it('rolls everything back when a hook fails', async () => {
    intake.onStored(async () => {
      throw new Error('no queue');
    });
    const place = await test.source('failing');
    await expect(store([incoming('a')], place)).rejects.toThrow('no queue');
    expect(await test.database.comment.count({ where: { sourceId: place.sourceId } })).toBe(0);
  });

  it('removes a run and tells its hooks first', async () => {
    const removed: number[] = [];
    intake.onRemoving(async (_transaction, _workspaceId, ids) => void removed.push(...ids));
    const { runId } = await store([incoming('a'), incoming('b')]);
    await test.database.$transaction((transaction) => intake.removeRun(transaction, test.workspaceId, runId));
    expect(removed).toHaveLength(2);
    expect(await test.database.comment.count({ where: { runId } })).toBe(0);
  });

  describe('reading', () => {
    it('pages through everything once, in each order', async () => {
      const { sourceId } = await store(
        Array.from({ length: 25 }, (_, index) =>
          incoming(`p${index}`, { engagement: index % 4, publishedAt: new Date(Date.UTC(2026, 4, 1 + (index % 5))) }),
        ),
      );
      const repository = new CommentRepository(test.database);
      const filter = {
        workspaceId: test.workspaceId,
        timeZone: 'UTC',
        from: null,
        to: null,
        source: [String(sourceId)],
      };
      for (const sort of ['newest', 'oldest', 'loudest'] as const) {
        const seen: number[] = [];
        let cursor: string | undefined;
        do {
          const page = await repository.page(filter, { sort, limit: 7, cursor });
          // Counted with the first page only.
          expect(page.total).toBe(cursor ? null : 25);
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        expect(new Set(seen).size).toBe(25);
        expect(seen).toHaveLength(25);
      }
    });

    it('takes % and _ of a search as they are', async () => {
      const { sourceId } = await store([incoming('x', { text: '100% sure' }), incoming('y', { text: '100 sure' })]);
      const page = await new CommentRepository(test.database).page(
        {
          workspaceId: test.workspaceId,
          timeZone: 'UTC',
          from: null,
          to: null,
          source: [String(sourceId)],
          q: '100% SURE',
        },
        { sort: 'newest', limit: 10 },
      );
      expect(page.items.map(({ text }) => text)).toEqual(['100% sure']);
    });
  });
});
