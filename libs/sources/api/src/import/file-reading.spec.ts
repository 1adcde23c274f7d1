import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCommentRow } from '../incoming/comment-row';
import { openFile } from './file-reading';
import { fileOf } from './stored-file';

const OPTIONS = { mapping: {}, timeZone: 'Asia/Shanghai', now: new Date('2026-06-15T12:00:00Z') };

/** Reads a fixture in small pieces and sums up what was understood. */
async function read(name: string, mapping = {}) {
  const file = fileOf(await readFile(join(__dirname, 'fixtures', name)), 50);
  const reading = await openFile(file, { ...OPTIONS, mapping });
  const rows = [];
  for await (const records of reading.rows())
    rows.push(...records.map((record) => readCommentRow(record, reading.plan)));
  return {
    format: [reading.format.format, reading.format.delimiter, reading.encoding()],
    comments: rows.flatMap((row) =>
      'comment' in row ? [[row.comment.text, row.comment.publishedAt.toISOString(), row.comment.engagement]] : [],
    ),
    ids: rows.flatMap((row) => ('comment' in row ? [row.comment.externalId] : [])),
    bad: rows.flatMap((row) => ('problem' in row ? [`${row.line} ${row.problem.code}`] : [])),
  };
}

describe('a file', () => {
  it('may be a Chinese export: GB18030, semicolons, line breaks in quotes', async () => {
    expect(await read('ok/chinese-semicolon-gb18030.csv')).toEqual({
      format: ['csv', ';', 'gb18030'],
      comments: [
        ['音质比上一代好太多了，就是盒子容易刮花', '2026-05-03T00:00:00.000Z', 12],
        ['降噪一般；地铁里\n还是吵', '2026-05-03T01:30:00.000Z', 12_000],
        ['充一次电能用一周👍', '2026-05-04T13:05:00.000Z', 0],
      ],
      ids: ['c1', 'c2', 'c3'],
      bad: [],
    });
  });

  it('may be a Japanese export: UTF-16, tabs', async () => {
    const { format, comments } = await read('ok/japanese-utf16.tsv');
    expect(format).toEqual(['csv', '\t', 'utf-16le']);
    expect(comments).toEqual([
      ['音がとても良いです', '2026-05-03T00:00:00.000Z', 3],
      ['すぐ壊れました、残念', '2026-05-04T12:15:00.000Z', 0],
    ]);
  });

  it('may have no header', async () => {
    const { comments } = await read('ok/no-header.csv');
    expect(comments).toHaveLength(3);
    expect(comments[0]).toEqual(['the left bud keeps cutting out, third week in a row', '2026-04-06T14:19:45.000Z', 0]);
  });

  it('may have a delimiter nobody else uses', async () => {
    const { format, comments } = await read('ok/unusual-delimiter.txt');
    expect(format).toEqual(['csv', '^', 'utf-8']);
    expect(comments).toEqual([
      ['Love it, really', '2026-05-04T16:00:00.000Z', 4],
      ['Not for me: too heavy', '2026-05-05T16:00:00.000Z', 0],
    ]);
  });

  it('may be the answer of an API: the longest list deep in an object', async () => {
    const { format, comments, ids } = await read('ok/nested.json');
    expect(format).toEqual(['json', null, 'utf-8']);
    expect(ids).toEqual(['570306133677760513', '570306133677760514']);
    expect(comments[0]).toEqual(['第一！这次更新很稳', '2026-05-03T08:00:00.000Z', 3]);
  });

  it('may have one JSON object a line', async () => {
    const { format, ids } = await read('ok/reviews.jsonl');
    expect(format).toEqual(['jsonl', null, 'utf-8']);
    expect(ids).toEqual(['g1', 'g2']);
  });

  it('brings its good rows and names each bad one by its line', async () => {
    const { comments, bad } = await read('ok/with-bad-rows.csv');
    expect(comments.map(([text]) => text)).toEqual(['fine', 'still read', 'last one']);
    expect(bad).toEqual([
      '3 unreadable-time',
      '4 empty-text',
      '5 unclosed-quote',
      '7 column-count',
      '8 column-count',
      '9 column-count',
    ]);
  });

  it.each([
    ['blank.csv', 'empty-file'],
    ['prose.txt', 'not-a-table'],
    ['page.html', 'web-page'],
    ['list-of-words.json', 'not-a-table'],
    ['no-text.csv', 'no-text-column'],
    ['no-time.csv', 'no-time-column'],
  ])('%s is refused: %s', async (name, code) => {
    await expect(read(`not-ok/${name}`)).rejects.toMatchObject({ code });
  });

  it('is read when somebody says which column is which', async () => {
    await expect(read('not-ok/no-text.csv', { text: 'price' })).resolves.toMatchObject({
      comments: [
        ['12', expect.any(String), 0],
        ['15', expect.any(String), 0],
      ],
    });
    await expect(read('not-ok/no-text.csv', { text: 'body' })).rejects.toMatchObject({
      code: 'unknown-column',
      details: { columns: ['id', 'date', 'price'] },
    });
  });
});
