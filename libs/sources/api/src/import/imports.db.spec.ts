import { request as httpRequest } from 'node:http';
import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { ImportDoubt, ImportResult, Run, Source } from '@moodline/sources/contract';
import { CommentIntake } from '@moodline/comments/api';
import { RunUndoRepository } from '../runs/run-undo.repository';
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
  /** Undoes a run, and waits until it is undone. */
  const undone = async (runId: number | null) => {
    const over = spec.event(
      (event) => event.type === 'run' && event.data.status === 'undone' && event.data.runId === runId,
    );
    const { body } = await spec.request<Run>('DELETE', `/runs/${runId}`);
    if (body.status === 'undoing') await over;
    return (await spec.request<Run>('GET', `/runs/${runId}`)).body;
  };
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
      stars: null,
      recommended: null,
      version: null,
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
    expect((await importFile(withoutId, { source: 'B' })).body).toMatchObject({ imported: 3, duplicates: 0 });
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
      ['Weibo X', 1],
    ]);
    expect(body.runIds).toHaveLength(2);
    expect((await sources()).map(({ lastRun }) => [lastRun?.imported, lastRun?.rows, lastRun?.status])).toEqual([
      [1, 1, 'done'],
      [1, 1, 'done'],
    ]);
    for (const runId of body.runIds) await undone(runId);
    expect((await sources()).map(({ comments, lastRun }) => [comments, lastRun?.status])).toEqual([
      [0, 'undone'],
      [0, 'undone'],
    ]);
  });

  it('can be undone, and only that import; the source and its history stay', async () => {
    const first = (await importFile(file(5))).body;
    const second = (await importFile(file(1005))).body;
    expect(await undone(second.runId)).toMatchObject({ status: 'undone', imported: 1000, takenBack: 1000 });
    expect(await sources()).toMatchObject([{ name: 'reviews', comments: 5 }]);
    await undone(first.runId);
    expect(await sources()).toMatchObject([{ name: 'reviews', comments: 0, lastRun: { status: 'undone' } }]);
    expect((await undone(first.runId)).status).toBe('undone');
    expect((await importFile(file(5))).body.imported).toBe(5);
  });

  it('is undone to its end by whoever comes next, and once, when two processes are at it', async () => {
    const { runId } = (await importFile(file(5_500))).body;
    const undoing = () => new RunUndoRepository(db.database, spec.app.get(CommentIntake));
    // As a process leaves it that is killed after the first slice.
    expect(await undoing().begin(db.workspaceId, Number(runId))).toBe(true);
    expect((await undoing().next())?.run).toMatchObject({ status: 'undoing', takenBack: 5000 });
    const all = async () => {
      for (;;) if (!(await undoing().next())) return;
    };
    await Promise.all([all(), all()]);
    const { body } = await spec.request<Run>('GET', `/runs/${runId}`);
    expect([await db.database.comment.count(), body.status, body.takenBack]).toEqual([0, 'undone', 5_500]);
  });

  it('stops at doubts where it is to, with the choices, and goes on with one', async () => {
    const open = 'date,text\n03/04/2026,late again\n';
    const stopped = await importFile(open, { onDoubt: 'stop' });
    expect(stopped).toMatchObject({ status: 409, body: { code: 'import-doubts' } });
    expect(await sources()).toEqual([]);
    const { details } = stopped.body as unknown as { details: { doubts: ImportDoubt[] } };
    expect(details.doubts).toMatchObject([{ code: 'day-order', choices: [{ chosen: false }, { chosen: true }] }]);
    const { body } = await importFile(open, { onDoubt: 'stop', dayOrder: 'day-first', dryRun: 'true' });
    expect([body.doubts, body.preview[0]?.publishedAt]).toEqual([[], '2026-04-02T16:00:00.000Z']);
    expect((await importFile(open)).body).toMatchObject({ imported: 1, doubts: [{ code: 'day-order' }] });
  });

  it('shows masked in the preview what is stored masked', async () => {
    const { body } = await importFile('date,text\n2026-05-03,call 13812345678 now\n', { dryRun: 'true' });
    expect(body.preview[0]?.text).toBe('call [phone] now');
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
    expect(await importFile(page)).toMatchObject({ status: 400, body: { code: 'web-page' } });
  });

  it('keeps what was stored when the client goes away, and says so', async () => {
    const ended = spec.event((event) => event.type === 'run' && event.data.status === 'failed');
    const moved = spec.event((event) => event.type === 'run' && event.data.status === 'running');
    const upload = httpRequest(`${spec.url}/imports?name=cut.csv`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
    });
    upload.on('error', () => undefined);
    upload.end(file(8_000));
    await moved;
    upload.destroy();
    const { data } = (await ended) as { data: { runId: number } };
    const { body: run } = await spec.request<Run>('GET', `/runs/${data.runId}`);
    const stored = await db.database.comment.count();
    expect(run).toMatchObject({ status: 'failed', errorCode: 'upload-cut-off', imported: stored });
    expect(stored).toBeLessThan(8_000);
    expect(run.errorMessage).toContain(`${stored} new comments`);
    expect((await importFile(file(8_000), { source: 'cut' })).body).toMatchObject({
      imported: 8_000 - stored,
      duplicates: stored,
    });
  });

  it('stores nothing of a file that did not arrive whole', async () => {
    const upload = httpRequest(`${spec.url}/imports?name=cut.csv`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
    });
    const closed = new Promise((resolve) => upload.on('error', resolve).on('close', resolve));
    upload.write(file(6000));
    setTimeout(() => upload.destroy(), 100);
    await closed;
    expect(await sources()).toEqual([]);
  });
});
