import { request as httpRequest } from 'node:http';
import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { ImportResult, Run, Source } from '@moodline/sources/contract';
import { SpecApp } from '../spec/spec-app';

const HEADER = 'id,date,text,likes\n';
const row = (index: number) =>
  `t${index},2026-05-03 08:${String(index % 60).padStart(2, '0')},Comment number ${index},${index % 7}\n`;
const file = (count: number, from = 0) =>
  HEADER + Array.from({ length: count }, (_, index) => row(from + index)).join('');

describe('importing a file', () => {
  let db: TestDatabase;
  let spec: SpecApp;

  beforeAll(async () => {
    db = await createTestDatabase();
    spec = await SpecApp.start(DatabaseModule.forRoot(db.url), db.workspaceId);
  });

  afterAll(async () => {
    await spec?.close();
    await db?.close();
  });

  beforeEach(async () => {
    await db.database.comment.deleteMany();
    await db.database.crawlRun.deleteMany();
    await db.database.source.deleteMany();
  });

  const importFile = (body: string | Uint8Array, query: Record<string, string> = {}) =>
    spec.request<ImportResult & { code: string }>(
      'POST',
      `/imports?${new URLSearchParams({ name: 'reviews.csv', ...query }).toString()}`,
      body,
    );
  const sources = async () => (await spec.request<Source[]>('GET', '/sources')).body;

  it('stores its comments and says how the file was understood', async () => {
    const { status, body } = await importFile(`${file(3)}t9,someday,Too vague,1\n`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      rows: 4,
      imported: 3,
      duplicates: 0,
      rejectedCount: 1,
      dryRun: false,
      encoding: 'utf-8',
      format: 'csv',
      delimiter: ',',
      columns: ['id', 'date', 'text', 'likes'],
    });
    expect(body.rejected).toEqual([
      {
        line: 5,
        code: 'unreadable-time',
        reason: 'The time "someday" is not a time Moodline can read, or does not exist.',
      },
    ]);
    expect(body.preview[0]).toEqual({
      line: 2,
      text: 'Comment number 0',
      publishedAt: '2026-05-03T00:00:00.000Z',
      engagement: 0,
      externalId: 't0',
      language: 'en',
    });
    expect(await sources()).toMatchObject([
      {
        id: body.sourceId,
        kind: 'file',
        name: 'reviews',
        comments: 3,
        lastRun: {
          id: body.runId,
          status: 'done',
          trigger: 'import',
          rows: 4,
          imported: 3,
          rejected: 1,
          fileName: 'reviews.csv',
        },
      },
    ]);
  });

  it('adds nothing the second time, also when rows have no id of their own', async () => {
    expect((await importFile(file(1500))).body).toMatchObject({ rows: 1500, imported: 1500, duplicates: 0 });
    expect((await importFile(file(1600))).body).toMatchObject({ rows: 1600, imported: 100, duplicates: 1500 });
    const withoutId = 'date,text\n2026-05-03,same\n2026-05-03,same\n2026-05-03,other\n';
    expect((await importFile(withoutId, { source: 'B' })).body).toMatchObject({ imported: 2, duplicates: 1 });
    expect((await importFile(withoutId, { source: 'B' })).body).toMatchObject({ imported: 0, duplicates: 3 });
  });

  it('counts in a dry run exactly what the import then does, and writes nothing', async () => {
    await importFile(file(10));
    const text = `${file(1200, 5)}${row(5)}x,,no time,1\n`;
    const dry = (await importFile(text, { dryRun: 'true' })).body;
    expect(dry).toMatchObject({
      rows: 1202,
      imported: 1195,
      duplicates: 6,
      rejectedCount: 1,
      dryRun: true,
      runId: null,
    });
    expect(await db.database.comment.count()).toBe(10);
    expect(await db.database.crawlRun.count()).toBe(1);
    expect((await importFile(text)).body).toMatchObject({ imported: 1195, duplicates: 6, rejectedCount: 1 });
    expect((await importFile(file(1), { dryRun: 'true', source: 'New one' })).body).toMatchObject({
      imported: 1,
      sourceId: null,
    });
    expect(await db.database.source.count()).toBe(1);
  });

  it('takes columns by hand, times in a given zone, and sources from a column', async () => {
    const text = 'when;site;words;id\n03/04/2026 08:00;Weibo X;first one;1x\n25/04/2026 08:00;Forum X;second one;2x\n';
    const mapping = JSON.stringify({ publishedAt: 'when', text: 'words', source: 'site' });
    const { body } = await importFile(text, { mapping, timeZone: 'Europe/London' });
    expect(body.preview.map(({ publishedAt }) => publishedAt)).toEqual([
      '2026-04-03T07:00:00.000Z',
      '2026-04-25T07:00:00.000Z',
    ]);
    expect((await sources()).map(({ name, comments }) => [name, comments])).toEqual([
      ['Forum X', 1],
      ['reviews', 0],
      ['Weibo X', 1],
    ]);
    await spec.request('DELETE', `/runs/${body.runId}`);
    expect(await sources()).toEqual([]);
  });

  it('can be undone, and only that import', async () => {
    const first = (await importFile(file(5))).body;
    const second = (await importFile(file(1005))).body;
    const news = spec.event((event) => event.type === 'run' && event.data.status === 'undone');
    const { status, body } = await spec.request<Run>('DELETE', `/runs/${second.runId}`);
    expect([status, body.status, body.imported]).toEqual([200, 'undone', 1000]);
    expect(await news).toMatchObject({ data: { runId: second.runId } });
    expect(await sources()).toMatchObject([{ name: 'reviews', comments: 5 }]);
    await spec.request('DELETE', `/runs/${first.runId}`);
    expect(await sources()).toEqual([]);
    expect((await spec.request('DELETE', `/runs/${first.runId}`)).status).toBe(404);
  });

  it.each([
    ['', 'empty-file'],
    [Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'binary-file'],
    ['just\nsome\nlines\n', 'not-a-table'],
    ['label,review\n1,good one\n', 'no-time-column'],
  ])('leaves nothing behind when the file is refused', async (body, code) => {
    expect(await importFile(body)).toMatchObject({ status: 400, body: { code } });
    expect(await sources()).toEqual([]);
  });

  it('refuses unknown zones, sources of the demo, and bodies somebody else has read', async () => {
    await db.database.source.create({ data: { workspaceId: db.workspaceId, kind: 'demo', name: 'Weibo' } });
    expect(await importFile(file(1), { timeZone: 'Mars/North' })).toMatchObject({
      status: 400,
      body: { code: 'unknown-time-zone' },
    });
    expect(await importFile(file(1), { source: 'Weibo' })).toMatchObject({
      status: 409,
      body: { code: 'demo-source' },
    });
    expect(await spec.request('POST', '/imports?name=a.json', { a: 1 })).toMatchObject({
      status: 415,
      body: { code: 'wrong-content-type' },
    });
  });

  it('answers at once when a large file is refused in its first bytes', async () => {
    const page = `<!doctype html>${'x'.repeat(20_000_000)}`;
    expect(await importFile(page)).toMatchObject({ status: 400, body: { code: 'not-a-table' } });
  });

  it('keeps what was stored when the client goes away, and says so', async () => {
    const ended = spec.event((event) => event.type === 'run' && event.data.status === 'failed');
    const moved = spec.event((event) => event.type === 'run' && event.data.status === 'running');
    const upload = httpRequest(`${spec.url}/imports?name=cut.csv`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
    });
    upload.on('error', () => undefined);
    upload.write(file(6000));
    await moved;
    upload.destroy();
    const { data } = (await ended) as { data: { runId: number } };
    const { body: run } = await spec.request<Run>('GET', `/runs/${data.runId}`);
    const stored = await db.database.comment.count();
    expect(run).toMatchObject({ status: 'failed', errorCode: 'upload-cut-off', imported: stored });
    expect(run.errorMessage).toContain(`${stored} new comments`);
    expect((await importFile(file(6000), { source: 'cut' })).body).toMatchObject({
      imported: 6000 - stored,
      duplicates: stored,
    });
  });
});
