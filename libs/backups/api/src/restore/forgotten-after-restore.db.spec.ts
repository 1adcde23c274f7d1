import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { CommentForgetter, CommentIntake, ForgottenRepository, type IncomingComment } from '@moodline/comments/api';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { BackupBench, PASSPHRASE, PRISMA } from '../testing/backup-bench';
import { restoreBackup } from './backup-restorer';
import { InstallationFiles } from './installation-files';

const incoming = (externalId: string, text: string, author: string | null = null): IncomingComment => ({
  externalId,
  text,
  author,
  publishedAt: new Date('2026-05-03T00:00:00Z'),
});

describe('who was forgotten after the backup', () => {
  let test: TestDatabase;
  let bench: BackupBench;
  let files: InstallationFiles;
  let file: string;
  let place: { sourceId: number; runId: number };

  beforeEach(async () => {
    test = await createTestDatabase();
    bench = new BackupBench(test);
    files = bench.files();
    place = await test.source('Forum');
    await store([
      incoming('a', 'one', 'Zhang San'),
      incoming('b', 'two', 'Zhang San'),
      incoming('c', 'three', 'Li Si'),
      incoming('d', 'my number is in here', 'Wang Wu'),
      incoming('e', 'before it was edited', 'Wang Wu'),
      incoming('f', 'stays', 'Wang Wu'),
    ]);
    file = await bench.backUp(test.url, files);
  });
  afterEach(async () => {
    await bench.close();
    await test.close();
  });

  function parts(key = Buffer.from(files.read().authorKey, 'hex')) {
    const intake = new CommentIntake(key);
    const forgotten = new ForgottenRepository(test.database, intake, key);
    return { intake, forgotten, forgetter: new CommentForgetter(forgotten) };
  }
  const store = (comments: IncomingComment[]) =>
    test.database.$transaction((transaction) =>
      parts().intake.store(transaction, { workspaceId: test.workspaceId, ...place, comments, follow: true }),
    );
  const idOf = async (externalId: string) =>
    Number((await test.database.comment.findFirstOrThrow({ where: { externalId } })).id);
  const left = async () =>
    (await test.database.comment.findMany({ orderBy: { externalId: 'asc' } })).map(({ externalId }) => externalId);
  const forget = async (externalId: string, scope: 'author' | 'text') =>
    parts().forgetter.forget(test.workspaceId, await idOf(externalId), scope);

  async function forgetSome(): Promise<void> {
    await forget('a', 'author');
    await forget('d', 'text');
    await store([incoming('e', 'after it was edited', 'Wang Wu')]);
    await forget('e', 'text');
    expect(await left()).toEqual(['c', 'f']);
  }

  /** Over the data in use, or where `list` is given into an empty database that takes their place for this spec. */
  async function restore(into: InstallationFiles, list?: string) {
    await test.database.$disconnect();
    const talk = { confirm: () => Promise.resolve(), progress: () => undefined };
    return restoreBackup(file, PASSPHRASE, { url: test.url, prismaDir: PRISMA, files: into, forgotten: list }, talk);
  }

  async function listFile(): Promise<string> {
    const path = bench.path('forgotten.jsonl');
    const lines: string[] = [];
    for await (const line of parts().forgotten.list(test.workspaceId)) lines.push(`${JSON.stringify(line)}\n`);
    writeFileSync(path, lines.join(''));
    return path;
  }

  async function expectForgotten(): Promise<void> {
    await parts().forgetter.resume();
    expect(await left()).toEqual(['c', 'f']);
    expect(await parts().forgotten.unfinished()).toEqual([]);
    const again = [
      incoming('x', 'something new', 'Zhang San'),
      incoming('y', 'My number is in here!'),
      incoming('e', 'again'),
    ];
    expect(await store(again)).toMatchObject({ imported: 0, filtered: 3 });
  }

  it('stays forgotten where the backup takes the place of the installation it was made of', async () => {
    await forgetSome();
    const { forgotten } = await restore(files);
    // An author, two texts, and the four comments that went with them.
    expect(forgotten).toEqual({ carried: 7, lost: 0 });
    expect(await left()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    await expectForgotten();
  });

  it('stays forgotten in an empty folder, by the list that was kept elsewhere', async () => {
    await forgetSome();
    const list = await listFile();
    expect(readFileSync(list, 'utf8')).not.toMatch(/Zhang|number/);
    await bench.ask(test.url, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    const there = bench.files();
    expect((await restore(there, list)).forgotten).toEqual({ carried: 7, lost: 0 });
    await expectForgotten();
  });

  it('gives the number of a source that was made after the backup to no other one', async () => {
    const shop = await test.source('Shop');
    await test.database.$transaction((transaction) =>
      parts().intake.store(transaction, {
        workspaceId: test.workspaceId,
        ...shop,
        comments: [incoming('s', 'shop', 'Zhang San')],
      }),
    );
    await forgetSome();
    await restore(files);
    expect((await test.source('Another')).sourceId).toBeGreaterThan(shop.sourceId);
  });

  it('adds nothing where nobody was forgotten since', async () => {
    await forgetSome();
    file = await bench.backUp(test.url, files);
    expect((await restore(files)).forgotten).toEqual({ carried: 0, lost: 0 });
    expect(await parts().forgotten.unfinished()).toEqual([]);
  });

  it('says so where the list that goes belongs to another installation, and makes no key to read it with', async () => {
    await forgetSome();
    const other = bench.files();
    expect((await restore(other)).forgotten).toEqual({ carried: 0, lost: 7 });
  });

  it.each([
    ['a list of another installation', 'other-forgotten-list'],
    ['a file that is no list', 'no-forgotten-list'],
    ['a list with a damaged line', 'no-forgotten-list'],
    ['a file that is not there', 'no-file'],
  ])('refuses %s, and changes nothing', async (what, code) => {
    await forgetSome();
    const before = await bench.sums(test.url);
    const list = await listFile();
    if (what.includes('another')) writeFileSync(list, readFileSync(list, 'utf8').replace(/"key":"../, '"key":"..'));
    if (what.includes('no list')) writeFileSync(list, 'Zhang San\n');
    if (what.includes('damaged')) writeFileSync(list, `${readFileSync(list, 'utf8')}{"workspace":1,"kind":"auth`);
    const named = what.includes('not there') ? `${list}.not` : list;
    await expect(restore(files, named)).rejects.toMatchObject({ code });
    expect(await bench.sums(test.url)).toEqual(before);
    expect(existsSync(list)).toBe(true);
  });
});
