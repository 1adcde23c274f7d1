import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { Run, RunPage, Source, SourceKind } from '@moodline/sources/contract';
import * as z from 'zod';
import type { AnyConnector, ConnectorContext, SourcePage } from '../connectors/connector';
import { field } from '../connectors/config-fields';
import { keyHeaderField } from '../connectors/key-header';
import { CONNECTORS } from '../connectors/connectors';
import { FeedConnector } from '../connectors/feed/feed.connector';
import { CrawlRepository } from '../runs/crawl.repository';
import { RunRepository } from '../runs/runs.repository';
import { SourceCrawler } from '../runs/source-crawler';
import { SpecApp, SpecSite } from '../spec/spec-app';
import { SourceRepository } from './sources.repository';

const words = { zh: '词', en: 'Word', ja: 'Word' };
const commentSchema = z.object({ id: z.string(), text: z.string(), likes: z.number().optional() });
const answerSchema = z.object({
  comments: z.array(commentSchema),
  gone: z.array(z.string()).optional(),
  next: z.number().nullable(),
});
type ShopAnswer = z.output<typeof answerSchema>;

/** A site with a key, pages, edits and deletions. */
const shop = {
  description: { ...new FeedConnector().description, kind: 'shop', access: 'api', backfill: true },
  config: z.object({
    url: field(z.url(), { label: words }),
    header: keyHeaderField,
    size: field(z.number().int().max(9).default(2), { label: words }),
  }),
  secrets: z.object({ key: field(z.string().min(3), { label: words }) }),
  cursor: z.object({ page: z.number().default(0) }).catch({ page: 0 }),
  check: async (
    { url, header }: { url: string; header: string },
    { http, secrets }: ConnectorContext<{ key: string }>,
  ) => {
    await http.fetch(url, { headers: { [header]: secrets.key } });
    return { title: null, items: null, preview: [] };
  },
  async *fetchSince(
    { url, size, header }: { url: string; size: number; header: string },
    { page }: { page: number },
    { http, secrets, since }: ConnectorContext<{ key: string }>,
  ): AsyncGenerator<SourcePage<{ page: number }>> {
    let next: number | null = page;
    while (next !== null) {
      const query: Record<string, string | number> = { page: next, size, since: since.toISOString() };
      const { data }: { data: ShopAnswer } = await http.json(answerSchema, url, {
        query,
        headers: { [header]: secrets.key },
      });
      const comments = data.comments.map(({ id, text, likes }) => ({
        externalId: id,
        text,
        engagement: likes,
        publishedAt: new Date('2026-05-03T08:00:00Z'),
      }));
      yield {
        rows: comments.length,
        comments,
        deletedIds: data.gone,
        filtered: 1,
        cursor: { page: data.next ?? next },
      };
      next = data.next;
    }
  },
};

