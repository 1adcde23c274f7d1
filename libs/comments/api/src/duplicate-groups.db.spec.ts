import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { CommentIntake } from './comment-intake.repository';

const LONG =
  'The battery of these headphones lasts two full days, the case feels solid and the sound is clear even at the lowest volume, so I am glad I bought them.';
const LONG_ZH =
  '这款耳机的续航确实有两天，盒子手感也很扎实，音量开到最低声音依然清楚，用了半个月没有断连过一次，价格比同类便宜一截，推荐给每天通勤的朋友，我自己已经买了第二副送人。';

describe('groups of nearly the same texts', () => {
  let test: TestDatabase;
  const intake = new CommentIntake(Buffer.from('key'));

  beforeEach(async () => {
    test = await createTestDatabase();
  });
  afterEach(() => test.close());

  const incoming = (texts: readonly string[]) =>
    texts.map((text, index) => ({ externalId: String(index), text, publishedAt: new Date('2026-05-03T00:00:00Z') }));
  /** Returns when a statement waits for another transaction. */
  const someoneWaits = async () => {
    for (let tries = 0; tries < 400; tries++) {
      const [row] = await test.database.$queryRaw<{ waits: boolean }[]>`
        SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS waits`;
      if (row?.waits) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('Nothing waits.');
  };
  /** Stores a page under a source and run of its own. @returns the run */
  const store = async (texts: readonly string[]) => {
    const place = await test.source(`source ${Math.random()}`);
    await test.database.$transaction((transaction) =>
      intake.store(transaction, { workspaceId: test.workspaceId, ...place, comments: incoming(texts) }),
    );
    return place.runId;
  };
  const undo = (runId: number) =>
    test.database.$transaction((transaction) => intake.removeRun(transaction, test.workspaceId, runId));
  /** Groups as lists of texts, each in the order of storing, the largest first. */
  const groups = async () => {
    const rows = await test.database.comment.findMany({ orderBy: { id: 'asc' } });
    const byNumber = Map.groupBy(rows, ({ id, duplicateOf }) => duplicateOf ?? id);
    return [...byNumber.values()].map((members) => members.map(({ text }) => text)).sort((a, b) => b.length - a.length);
  };

  it('joins the same words, however they are decorated, within a page and across imports', async () => {
    await store(['Great phone!!', 'bad phone', 'great  PHONE']);
    await store(['Great phone https://example.com/x', '太好用了']);
    await store(['太好用了！！！', 'Great phone?']);
    expect(await groups()).toEqual([
      ['Great phone!!', 'great  PHONE', 'Great phone https://example.com/x'],
      ['太好用了', '太好用了！！！'],
      ['bad phone'],
      ['Great phone?'],
    ]);
  });

  it.each([
    [LONG, LONG.replace('volume', 'volumes'), LONG.replace('I am glad', 'I am not glad')],
    [LONG_ZH, LONG_ZH.replace('半个月', '三个月'), LONG_ZH.replace('确实有', '根本没有')],
  ])(
    'joins long texts that differ in a trifle, and no text that says the opposite: %#',
    async (text, nearly, opposite) => {
      await store([text]);
      await store([opposite, nearly, `${nearly}!!`]);
      expect(await groups()).toEqual([[text, nearly, `${nearly}!!`], [opposite]]);
    },
  );

  it('finds the same groups in whatever order the texts come', async () => {
    const texts = [
      LONG,
      LONG.replace('volume', 'volumes'),
      `${LONG} 2`,
      LONG_ZH,
      LONG_ZH.replace('半个月', '三个月'),
      'ok',
      'OK!',
      'no',
    ];
    await store(texts);
    const forwards = (await groups()).map((members) => members.sort()).sort();
    await test.database.comment.deleteMany();
    await test.database.$executeRaw`DELETE FROM text_print`;
    for (const text of texts.toReversed()) await store([text]);
    expect((await groups()).map((members) => members.sort()).sort()).toEqual(forwards);
  });

  it('hands a group over when its first comment is removed, and goes on finding it', async () => {
    const first = await store([LONG, 'thanks']);
    await store([LONG.replace('volume', 'volumes'), 'Thanks!']);
    await store([`${LONG} #ad`, 'thanks.']);
    await undo(first);
    expect((await groups()).map(({ length }) => length)).toEqual([2, 2]);
    await store([LONG, 'THANKS']);
    expect((await groups()).map(({ length }) => length)).toEqual([3, 3]);
  });

  it('writes no other comment when the first one of a group is removed', async () => {
    const first = await store(['thanks']);
    await store(Array.from({ length: 20 }, () => 'Thanks!'));
    const versions = () =>
      test.database.$queryRaw`SELECT id, xmin::text, duplicate_of FROM comment ORDER BY id OFFSET 1`;
    const before = await versions();
    await undo(first);
    expect(await test.database.$queryRaw`SELECT id, xmin::text, duplicate_of FROM comment ORDER BY id`).toEqual(before);
    await store(['THANKS']);
    expect((await groups()).map(({ length }) => length)).toEqual([21]);
  });

  it('leaves a group alone whose first comment says something else now', async () => {
    const place = await test.source('feed');
    const crawl = (text: string) =>
      test.database.$transaction((transaction) =>
        intake.store(transaction, {
          workspaceId: test.workspaceId,
          ...place,
          comments: [{ externalId: '0', text, publishedAt: new Date('2026-05-03T00:00:00Z') }],
          follow: true,
        }),
      );
    await crawl('thanks');
    await store(['Thanks!', 'THANKS']);
    await crawl('never again');
    await store(['thanks', 'Never again!']);
    expect((await groups()).map((members) => members.length)).toEqual([3, 2]);
  });

  it('makes one group of texts that two imports store at the same time', async () => {
    const [one, two] = [await test.source('one'), await test.source('two')];
    const texts = ['thanks', LONG, 'never again'];
    // Both have looked for groups before either of them commits: the second waits for the prints of the first.
    let others = Promise.resolve<unknown>(undefined);
    await test.database.$transaction(async (transaction) => {
      await intake.store(transaction, { workspaceId: test.workspaceId, ...one, comments: incoming(texts) });
      others = test.database.$transaction((second) =>
        intake.store(second, { workspaceId: test.workspaceId, ...two, comments: incoming(texts.toReversed()) }),
      );
      await someoneWaits();
    });
    await others;
    expect((await groups()).map(({ length }) => length)).toEqual([2, 2, 2]);
    await store(texts);
    expect((await groups()).map(({ length }) => length)).toEqual([3, 3, 3]);
  });

  it('lets a copy take over that is being stored while the last one of its group goes', async () => {
    const run = await store(['thanks', LONG]);
    const place = await test.source('two');
    let undone = Promise.resolve<unknown>(undefined);
    await test.database.$transaction(async (transaction) => {
      const comments = incoming(['Thanks', LONG]);
      await intake.store(transaction, { workspaceId: test.workspaceId, ...place, comments });
      undone = undo(run);
      await someoneWaits();
    });
    await undone;
    await store(['THANKS', LONG]);
    expect(await groups()).toEqual([
      ['Thanks', 'THANKS'],
      [LONG, LONG],
    ]);
  });

  it('begins anew when a whole group was removed', async () => {
    await undo(await store(['thanks', 'Thanks', LONG]));
    expect(await test.database.textPrint.count()).toBe(0);
    await store(['thanks', LONG]);
    expect(await groups()).toEqual([['thanks'], [LONG]]);
  });

  it('gives a print whose comment is gone to the next one that comes', async () => {
    await store(['thanks']);
    await test.database.comment.deleteMany();
    await store(['Thanks']);
    await store(['THANKS']);
    expect(await groups()).toEqual([['Thanks', 'THANKS']]);
  });

  it('joins no comment to itself when it comes again', async () => {
    const place = await test.source('feed');
    const comments = ['a', 'b'].map((externalId) => ({
      externalId,
      text: 'thanks',
      publishedAt: new Date('2026-05-03T00:00:00Z'),
    }));
    for (let crawl = 0; crawl < 2; crawl++)
      await test.database.$transaction((transaction) =>
        intake.store(transaction, { workspaceId: test.workspaceId, ...place, comments }),
      );
    expect(await groups()).toEqual([['thanks', 'thanks']]);
  });

  it('moves a comment to another group when its text was edited at the source', async () => {
    const place = await test.source('feed');
    const crawl = (texts: readonly string[]) => {
      const comments = texts.map((text, index) => ({
        externalId: String(index),
        text,
        publishedAt: new Date('2026-05-03T00:00:00Z'),
      }));
      return test.database.$transaction((transaction) =>
        intake.store(transaction, { workspaceId: test.workspaceId, ...place, comments, follow: true }),
      );
    };
    await crawl(['thanks', 'Thanks', 'never again']);
    await crawl(['Never again!', 'Thanks', 'never again']);
    expect(await groups()).toEqual([['Never again!', 'never again'], ['Thanks']]);
    await store(['thanks', 'never again']);
    expect((await groups()).map(({ length }) => length)).toEqual([3, 2]);
  });

  it('keeps workspaces apart', async () => {
    await store(['thanks']);
    const { id: workspaceId } = await test.database.workspace.create({ data: { name: 'Other', timeZone: 'UTC' } });
    const comments = [{ externalId: '0', text: 'thanks', publishedAt: new Date('2026-05-03T00:00:00Z') }];
    await test.database.$transaction((transaction) =>
      intake.store(transaction, { workspaceId, sourceId: 1, runId: 1, comments }),
    );
    expect(await test.database.comment.count({ where: { duplicateOf: null } })).toBe(2);
  });

  it('keeps going when two imports store the same texts at the same time', async () => {
    const texts = Array.from({ length: 50 }, (_, index) => `text number ${index % 10}`);
    await Promise.all([store(texts), store(texts.toReversed()), store(texts)]);
    expect(await test.database.comment.count()).toBe(150);
    await store(texts.slice(0, 10));
    expect(await test.database.textPrint.count()).toBe(10);
  });
});
