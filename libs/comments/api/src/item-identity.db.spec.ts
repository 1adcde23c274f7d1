import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { CommentIntake } from './comment-intake.repository';
import type { IncomingComment } from './incoming-comment';
import { commentIdentity, forgottenHash } from './privacy/keyed-hash';

const incoming = (externalId: string, more: Partial<IncomingComment> = {}): IncomingComment => ({
  externalId,
  text: `comment ${externalId}`,
  publishedAt: new Date('2026-05-03T08:00:00Z'),
  permalink: 'https://a.example/t/1?visit=7#last',
  author: 'mira',
  ...more,
});

describe('the identity of comments', () => {
  let test: TestDatabase;
  let intake: CommentIntake;
  let place: { sourceId: number; runId: number };

  beforeAll(async () => {
    test = await createTestDatabase();
  });
  beforeEach(async () => {
    intake = new CommentIntake(Buffer.from('key'));
    place = await test.source(`source ${Math.random()}`);
  });
  afterAll(() => test.close());

  const store = (...comments: IncomingComment[]) =>
    test.database.$transaction((transaction) =>
      intake.store(transaction, { workspaceId: test.workspaceId, ...place, comments, follow: true }),
    );
  const stored = async () => {
    const rows = await test.database.comment.findMany({
      where: { sourceId: place.sourceId },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ externalId, text, publishedAt, dateUnknown, permalink }) => ({
      externalId,
      text,
      publishedAt: publishedAt.toISOString(),
      dateUnknown,
      permalink,
    }));
  };

  it('outlast another rule of ids: what is stored under a former one is renamed, with its time', async () => {
    await store(incoming('app-main', { text: 'second', publishedAt: new Date('2026-05-01T08:00:00Z') }));
    const result = await store(
      incoming('one', { text: 'first', formerIds: ['app-main'] }),
      incoming('two', { text: 'second', formerIds: ['app-main'] }),
    );
    expect(result).toMatchObject({ imported: 1, updated: 1 });
    expect(await stored()).toMatchObject([
      { externalId: 'two', text: 'second', publishedAt: '2026-05-03T08:00:00.000Z' },
      { externalId: 'one', text: 'first' },
    ]);
  });

  it('are found by their time when the text was edited meanwhile', async () => {
    await store(incoming('old', { text: 'battery dies' }));
    const result = await store(incoming('new', { text: 'battery dies (edit: fixed)', formerIds: ['gone', 'old'] }));
    expect(result).toMatchObject({ imported: 0, updated: 1 });
    expect(await stored()).toMatchObject([{ externalId: 'new', text: 'battery dies (edit: fixed)' }]);
  });

  it('do not take the place of a comment that is handed over under its own id as well', async () => {
    await store(incoming('a', { text: 'same words' }));
    const result = await store(
      incoming('a', { text: 'same words' }),
      incoming('b', { text: 'same words', formerIds: ['a'], idMayChange: true }),
    );
    expect(result).toMatchObject({ imported: 1, duplicates: 1 });
  });

  it.each([
    ['dated', false],
    ['undated', true],
  ])('are kept when a source changes the ids of %s items with each reading', async (_, dateUnknown) => {
    for (const [index, id] of ['x1', 'x2', 'x3'].entries()) {
      const publishedAt = new Date(Date.UTC(2026, 4, 3, dateUnknown ? index : 0));
      const link = { permalink: `https://a.example/t/1?visit=${index}` };
      const { imported } = await store(
        incoming(id, { text: 'same', idMayChange: true, dateUnknown, publishedAt, ...link }),
      );
      expect(imported).toBe(index === 0 ? 1 : 0);
    }
    expect(await stored()).toHaveLength(1);
  });

  it.each([
    ['another author', { author: 'li' }],
    ['another page', { permalink: 'https://a.example/t/2' }],
    ['another time', { publishedAt: new Date('2026-05-03T09:00:00Z') }],
    ['another text', { text: 'other words' }],
  ])('do not take %s for the same comment', async (_, more) => {
    await store(incoming('x1', { text: 'same' }));
    await store(incoming('x2', { text: 'same', idMayChange: true, ...more }));
    expect(await stored()).toHaveLength(2);
  });

  it('do not let a forgotten comment in under another id', async () => {
    await store(incoming('old', { text: 'my address' }));
    const hash = forgottenHash(Buffer.from('key'), 'comment', commentIdentity(place.sourceId, 'old'));
    await test.database.forgotten.create({ data: { workspaceId: test.workspaceId, kind: 'comment', hash } });
    const result = await store(incoming('new', { text: 'my address, edited', formerIds: ['old'] }));
    expect(result).toMatchObject({ imported: 0, filtered: 1 });
  });

  describe('and their dates', () => {
    it('are unknown until the source names one', async () => {
      const read = new Date('2026-05-04T00:00:00Z');
      expect(await store(incoming('a', { publishedAt: read, dateUnknown: true }))).toMatchObject({ undated: 1 });
      expect(await stored()).toMatchObject([{ dateUnknown: true, publishedAt: read.toISOString() }]);
      expect(await store(incoming('a'))).toMatchObject({ imported: 0, updated: 1, undated: 0 });
      expect(await stored()).toMatchObject([{ dateUnknown: false, publishedAt: '2026-05-03T08:00:00.000Z' }]);
      await store(incoming('a', { publishedAt: new Date('2026-06-01T00:00:00Z'), dateUnknown: true }));
      expect(await stored()).toMatchObject([{ dateUnknown: false, publishedAt: '2026-05-03T08:00:00.000Z' }]);
    });

    it('are those of the first reading when a person wants that', async () => {
      const [first, later] = [new Date('2026-05-04T00:00:00Z'), new Date('2026-05-09T00:00:00Z')];
      await store(incoming('a', { publishedAt: first, dateUnknown: true }));
      await store(incoming('a', { publishedAt: later, dateAssumed: true }));
      expect(await stored()).toMatchObject([{ dateUnknown: false, publishedAt: first.toISOString() }]);
    });

    it('are new with a text under an id that is used again, and its address too', async () => {
      await store(incoming('a', { text: 'old text' }));
      const later = new Date('2026-05-05T08:00:00Z');
      await store(incoming('a', { text: 'new text', publishedAt: later, permalink: 'https://a.example/t/9' }));
      expect(await stored()).toMatchObject([
        { text: 'new text', publishedAt: later.toISOString(), permalink: 'https://a.example/t/9' },
      ]);
    });

    it('stay when a source only renews them', async () => {
      await store(incoming('a'));
      await store(incoming('a', { publishedAt: new Date('2026-05-05T08:00:00Z') }));
      expect(await stored()).toMatchObject([{ publishedAt: '2026-05-03T08:00:00.000Z' }]);
    });

    it('move what is counted by time, and nothing else', async () => {
      const told: unknown[] = [];
      intake.onRemoving(async () => void told.push('removing'));
      intake.countedBy({
        rulesChanging: () => Promise.resolve(),
        hold: async () => undefined,
        before: async (_, __, ids) => [ids.length],
        after: async (_, __, ids, before) => void told.push([ids.length, before]),
      });
      await store(incoming('a', { dateUnknown: true }));
      await store(incoming('a'));
      expect(told).toEqual([
        [1, []],
        [1, [1]],
      ]);
    });
  });
});
