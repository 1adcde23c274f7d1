import { monitorRulesSchema, type MonitorRules } from '@moodline/comments/contract';
import { Database } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { CommentIntake } from '../comment-intake.repository';
import { CommentMatching } from './comment-matching.repository';
import { MonitorRematchRepository } from './monitor-rematch.repository';
import { MonitorRepository } from './monitor.repository';
import { MonitorNameTakenError } from './monitor.errors';

const any = (...words: string[]): MonitorRules => monitorRulesSchema.parse({ any: { words } });

describe('monitors', () => {
  let test: TestDatabase;
  let monitors: MonitorRepository;
  let rematch: MonitorRematchRepository;
  let intake: CommentIntake;
  let matching: CommentMatching;
  let workspaceId: number;

  beforeEach(async () => {
    test = await createTestDatabase();
    workspaceId = test.workspaceId;
    monitors = new MonitorRepository(test.database);
    rematch = new MonitorRematchRepository(test.database);
    matching = new CommentMatching();
    intake = new CommentIntake(Buffer.from('key'));
    intake.onChanged((transaction, workspace, ids) => matching.forget(transaction, workspace, ids));
    intake.onStored((transaction, workspace, ids) => matching.matchNew(transaction, workspace, ids));
  });
  afterEach(() => test.close());

  const add = async (texts: readonly string[]) => {
    const place = await test.source(`source ${Math.random()}`);
    const comments = texts.map((text, index) => ({
      externalId: String(index),
      text,
      publishedAt: new Date(Date.UTC(2026, 4, 3, index % 24)),
    }));
    await test.database.$transaction((transaction) => intake.store(transaction, { workspaceId, ...place, comments }));
    return place;
  };
  /** Counted by whoever counts moods, which is not a part of this spec. */
  const countComments = (number: number) =>
    test.database
      .$executeRaw`INSERT INTO mood_total (workspace_id, monitor_id, source_id, positive, pending, apart) VALUES (${workspaceId}, 0, 1, ${number - 3}, 2, 1)`;
  const make = (name: string, rules: MonitorRules) => monitors.create(workspaceId, { name, competitor: false, rules });
  /** Texts that a monitor takes, with the words they were taken for. */
  const taken = async (monitorId: number) => {
    const rows = await test.database.$queryRaw<{ text: string; words: string[] }[]>`
      SELECT c.text, m.words FROM comment_monitor m LEFT JOIN comment c ON c.workspace_id = m.workspace_id AND c.id = m.comment_id WHERE m.monitor_id = ${monitorId} ORDER BY m.comment_id`;
    return rows.map(({ text, words }) => `${text} [${words.join()}]`);
  };
  const through = async (repository = rematch, size = 4) => {
    while (await repository.advance(workspaceId, size));
  };
  const numbered = (count: number, word = 'apple') =>
    Array.from({ length: count }, (_, index) => `${index % 2 ? word : 'pear'} ${index}`);

  it('store and match on where the rules of one cannot be read', async () => {
    const { id } = await make('Apple', any('apple'));
    const broken = await make('Broken', any('pear'));
    const keyword = await make('Keyword', any('plum'));
    await test.database.monitor.update({
      where: { workspaceId_id: { workspaceId, id: broken.id } },
      data: { rules: { any: 'pear' } },
    });
    await test.database.monitor.update({
      where: { workspaceId_id: { workspaceId, id: keyword.id } },
      data: { rules: { ...any('plum'), any: { ...any('plum').any, words: ['*'] } } },
    });
    await add(['apple', 'pear', 'plum']);
    await through();
    expect(await taken(id)).toEqual(['apple [apple]']);
    expect(await taken(broken.id)).toEqual([]);
    expect(await test.database.comment.count()).toBe(3);
  });

  it('match comments in the transaction that stores them, and keep the words', async () => {
    const { id } = await make('Fruit', any('apple', '苹果'));
    await through();
    await add(['an Apple a day', '吃蘋果 or apple', 'pineapple']);
    expect(await taken(id)).toEqual(['an Apple a day [apple]', '吃蘋果 or apple [苹果,apple]']);
    intake.onStored(() => Promise.reject(new Error('no queue')));
    await expect(add(['one more apple'])).rejects.toThrow('no queue');
    expect(await taken(id)).toHaveLength(2);
  });

  it('match what was stored before them, and say how far they are', async () => {
    await add(numbered(10));
    await countComments(10);
    const { id, rematch: begun } = await make('Fruit', any('apple'));
    expect(begun).toEqual({ checked: 0, total: 10 });
    await rematch.advance(workspaceId, 4);
    expect((await monitors.find(workspaceId, id)).rematch).toEqual({ checked: 4, total: 10 });
    await through();
    expect((await monitors.find(workspaceId, id)).rematch).toBeNull();
    expect(await taken(id)).toHaveLength(5);
  });

  it('count no comments while nobody can store', async () => {
    const { id } = await make('Fruit', any('apple'));
    const other = new Database(test.url);
    const asked: string[] = [];
    const watched = other.$extends({
      query: {
        $allOperations: ({ operation, model, args, query }) => (asked.push(`${model} ${operation}`), query(args)),
      },
    });
    const repository = new MonitorRepository(watched as unknown as Database);
    await repository.create(workspaceId, { name: 'More', competitor: false, rules: any('pear') });
    await repository.update(workspaceId, id, { rules: any('plum') });
    await other.$disconnect();
    expect(asked).toContain('Monitor create');
    expect(asked.filter((call) => /^Comment /.test(call))).toEqual([]);
  });

  it('go on where they were when the process that matched them was cut off in the middle of a slice', async () => {
    await add(numbered(20));
    await countComments(20);
    const { id } = await make('Fruit', any('apple'));
    await rematch.advance(workspaceId, 4);
    const other = new Database(test.url);
    const doomed = new MonitorRematchRepository(other);
    await test.database.$transaction(async (transaction) => {
      // The slice waits for this comment with its matches computed; then its connection is gone, as after kill -9.
      await transaction.$executeRaw`SELECT id FROM comment WHERE text = 'apple 5' FOR UPDATE`;
      const cut = expect(doomed.advance(workspaceId, 4)).rejects.toThrow();
      let killed = 0;
      while (!killed) {
        killed = await test.database
          .$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      }
      await cut;
    });
    await other.$disconnect();
    expect((await monitors.find(workspaceId, id)).rematch).toEqual({ checked: 4, total: 20 });
    await through(new MonitorRematchRepository(test.database));
    expect(await taken(id)).toEqual(
      numbered(20)
        .filter((text) => text.startsWith('apple'))
        .map((text) => `${text} [apple]`),
    );
  });

  it('begin anew when they are changed again before they were through, and forget what older rules took', async () => {
    await add(['a apple', 'b pear', 'c apple', 'd plum', 'e pear', 'f plum']);
    const { id } = await make('Fruit', any('apple'));
    await through();
    await monitors.update(workspaceId, id, { rules: any('pear') });
    await rematch.advance(workspaceId, 4);
    await monitors.update(workspaceId, id, { rules: any('plum') });
    await through();
    expect(await taken(id)).toEqual(['d plum [plum]', 'f plum [plum]']);
  });

  it('are not matched anew for a new name', async () => {
    const { id } = await make('Fruit', any('apple'));
    await through();
    expect(
      await monitors.update(workspaceId, id, { name: 'Apples', competitor: true, rules: any('apple') }),
    ).toMatchObject({ name: 'Apples', competitor: true, rematch: null });
  });

  it('take comments that come meanwhile, each once, and let go of those that are removed', async () => {
    const early = await add(numbered(8));
    const { id } = await make('Fruit', any('apple'));
    await rematch.advance(workspaceId, 3);
    await add(numbered(6));
    await monitors.update(workspaceId, id, { rules: any('apple', 'melon') });
    await rematch.advance(workspaceId, 3);
    await test.database.$transaction((transaction) => intake.removeRun(transaction, workspaceId, early.runId));
    await add(['melon']);
    await through();
    expect(await taken(id)).toEqual(['apple 1 [apple]', 'apple 3 [apple]', 'apple 5 [apple]', 'melon [melon]']);
  });

  it('match a comment again whose text was changed', async () => {
    const { id } = await make('Fruit', any('apple', 'pear'));
    await through();
    const place = await add(['apple', 'pear', 'apple']);
    const comments = [
      { externalId: '0', text: 'plum', publishedAt: new Date() },
      { externalId: '2', text: 'apple and pear', publishedAt: new Date() },
    ];
    await test.database.$transaction((transaction) =>
      intake.store(transaction, { workspaceId, ...place, comments, follow: true }),
    );
    expect(await taken(id)).toEqual(['pear [pear]', 'apple and pear [apple,pear]']);
  });

  it('keep comments whose text was erased', async () => {
    await add(['apple', 'apple pear']);
    const { id } = await make('Fruit', any('apple'));
    await through();
    await test.database.$executeRaw`UPDATE comment SET text = '', erased_at = now() WHERE text = 'apple'`;
    await monitors.update(workspaceId, id, { rules: any('pear') });
    await through();
    expect(await taken(id)).toEqual([' [apple]', 'apple pear [pear]']);
  });

  it('catch up with each other and go on together', async () => {
    await add(numbered(12));
    const first = await make('First', any('apple'));
    await rematch.advance(workspaceId, 5);
    const second = await make('Second', any('pear'));
    const places = async () =>
      (await test.database.monitor.findMany({ orderBy: { id: 'asc' } })).map(({ rematchChecked }) => rematchChecked);
    await rematch.advance(workspaceId, 8);
    expect(await places()).toEqual([5, 5]);
    await through();
    expect([await taken(first.id), await taken(second.id)].map(({ length }) => length)).toEqual([6, 6]);
  });

  it('come back whole when their removal is undone, and are cleared away when it is not', async () => {
    await add(numbered(4));
    const { id } = await make('Fruit', any('apple'));
    await through();
    await monitors.remove(workspaceId, id);
    expect(await monitors.all(workspaceId)).toEqual([]);
    await add(['an apple meanwhile']);
    await rematch.clearRemoved(workspaceId);
    expect(await monitors.restore(workspaceId, id)).toMatchObject({ name: 'Fruit', rematch: null });
    expect(await taken(id)).toHaveLength(3);
    const cleared: number[] = [];
    const forget = async (_transaction: unknown, _workspace: number, monitorId: number) => void cleared.push(monitorId);
    rematch.countedBy({ begin: async () => undefined, slice: async () => null, end: async () => undefined, forget });
    await monitors.remove(workspaceId, id);
    await test.database.$executeRaw`UPDATE monitor SET removed_at = now() - interval '11 minutes'`;
    expect(await rematch.clearRemoved(workspaceId)).toBe(1);
    expect([cleared, await taken(id), await test.database.monitor.count()]).toEqual([[id], [], 0]);
  });

  it('have names of their own, which are free again after a removal', async () => {
    const { id } = await make('Fruit', any('apple'));
    await expect(make('Fruit', any('pear'))).rejects.toThrow(MonitorNameTakenError);
    await monitors.remove(workspaceId, id);
    await make('Fruit', any('pear'));
    await expect(monitors.restore(workspaceId, id)).rejects.toThrow(MonitorNameTakenError);
  });
});
