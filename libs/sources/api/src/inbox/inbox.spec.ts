import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotATableError } from '../import/import.errors';
import type { FileImporter } from '../import/file-importer';
import type { StoredFile } from '../import/stored-file';
import { thisProcess } from '@moodline/shared/work';
import { InboxFolder } from './inbox-folder';
import { InboxImporter } from './inbox-importer';

describe('the inbox', () => {
  let path: string;
  let folder: InboxFolder;
  const drop = (name: string, text = 'id,date,text\n') => {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), text);
  };
  const inside = (name: string) => readdirSync(join(path, name)).sort();
  const settled = async () =>
    (await folder.settled()).map(({ folder: below, name }) => [below, name].filter(Boolean).join('/')).sort();

  beforeEach(async () => {
    path = mkdtempSync(join(tmpdir(), 'moodline-inbox-'));
    folder = new InboxFolder(path);
    await folder.prepare();
  });

  afterEach(() => rmSync(path, { recursive: true, force: true }));

  it('takes files that did not change between two looks', async () => {
    drop('a.csv');
    drop('shop/b.csv');
    expect(await settled()).toEqual([]);
    appendFileSync(join(path, 'a.csv'), '1,2026-05-03,half a');
    expect(await settled()).toEqual(['shop/b.csv']);
    expect(await settled()).toEqual(['a.csv', 'shop/b.csv']);
  });

  it('leaves alone what is unfinished, hidden, linked or too deep', async () => {
    for (const name of [
      'a.csv.part',
      'b.tmp',
      '.c.csv',
      '~d.csv',
      'e.csv~',
      'deep/er/f.csv',
      '.hidden/g.csv',
      'done/h.csv',
      'failed/i.csv',
      'working/j.csv',
    ])
      drop(name);
    symlinkSync(join(path, 'deep/er/f.csv'), join(path, 'link.csv'));
    await settled();
    expect(await settled()).toEqual([]);
  });

  it('gives a file to one process only, and takes it back when that process is no more', async () => {
    drop('shop/a.csv');
    const file = { name: 'a.csv', folder: 'shop', path: join(path, 'shop/a.csv') };
    const claimed = await folder.claim(file);
    expect([claimed?.size, await folder.claim(file)]).toEqual([13, null]);
    writeFileSync(join(path, 'working', '424242~~b.csv'), 'x');
    await new InboxFolder(path).prepare(({ pid }) => pid === 424242);
    expect([inside('shop'), inside('working')]).toEqual([['a.csv'], ['424242~~b.csv']]);
    await new InboxFolder(path).prepare(() => false);
    expect([existsSync(join(path, 'b.csv')), inside('working')]).toEqual([true, []]);
  });

  it('takes a file back when the id of its process was given to another program since', async () => {
    const { pid, born } = thisProcess();
    writeFileSync(join(path, 'working', `${process.ppid}-1~~c.csv`), 'x');
    await new InboxFolder(path).prepare();
    expect([existsSync(join(path, 'c.csv')), inside('working')]).toEqual([true, []]);
    drop('d.csv');
    await folder.claim({ name: 'd.csv', folder: null, path: join(path, 'd.csv') });
    expect(inside('working')).toEqual([`${pid}-${born}~~d.csv`]);
  });

  it.each(['..%2Fescaped', '..%2F..%2Fetc', '%2Ftmp%2Fx', '..', '.', 'a%2Fb', 'done', '%E0%A4%A'])(
    'puts no file outside of itself for a name such as %s',
    async (written) => {
      writeFileSync(join(path, 'working', `424242~${written}~evil.csv`), 'x');
      await new InboxFolder(path).prepare(() => false);
      expect(existsSync(join(path, 'evil.csv'))).toBe(true);
      expect(readdirSync(path).sort()).toEqual(['done', 'evil.csv', 'failed', 'working']);
    },
  );

  it('does not follow a link that took the place of a file after it was looked at', async () => {
    writeFileSync(join(path, 'done', 'secret'), 'keep me');
    symlinkSync(join(path, 'done', 'secret'), join(path, 'a.csv'));
    expect(await folder.claim({ name: 'a.csv', folder: null, path: join(path, 'a.csv') })).toBeNull();
    expect([inside('working'), readFileSync(join(path, 'done', 'secret'), 'utf8')]).toEqual([[], 'keep me']);
    symlinkSync(join(path, 'done', 'secret'), join(path, 'b.csv'));
    await expect(folder.hash({ name: 'b.csv', folder: null, path: join(path, 'b.csv') })).rejects.toThrow('ELOOP');
  });

  it('takes nothing while one of its folders is a link', async () => {
    rmSync(join(path, 'done'), { recursive: true });
    symlinkSync(tmpdir(), join(path, 'done'));
    await expect(folder.prepare()).rejects.toThrow('is a link');
  });

  describe('imports', () => {
    const imported: object[] = [];
    let outcome: () => unknown = () => ({ rows: 1, rejectedCount: 0, rejected: [], doubts: [] });
    let owner: number | null = 1;
    let inbox: InboxImporter;

    beforeEach(async () => {
      imported.length = 0;
      outcome = () => ({ rows: 1, rejectedCount: 0, rejected: [], doubts: [] });
      owner = 1;
      const importer = {
        importStored: async (
          _: number,
          { name, source, fileTime }: { name: string; source: string; fileTime: string },
          file: StoredFile,
        ) => {
          const read: Buffer[] = [];
          for await (const chunk of file.open()) read.push(chunk);
          const complete = Buffer.concat(read).length > 0 && !Number.isNaN(Date.parse(fileTime));
          imported.push({ name, source, complete });
          return outcome();
        },
      } as unknown as FileImporter;
      inbox = new InboxImporter(
        importer,
        { find: async () => owner } as never,
        { INBOX_FOLDER: path, dataDir: '/nowhere' } as never,
      );
    });

    const rounds = async (count = 2, signal = new AbortController().signal) => {
      for (let round = 0; round < count; round++) await inbox.round(signal);
    };

    it('each file once, to the source of its folder or of its own name', async () => {
      drop('reviews.csv');
      drop('Shop A/may.csv', 'id,date,text\n1,2026-05-03,x\n');
      await rounds(4);
      expect(imported).toEqual(
        expect.arrayContaining([
          { name: 'reviews.csv', source: 'reviews', complete: true },
          { name: 'may.csv', source: 'Shop A', complete: true },
        ]),
      );
      // A file whose rows are stored goes: it holds what is never kept of people.
      expect([imported.length, inside('done'), inside('failed'), inside('working')]).toEqual([2, [], [], []]);
      expect(readdirSync(path).sort()).toEqual(['.imported', 'Shop A', 'done', 'failed', 'working']);
    });

    it('nothing twice, whatever it is called, and loses no file of the same name', async () => {
      drop('a.csv');
      await rounds();
      drop('b.csv');
      drop('a.csv', 'other');
      await rounds();
      expect(imported).toHaveLength(2);
      expect(inside('done')).toEqual(['b.csv.imported.txt']);
    });

    it('and says why a file was refused', async () => {
      outcome = () => {
        throw new NotATableError();
      };
      drop('prose.txt');
      await rounds();
      expect(inside('failed')).toEqual(['prose.txt', 'prose.txt.reason.txt']);
      expect(readFileSync(join(path, 'failed/prose.txt.reason.txt'), 'utf8')).toContain('No comments were found');
      outcome = () => ({ rows: 1, rejectedCount: 0, rejected: [], doubts: [] });
      drop('prose.txt');
      await rounds();
      expect([imported.length, inside('done')]).toEqual([2, []]);
    });

    it('and says which rows could not become comments', async () => {
      outcome = () => ({
        rows: 3,
        rejectedCount: 1,
        rejected: [{ line: 3, code: 'no-time', reason: 'The time "李小明 13912345678" is not a time.' }],
        doubts: [],
      });
      drop('some.csv');
      await rounds();
      outcome = () => ({
        rows: 1,
        rejectedCount: 1,
        rejected: [{ line: 2, reason: 'The row has no text.' }],
        doubts: [],
      });
      drop('none.csv', 'x');
      await rounds();
      expect([inside('done'), inside('failed')]).toEqual([
        ['some.csv.imported.txt'],
        ['none.csv', 'none.csv.reason.txt'],
      ]);
      expect(readFileSync(join(path, 'done/some.csv.imported.txt'), 'utf8')).toBe(
        '1 of 3 rows could not become comments.\nline 3: The time "…" is not a time.\n',
      );
    });

    it('nothing before there is an owner', async () => {
      owner = null;
      drop('a.csv');
      await rounds(3);
      expect([imported, existsSync(join(path, 'a.csv'))]).toEqual([[], true]);
    });

    it('a file again that was interrupted by a stop', async () => {
      const stop = new AbortController();
      outcome = () => {
        stop.abort();
        throw new Error('the database is gone');
      };
      drop('shop/a.csv');
      await rounds(2, stop.signal);
      expect([inside('shop'), inside('failed'), inside('working')]).toEqual([['a.csv'], [], []]);
    });
  });
});
