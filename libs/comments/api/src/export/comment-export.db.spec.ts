import { Writable } from 'node:stream';
import { EXPORT_COLUMNS, exportedCommentSchema, type ExportFormat } from '@moodline/comments/contract';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { Workbook } from 'exceljs';
import { CommentRepository } from '../comment.repository';
import { FilterResolver } from '../filter-resolver';
import { ThemeWordsQuery } from '../search/theme-words.query';
import { CommentExport } from './comment-export';
import { ExportProgressBoard } from './export-progress';
import { ExportRowsQuery } from './export-rows.query';

describe('exporting comments', () => {
  let test: TestDatabase;
  let exporter: CommentExport;
  let filters: FilterResolver;
  let board: ExportProgressBoard;
  let ids: number[];

  beforeAll(async () => {
    test = await createTestDatabase();
    const comments = new CommentRepository(test.database);
    filters = new FilterResolver(comments, new ThemeWordsQuery(test.database));
    board = new ExportProgressBoard();
    exporter = new CommentExport(comments, new ExportRowsQuery(test.database), board);
    ids = await storeLabelled(test, [
      {
        text: '=HYPERLINK("http://evil.example","x")',
        label: 'negative',
        publishedAt: new Date('2026-11-01T10:00:00Z'),
      },
      { text: '@… 电池, "很差"\n第二行', label: 'negative', publishedAt: new Date('2026-11-02T10:00:00Z') },
      { text: 'plain', label: 'positive', publishedAt: new Date('2026-11-03T10:00:00Z'), source: 'App Store' },
    ]);
    const { workspaceId, database } = test;
    await database.comment.update({
      where: { workspaceId_id: { workspaceId, id: ids[1] as number } },
      data: {
        stars: 1.5,
        recommended: false,
        version: '2.4.1',
        permalink: 'https://example.com/2',
        parentId: 'p1',
        engagement: 7,
        externalId: '#abc',
        leftOut: 'staff',
      },
    });
    await database.comment.update({
      where: { workspaceId_id: { workspaceId, id: ids[2] as number } },
      data: { dateUnknown: true, externalId: 'ext-3' },
    });
    const monitor = await database.monitor.create({ data: { workspaceId, name: 'Battery', rules: {} } });
    await database.commentMonitor.create({
      data: { workspaceId, monitorId: monitor.id, commentId: ids[1] as number, words: ['电池'] },
    });
    const user = await database.user.create({ data: { workspaceId, name: 'Ann', role: 'analyst' } });
    const late = await database.tag.create({ data: { workspaceId, name: 'Late; very', color: 'red', applyNew: true } });
    const other = await database.tag.create({ data: { workspaceId, name: 'Other', color: 'blue' } });
    const said = {
      workspaceId,
      commentId: ids[1] as number,
      userId: user.id,
      saidAt: new Date('2026-11-05T00:00:00.120Z'),
    };
    await database.commentTag.createMany({
      data: [
        { ...said, tagId: late.id, said: true },
        { ...said, tagId: other.id, said: false, drawn: true },
        { workspaceId, commentId: ids[2] as number, tagId: late.id, probability: 0.875, given: 'new' },
        { workspaceId, commentId: ids[2] as number, tagId: other.id, probability: 0.875, given: 'new' },
      ],
    });
    await database.humanLabel.create({
      data: { workspaceId, commentId: ids[1] as number, label: 'neutral', userId: user.id, reason: 'a joke' },
    });
  });

  afterAll(() => test.close());

  async function written(format: ExportFormat, query: object = {}): Promise<Buffer> {
    const parts: Buffer[] = [];
    const target = new Writable({
      write: (part: Buffer, _, done) => {
        parts.push(Buffer.from(part));
        done();
      },
    });
    const filter = await filters.resolve(test.workspaceId, query);
    await exporter.write({ filter, format, ticket: 'ticket-1' }, target);
    return Buffer.concat(parts);
  }

  it('writes JSON Lines with everything that is known of a comment', async () => {
    const lines = (await written('jsonl')).toString().trim().split('\n');
    const rows = lines.map((line) => exportedCommentSchema.parse(JSON.parse(line)));
    expect(rows.map(({ moodline_id }) => moodline_id)).toEqual(ids);
    expect(rows[1]).toMatchObject({
      id: 'kept:#abc',
      source: 'Forum',
      text: '@… 电池, "很差"\n第二行',
      published_at: '2026-11-02T10:00:00.000Z',
      date_unknown: false,
      language: 'zh',
      likes: 7,
      stars: 1.5,
      recommended: false,
      version: '2.4.1',
      link: 'https://example.com/2',
      parent_id: 'p1',
      monitors: ['Battery'],
      label: 'neutral',
      machine_label: 'negative',
      person_label: 'neutral',
      person_label_by: 'Ann',
      person_label_reason: 'a joke',
      left_out: 'staff',
      tags: ['Late; very'],
      person_tags: [
        { tag: 'Late; very', color: 'red', said: true, by: 'Ann', at: '2026-11-05T00:00:00.120Z', drawn: false },
        { tag: 'Other', color: 'blue', said: false, by: 'Ann', at: '2026-11-05T00:00:00.120Z', drawn: true },
      ],
      machine_tags: [],
    });
    expect(rows[2]).toMatchObject({
      tags: ['Late; very'],
      person_tags: [],
      machine_tags: [{ tag: 'Late; very', probability: 0.875 }],
    });
    expect(rows[2]).toMatchObject({
      id: 'ext-3',
      source: 'App Store',
      date_unknown: true,
      stars: null,
      person_label: null,
    });
    expect(board.of(test.workspaceId, 'ticket-1')).toEqual({ written: 3, state: 'done' });
  });

  it('writes a table that Excel reads as UTF-8 and in which nothing is a formula', async () => {
    const csv = (await written('csv')).toString();
    expect(csv.startsWith(`\uFEFF${EXPORT_COLUMNS.join()}\r\n`)).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
    expect(csv).toContain(`"'@… 电池, ""很差""\n第二行"`);
  });

  it('writes a workbook whose cells are texts, numbers and truth values', async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load((await written('xlsx')) as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet('Comments');
    const cell = (row: number, column: (typeof EXPORT_COLUMNS)[number]) =>
      sheet?.getRow(row).getCell(EXPORT_COLUMNS.indexOf(column) + 1);
    expect(sheet?.rowCount).toBe(4);
    expect(cell(1, 'text')?.value).toBe('text');
    expect(cell(2, 'text')?.value).toBe('=HYPERLINK("http://evil.example","x")');
    expect(cell(2, 'text')?.formula).toBeUndefined();
    expect(cell(3, 'likes')?.value).toBe(7);
    expect(cell(3, 'recommended')?.value).toBe(false);
    expect(cell(3, 'text')?.value).toBe('@… 电池, "很差"\n第二行');
  });

  it('writes what has parts as JSON into a cell, and names behind each other', async () => {
    const csv = (await written('csv')).toString();
    expect(csv).toContain(`"[{""tag"":""Late; very"",""color"":""red"",""said"":true,""by"":""Ann""`);
    expect(csv).toContain(`"[{""tag"":""Late; very"",""probability"":0.875}]"`);
  });

  it('writes what the filter shows and nothing else', async () => {
    const texts = async (query: object) =>
      (await written('jsonl', query))
        .toString()
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { text: string }).text);
    expect(await texts({ label: ['positive'] })).toEqual(['plain']);
    expect(await texts({ stars: [2] })).toEqual(['@… 电池, "很差"\n第二行']);
    expect(await texts({ stars: [5] })).toEqual([]);
    expect(await texts({ version: ['2.4', '2.4.1'] })).toEqual(['@… 电池, "很差"\n第二行']);
    expect(await texts({ version: ['2.4'] })).toEqual([]);
    expect(await texts({ leftOut: 'no', recommended: 'no' })).toEqual([]);
    expect(await texts({ source: ['App Store'] })).toEqual(['plain']);
  });

  it('says that it failed when the reader goes away', async () => {
    const filter = await filters.resolve(test.workspaceId, {});
    for (const format of ['csv', 'xlsx'] as const) {
      const target = new Writable({ write: (_part, _encoding, done) => done(new Error('gone')) });
      await expect(exporter.write({ filter, format, ticket: 'ticket-2' }, target)).rejects.toThrow('gone');
      expect(board.of(test.workspaceId, 'ticket-2').state).toBe('failed');
      expect(target.destroyed).toBe(true);
    }
  });
});
