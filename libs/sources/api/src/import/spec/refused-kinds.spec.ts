import { gzipSync } from 'node:zlib';
import { encode } from 'iconv-lite';
import { lines, readExport } from './read-export';
import { workbookFiles, zipOf } from './workbook-of';

/** A file of Office before 2007 that holds something of this name. */
const compound = (name: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')]);
const TABLE = lines('date,comment', '2026-03-01,late again', '2026-03-02,good coffee');

/** A tape archive of one file. */
function tarOf(text: string): Buffer {
  const head = Buffer.alloc(512);
  head.write('a.csv', 0);
  head.write('ustar', 257);
  return Buffer.concat([head, Buffer.from(text), Buffer.alloc(1024)]);
}

describe('files that hold no table', () => {
  it.each<[string, Buffer | string, string, RegExp]>([
    ['zip', zipOf({ 'a.csv': TABLE }), 'archive-file', /zip archive\. Unpack it/],
    ['a tar', tarOf(TABLE), 'archive-file', /tar archive\. Unpack it/],
    ['a tar in gzip', gzipSync(tarOf(TABLE)), 'archive-file', /tar archive\. Unpack it/],
    ['7z', Buffer.from('377abcaf271c0004', 'hex'), 'archive-file', /7z archive/],
    ['RAR', Buffer.from('526172211a0700', 'hex'), 'archive-file', /RAR archive/],
    ['a workbook with a password', compound('EncryptedPackage'), 'locked-workbook', /take the password off/],
    ['.xls', compound('Workbook'), 'binary-file', /old Excel workbook .* save it as \.xlsx or CSV/],
    ['.doc', compound('WordDocument'), 'binary-file', /old Word document/],
    ['.msg', compound('__substg1.0_1000001E'), 'binary-file', /e-mail of Outlook/],
    ['.ods', zipOf({ mimetype: 'x', 'content.xml': '<x/>' }), 'binary-file', /OpenDocument file, .* save it as \.xlsx/],
    ['.numbers', zipOf({ 'Index/Document.iwa': 'x' }), 'binary-file', /Numbers, Pages or Keynote/],
    ['.pptx', zipOf({ 'ppt/presentation.xml': '<x/>' }), 'binary-file', /PowerPoint/],
    ['Parquet', Buffer.from('PAR1\u0015\u0000'), 'binary-file', /Parquet file/],
    ['.rtf', '{\\rtf1\\ansi late again}', 'binary-file', /text document/],
    [
      'a chat without times',
      lines('Ann: the lid leaks', 'Bob: mine is fine', 'Ann: then send me yours', 'Bob: no way'),
      'chat-without-days',
      /tell no day/,
    ],
    [
      'a chat with clocks alone',
      lines('[10:00] Ann: the lid leaks', '[10:01] Bob: mine is fine', '[10:05] Ann: send me yours'),
      'chat-without-days',
      /tell no day/,
    ],
    [
      'a chat of a meeting',
      lines('10:00:15 From Ann to Everyone:', 'the sound is bad', '10:01:00 From Bob to Everyone:', 'fine for me'),
      'chat-without-days',
      /tell no day/,
    ],
    [
      'the words of a film',
      '1\n00:00:01,000 --> 00:00:04,000\nHello and welcome\n\n2\n00:00:05,000 --> 00:00:08,000\nto our film\n',
      'chat-without-days',
      /tell no day/,
    ],
  ])('%s is refused with what to do', async (_, content, code, words) => {
    await expect(readExport(content)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(words) as string,
    });
  });

  it.each([
    ['a table of three columns', lines('from;day;text', 'Ann;2026-03-01;late', 'Bob;2026-03-02;fine')],
    ['a list of comments that begin with names', lines('date;comment', '2026-03-01;Ann: late', '2026-03-02;Bob: fine')],
  ])('%s is no chat', async (_, content) => expect((await readExport(content)).texts).toHaveLength(2));
});

describe('files that were put together', () => {
  it('from two charsets keep the lines of both', async () => {
    const gbk = encode(lines('日期,评论', '2026-03-01,盖子会漏水而且没人理', '2026-03-02,颜色很好看'), 'gb18030');
    const utf8 = Buffer.from(lines('2026-03-03,质量太差一摔就碎', '2026-03-04,保温效果不错'));
    expect((await readExport(Buffer.concat([gbk, utf8]))).texts).toEqual([
      '盖子会漏水而且没人理',
      '颜色很好看',
      '质量太差一摔就碎',
      '保温效果不错',
    ]);
  });

  it.each([
    ['a line of another charset is read', encode('2026-03-10,盖子会漏水而且没人理\n', 'gb18030'), 61, []],
    [
      'bytes of no charset cost their row',
      Buffer.concat([Buffer.from('2026-03-11,'), Buffer.from('ff80ff80ff80ff80', 'hex'), Buffer.from('\n')]),
      60,
      ['broken-text'],
    ],
  ])('%s among others', async (_, line, count, problems) => {
    const rows = Array.from({ length: 60 }, (__, at) => `2026-03-0${(at % 9) + 1},保温效果不错的杯子${at}`);
    const { texts, bad } = await readExport(Buffer.concat([Buffer.from(lines('date,comment', ...rows)), line]));
    expect([texts.length, texts[59], texts[60], bad]).toEqual([
      count,
      '保温效果不错的杯子59',
      count > 60 ? '盖子会漏水而且没人理' : undefined,
      problems,
    ]);
  });

  it('with a header of their own in the middle are read on, and another table is refused row by row', async () => {
    const again = await readExport(lines(TABLE.trim(), '', 'date,comment', '2026-03-03,fine'));
    expect([again.texts.at(-1), again.bad]).toEqual(['fine', ['unreadable-time']]);
    const other = await readExport(
      lines(TABLE.trim(), '', 'comment,date', 'leaks,2026-03-03', '', 'date,comment', '2026-03-04,ok'),
    );
    expect(other.bad).toEqual(['other-table', 'other-table', 'unreadable-time']);
    expect(other.texts).toEqual(['late again', 'good coffee', 'ok']);
  });

  it('of a workbook with two tables on a sheet read the first one', async () => {
    const rows = [
      ['Date', 'Comment', 'Likes'],
      ['2026-03-01', 'late again', 3],
      ['2026-03-02', 'good coffee', 4],
      null,
      ['Product', 'Date', 'Author'],
      ['cup', '2026-03-03', 'Ann'],
    ] as const;
    const { texts, bad } = await readExport(zipOf(workbookFiles([{ name: 'A', rows }])));
    expect([texts, bad]).toEqual([
      ['late again', 'good coffee'],
      ['other-table', 'other-table'],
    ]);
  });

  it('with thousands of columns are read', async () => {
    const many = (value: (at: number) => string) => Array.from({ length: 6_000 }, (_, at) => value(at)).join(',');
    const zeros = many(() => '0');
    const rows = [
      `date,comment,${many((at) => `x${at}`)}`,
      `2026-03-01,late again,${zeros}`,
      `2026-03-02,fine,${zeros}`,
    ];
    expect((await readExport(lines(...rows))).texts).toEqual(['late again', 'fine']);
  });
});