describe('sources of any kind', () => {
  let db: TestDatabase;
  let spec: SpecApp;
  let site: SpecSite;
  let answers: Record<string, ShopAnswer>;
  let asked: { key: string | undefined; query: URLSearchParams }[];

  beforeAll(async () => {
    (CONNECTORS as AnyConnector[]).push(shop as unknown as AnyConnector);
    db = await createTestDatabase();
    site = await new SpecSite().start();
    spec = await SpecApp.start(DatabaseModule.forRoot(db.url), db.workspaceId, 'api');
  });

  afterAll(async () => {
    (CONNECTORS as AnyConnector[]).pop();
    await spec?.close();
    await site?.close();
    await db?.close();
  });

  beforeEach(async () => {
    await db.database.comment.deleteMany();
    await db.database.crawlRun.deleteMany();
    await db.database.source.deleteMany();
    asked = [];
    answers = {
      0: {
        comments: [
          { id: 'a', text: 'fine' },
          { id: 'b', text: 'bad' },
        ],
        next: 1,
      },
      1: { comments: [{ id: 'c', text: 'good' }], next: null },
    };
    site.answer = (request, response) => {
      const query = new URL(request.url ?? '', site.url).searchParams;
      asked.push({ key: request.headers.authorization, query });
      response.end(JSON.stringify(answers[query.get('page') ?? ''] ?? {}));
    };
  });

  const create = (more: object = {}) =>
    spec.request<Source>('POST', '/sources', {
      kind: 'shop',
      name: 'Shop',
      config: { url: site.url },
      secrets: { key: 'top-secret' },
      ...more,
    });

  async function crawl(id: number): Promise<Run> {
    await db.database.crawlRun.updateMany({ where: { status: 'queued' }, data: { status: 'done' } });
    const run = await spec.app.get(CrawlRepository).begin({ workspaceId: db.workspaceId, id }, 'schedule', new Date());
    if (!run) throw new Error('The source is being read already');
    await spec.app.get(SourceCrawler).crawl(run, new AbortController().signal);
    return spec.app.get(RunRepository).find(db.workspaceId, run.runId);
  }

  it('are told with everything a form needs', async () => {
    const { body } = await spec.request<SourceKind[]>('GET', '/sources/kinds');
    expect(body.find(({ kind }) => kind === 'shop')?.fields).toEqual([
      expect.objectContaining({ name: 'url', kind: 'url', required: true }),
      expect.objectContaining({ name: 'header', fallback: 'Authorization' }),
      expect.objectContaining({ name: 'size', kind: 'number', required: false, fallback: 2, max: 9 }),
      expect.objectContaining({ name: 'key', kind: 'secret', required: true, min: 3 }),
    ]);
    expect(body.find(({ kind }) => kind === 'hacker-news')).toMatchObject({
      backfill: true,
      schedule: 'hourly',
      fields: [{ name: 'query' }, { name: 'read', kind: 'select', options: [{ value: 'comments' }, {}, {}] }],
    });
  });

  it('keep their keys sealed and to themselves', async () => {
    const { status, body } = await create();
    expect([status, body.kind, body.config, body.secrets, body.schedule]).toEqual([
      201,
      'shop',
      { url: site.url, header: 'Authorization', size: 2 },
      ['key'],
      'hourly',
    ]);
    const row = await db.database.source.findFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain('top-secret');
    expect(JSON.stringify((await spec.request('GET', '/sources')).body)).not.toContain(
      (row.secrets as { key: string }).key,
    );
    await crawl(body.id);
    expect(asked.map(({ key }) => key)).toEqual(['top-secret', 'top-secret']);
  });

  it('change keys and settings one by one; other settings are read anew', async () => {
    const { body } = await create();
    await crawl(body.id);
    expect((await db.database.source.findFirstOrThrow()).cursor).toEqual({ page: 1 });
    await spec.request('PATCH', `/sources/${body.id}`, {
      secrets: { key: 'other-key' },
      config: { url: site.url, size: 2 },
    });
    expect((await db.database.source.findFirstOrThrow()).cursor).toEqual({ page: 1 });
    expect(
      (await spec.request<Source>('PATCH', `/sources/${body.id}`, { config: { url: site.url, size: 3 } })).body.config,
    ).toEqual({ url: site.url, header: 'Authorization', size: 3 });
    expect((await db.database.source.findFirstOrThrow()).cursor).toEqual({});
    await crawl(body.id);
    expect(asked.at(-1)).toMatchObject({ key: 'other-key' });
    expect(await spec.request('PATCH', `/sources/${body.id}`, { secrets: { key: null } })).toMatchObject({
      status: 400,
      body: { code: 'invalid-input' },
    });
  });

  it('are refused with what is wrong about them', async () => {
    expect(await create({ kind: 'nothing' })).toMatchObject({ status: 400, body: { code: 'unknown-source-kind' } });
    expect(await create({ config: {} })).toMatchObject({ status: 400, body: { details: [{ field: 'config.url' }] } });
    expect(await create({ secrets: {} })).toMatchObject({ status: 400, body: { details: [{ field: 'secrets.key' }] } });
    expect(await create({ secrets: { key: 'abc', token: 'x' } })).toMatchObject({
      status: 400,
      body: { code: 'invalid-input' },
    });
    expect(await db.database.source.count()).toBe(0);
  });

  it('count what a run did, page by page', async () => {
    const { body } = await create({ since: '2026-02-01T00:00:00Z' });
    const run = await crawl(body.id);
    expect(run).toMatchObject({
      status: 'done',
      rows: 3,
      imported: 3,
      duplicates: 0,
      updated: 0,
      removed: 0,
      filtered: 2,
      requests: 2,
    });
    expect(run.bytes).toBe(Object.values(answers).reduce((sum, answer) => sum + JSON.stringify(answer).length, 0));
    expect(asked.map(({ query }) => query.get('since'))).toEqual(Array(2).fill('2026-02-01T00:00:00.000Z'));
    expect((await spec.request<RunPage>('GET', `/sources/${body.id}/runs`)).body.items[0]).toMatchObject({
      requests: 2,
      bytes: run.bytes,
    });
  });

  it('follow edits and deletions', async () => {
    const { body } = await create();
    await crawl(body.id);
    answers[1] = {
      comments: [
        { id: 'c', text: 'not so good after all', likes: 7 },
        { id: 'b', text: 'bad' },
      ],
      gone: ['a'],
      next: null,
    };
    expect(await crawl(body.id)).toMatchObject({ status: 'done', imported: 0, updated: 1, duplicates: 1, removed: 1 });
    expect(
      await db.database.comment.findMany({ orderBy: { externalId: 'asc' }, select: { text: true, engagement: true } }),
    ).toEqual([
      { text: 'bad', engagement: 0 },
      { text: 'not so good after all', engagement: 7 },
    ]);
  });

  it('go on behind the last stored page after a failure, and say what it cost', async () => {
    const { body } = await create();
    delete answers[1];
    expect(await crawl(body.id)).toMatchObject({
      status: 'failed',
      errorCode: 'malformed-answer',
      imported: 2,
      requests: 2,
    });
    answers[1] = { comments: [{ id: 'c', text: 'good' }], next: null };
    expect(await crawl(body.id)).toMatchObject({ status: 'done', imported: 1, duplicates: 0, requests: 1 });
  });

  it('are read in slices when there is much, one after the other', async () => {
    const { body } = await create();
    await db.database.source.updateMany({ data: { nextRunAt: new Date('2100-01-01') } });
    const { slice } = spec.app.get(SourceCrawler);
    slice.pages = 1;
    expect(await crawl(body.id)).toMatchObject({ status: 'done', imported: 2, requests: 1 });
    slice.pages = 500;
    expect((await db.database.source.findFirstOrThrow()).nextRunAt?.getTime()).toBeLessThanOrEqual(Date.now());
    expect(await crawl(body.id)).toMatchObject({ status: 'done', imported: 1, duplicates: 0 });
    expect((await db.database.source.findFirstOrThrow()).nextRunAt?.getTime()).toBeGreaterThan(Date.now());
  });

  it('say so when a key cannot be opened any more', async () => {
    const { body } = await create();
    await db.database.source.updateMany({ data: { secrets: { key: 'v1:broken' } } });
    expect(await crawl(body.id)).toMatchObject({ status: 'failed', errorCode: 'secret-unreadable' });
  });

  it('can be checked with the keys they have', async () => {
    const { body } = await create();
    const check = { kind: 'shop', config: { url: site.url } };
    expect((await spec.request('POST', '/sources/check', check)).status).toBe(400);
    expect(await spec.request('POST', '/sources/check', { ...check, id: body.id })).toMatchObject({
      status: 200,
      body: { items: null },
    });
  });

  describe('with a key', () => {
    const elsewhere = (): Record<string, object> => ({
      host: { url: site.url.replace('127.0.0.1', 'localhost') },
      port: { url: site.url.replace(/:\d+/, ':9') },
      scheme: { url: site.url.replace('http:', 'https:') },
      header: { url: site.url, header: 'X-Leak' },
    });

    it.each(['host', 'port', 'scheme', 'header'])('do not send it to another %s', async (place) => {
      const { body } = await create();
      const config = elsewhere()[place];
      for (const [method, path, given] of [
        ['POST', '/sources/check', { kind: 'shop', id: body.id, config }],
        ['PATCH', `/sources/${body.id}`, { config }],
        ['PATCH', `/sources/${body.id}`, { config, secrets: {} }],
      ] as const)
        expect(await spec.request(method, path, given)).toMatchObject({
          status: 422,
          body: { code: 'secret-missing' },
        });
      expect(asked).toEqual([]);
      expect((await db.database.source.findFirstOrThrow()).config).toMatchObject({ url: site.url });
    });

    it('send a new one to another address', async () => {
      const { body } = await create();
      const config = { url: site.url.replace('127.0.0.1', 'localhost') };
      const changed = await spec.request('PATCH', `/sources/${body.id}`, { config, secrets: { key: 'new-key' } });
      expect(changed).toMatchObject({ status: 200, body: { config } });
    });

    it('keep it from a key that comes back while the address is another one', async () => {
      const { body } = await create();
      const source = await db.database.source.findFirstOrThrow();
      const sources = spec.app.get(SourceRepository);
      const read = await sources.find(db.workspaceId, body.id);
      await sources.update(db.workspaceId, body.id, { config: { url: 'https://evil.example' }, secrets: {} }, read);
      const late = sources.update(db.workspaceId, body.id, { secrets: source.secrets as Record<string, string> }, read);
      await expect(late).rejects.toMatchObject({ code: 'source-edited' });
      expect((await db.database.source.findFirstOrThrow()).secrets).toEqual({});
    });
  });
});
