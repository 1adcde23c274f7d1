import { gzipSync } from 'node:zlib';
import { readExport, lines } from './spec/read-export';
import { workbookFiles, zipOf } from './spec/workbook-of';

const REVIEWS = {
  name: 'Reviews',
  rows: [
    ['Export of May'],
    null,
    ['Date', 'Comment', 'Likes', 'Review ID'],
    [{ date: 46080.48321 }, 'late again', 12, 7.45678e18],
    [{ date: 46081 }, 'good\ncoffee & more', 3, 7.45678e18],
    ['', '', '', ''],
    [{ date: 46082.5 }, '', 3, 7.45678e18],
  ],
} as const;

describe('an Excel workbook', () => {
  it('is read with its dates, below the lines above its header', async () => {
    const { texts, times, likes, bad, ids, doubts, reading } = await readExport(zipOf(workbookFiles([REVIEWS])));
    expect(texts).toEqual(['late again', 'good\ncoffee & more']);
    expect(times).toEqual(['2026-02-27T11:35:49.000Z', '2026-02-28T00:00Z']);
    expect([likes, bad, ids, doubts]).toEqual([[12, 3], ['empty-text'], 2, ['ids-rounded']]);
    expect([reading.format.format, reading.columns]).toEqual(['xlsx', ['Date', 'Comment', 'Likes', 'Review ID']]);
  });

  it('may have days and clocks in two columns, truths, formulas and texts in place', async () => {
    const { times, comments } = await readExport(
      zipOf(
        workbookFiles([
          {
            name: 'A',
            rows: [
              ['Date', 'Time', 'Review', 'Recommended'],
              [
                { date: 46082 },
                { clock: 0.385416666666667 },
                { xml: '<c t="inlineStr"><is><t>late again</t></is></c>' },
                false,
              ],
              [{ date: 46082 }, { clock: 0.75 }, { xml: '<c t="str"><f>A1&amp;"x"</f><v>good coffee</v></c>' }, true],
            ],
          },
        ]),
      ),
    );
    expect(times).toEqual(['2026-03-01T09:15Z', '2026-03-01T18:00Z']);
    expect(comments.map(({ text, recommended }) => [text, recommended])).toEqual([
      ['late again', false],
      ['good coffee', true],
    ]);
  });

  it('keeps the words and leaves out how they are read, and joins pieces', async () => {
    const strings =
      '<sst><si><t>日時</t></si><si><t>本文</t></si><si><t>2026/3/1</t></si><si><t>音が良い</t><rPh sb="0" eb="1"><t>オト</t></rPh></si>' +
      '<si><r><t>とても</t></r><r><rPr><b/></rPr><t>良い</t></r></si></sst>';
    const at = (index: number) => ({ xml: `<c t="s"><v>${index}</v></c>` });
    const rows = [
      [at(0), at(1)],
      [at(2), at(3)],
      [at(2), at(4)],
    ];
    expect((await readExport(zipOf(workbookFiles([{ name: '評価', rows }], { strings })))).texts).toEqual([
      '音が良い',
      'とても良い',
    ]);
  });

  it('is read from the first sheet with a table, or from the one that is asked for; hidden ones are left out', async () => {
    const cover = { name: 'Cover', rows: [['Reviews of our cups'], ['made by hand']] };
    const more = {
      name: 'June',
      rows: [
        ['Date', 'Comment'],
        ['2026-06-01', 'fine'],
      ],
    };
    const hidden = { ...more, name: 'Raw', hidden: true };
    const file = zipOf(workbookFiles([hidden, cover, REVIEWS, more]));
    const { texts, doubts, reading } = await readExport(file);
    expect([texts[0], reading.format.parts]).toEqual(['late again', ['Reviews', 'Cover', 'June']]);
    expect(doubts).toContain('part');
    const june = await readExport(file, { part: 'June' });
    expect([june.texts, june.doubts]).toEqual([['fine'], []]);
    await expect(readExport(file, { part: 'Raw' })).rejects.toMatchObject({ code: 'unknown-part' });
  });

  it.each([
    ['an OpenDocument file', zipOf({ mimetype: 'x', 'content.xml': '<x/>' })],
    ['a binary Excel workbook (.xlsb)', zipOf({ 'xl/workbook.bin': 'x' })],
    ['an old Excel workbook (.xls)', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a workbook that is damaged', zipOf(workbookFiles([REVIEWS])).subarray(0, 900)],
    ['a workbook that is damaged', zipOf(workbookFiles([REVIEWS]), 10)],
    [
      'a workbook that refers to things outside of it',
      zipOf(workbookFiles([REVIEWS], { prolog: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' })),
    ],
  ])('is refused where it is %s', async (what, bytes) => {
    await expect(readExport(bytes)).rejects.toMatchObject({ code: 'binary-file', what });
  });

  it('is refused where it says to be larger than is read', async () => {
    await expect(readExport(zipOf(workbookFiles([REVIEWS]), 3_000_000_000))).rejects.toMatchObject({
      code: 'unpacked-too-large',
    });
  });
});

describe('a gzip file', () => {
  const file = lines('date,comment', '2026-03-01,late again', '2026-03-02,good coffee');

  it('is unpacked as it is read', async () => {
    expect((await readExport(gzipSync(file))).texts).toEqual(['late again', 'good coffee']);
  });

  it('is refused where it is cut off, or holds another archive', async () => {
    await expect(readExport(gzipSync(file).subarray(0, 30))).rejects.toMatchObject({ code: 'binary-file' });
    await expect(readExport(gzipSync(gzipSync(file)))).rejects.toMatchObject({ code: 'archive-file' });
  });
});
