import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { HookResult, HookSecret, RunPage, Source } from '@moodline/sources/contract';
import { SpecApp } from '../spec/spec-app';
import { hookSignature } from './hook-signature';

describe('comments that are sent', () => {
  let db: TestDatabase;
  let spec: SpecApp;
  let sent = 0;

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

  async function hook(): Promise<{ id: number; secret: string }> {
    const { body } = await spec.request<Source>('POST', '/sources', { kind: 'webhook', name: 'Shop' });
    const renewed = await spec.request<HookSecret>('POST', `/sources/${body.id}/hook-secret`);
    return { id: body.id, secret: renewed.body.secret };
  }

  async function send(id: number | string, secret: string, comments: unknown, headers: Record<string, string> = {}) {
    const body = JSON.stringify(comments);
    // Each one of a second of its own: the same delivery again is another matter.
    const timestamp = String(Math.floor(Date.now() / 1000) + (sent++ % 200));
    const signed = {
      'content-type': 'application/octet-stream',
      'x-moodline-timestamp': timestamp,
      'x-moodline-signature': hookSignature(secret, timestamp, Buffer.from(body), headers['idempotency-key'] ?? null),
    };
    const response = await fetch(`${spec.url}/hooks/${id}`, {
      method: 'POST',
      body,
      headers: { ...signed, ...headers },
    });
    return { status: response.status, body: (await response.json()) as HookResult & { code: string } };
  }

  it('are stored as a run of their source, changed and taken away by their ids, never doubled', async () => {
    const { id, secret } = await hook();
    const comments = [{ id: 'a', text: 'fine' }, { id: 'b', text: 'bad' }, { id: 'c' }];
    expect(await send(id, secret, comments)).toMatchObject({
      status: 200,
      body: { rows: 3, imported: 2, duplicates: 0, rejected: [{ line: 3, code: 'empty-text' }] },
    });
    expect((await send(id, secret, comments)).body).toMatchObject({ imported: 0, duplicates: 2 });
    expect(
      (
        await send(id, secret, [
          { id: 'a', text: 'not so fine' },
          { id: 'b', deleted: true },
        ])
      ).body,
    ).toMatchObject({ imported: 0, updated: 1, removed: 1 });
    expect((await db.database.comment.findMany()).map(({ text }) => text)).toEqual(['not so fine']);
    const { body: runs } = await spec.request<RunPage>('GET', `/sources/${id}/runs`);
    expect(
      runs.items.map(({ trigger, status, imported, removed, rejected }) => [
        trigger,
        status,
        imported,
        removed,
        rejected,
      ]),
    ).toEqual([
      ['hook', 'done', 0, 1, 0],
      ['hook', 'done', 0, 0, 1],
      ['hook', 'done', 2, 0, 1],
    ]);
  });

  it('without ids are not doubled under the same Idempotency-Key', async () => {
    const { id, secret } = await hook();
    const imported = async (key: string) =>
      (await send(id, secret, [{ text: 'again' }, { text: 'again' }], { 'idempotency-key': key })).body.imported;
    expect([await imported('k1'), await imported('k1'), await imported('k2')]).toEqual([2, 0, 2]);
  });

  it('that were overheard bring nothing a second time, also after a later delivery', async () => {
    const { id, secret } = await hook();
    const body = JSON.stringify([
      { id: 'a', text: 'fine' },
      { text: 'no id', publishedAt: '2026-05-03T08:00:00Z' },
    ]);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const headers = {
      'content-type': 'application/octet-stream',
      'x-moodline-timestamp': timestamp,
      'x-moodline-signature': hookSignature(secret, timestamp, Buffer.from(body)),
    };
    const overheard = async (more: Record<string, string> = {}) =>
      fetch(`${spec.url}/hooks/${id}`, { method: 'POST', body, headers: { ...headers, ...more } });
    const first: unknown = await (await overheard()).json();
    expect(first).toMatchObject({ imported: 2 });
    await send(id, secret, [{ id: 'a', deleted: true }]);
    expect(await (await overheard()).json()).toEqual(first);
    expect((await overheard({ 'idempotency-key': 'x1' })).status).toBe(401);
    expect((await db.database.comment.findMany()).map(({ text }) => text)).toEqual(['no id']);
    expect(await db.database.crawlRun.count()).toBe(2);
  });

  it('are refused with another secret, and with the former one after it was replaced', async () => {
    const { id, secret } = await hook();
    const { body } = await spec.request<HookSecret>('POST', `/sources/${id}/hook-secret`);
    expect(body.address).toMatch(new RegExp(`/api/hooks/${id}$`));
    expect(await send(id, secret, { id: 'a', text: 'x' })).toMatchObject({
      status: 401,
      body: { code: 'hook-signature' },
    });
    expect((await send(id, body.secret, { id: 'a', text: 'x' })).status).toBe(200);
    expect(
      JSON.stringify([await db.database.source.findMany(), (await spec.request('GET', '/sources')).body]),
    ).not.toContain(body.secret);
    expect(await db.database.crawlRun.count()).toBe(1);
  });

  it('find nothing where there is no source that takes them', async () => {
    const { body: silent } = await spec.request<Source>('POST', '/sources', { kind: 'webhook', name: 'No secret yet' });
    const file = await db.database.source.create({ data: { workspaceId: db.workspaceId, kind: 'file', name: 'File' } });
    for (const id of [silent.id, file.id, 999_999, 0, -1, 'x', '1e3', '99999999999'])
      expect(await send(id, 'whatever', { id: 'a', text: 'x' })).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      });
    expect((await spec.request('POST', `/sources/${file.id}/hook-secret`)).status).toBe(409);
  });

  it('are cut off when they are too many at once', async () => {
    const { id, secret } = await hook();
    expect(await send(id, secret, [{ id: 'a', text: 'x'.repeat(1_100_000) }])).toMatchObject({
      status: 413,
      body: { code: 'hook-too-large' },
    });
    expect(await db.database.crawlRun.count()).toBe(0);
  });

  it('wait when there are too many deliveries', async () => {
    const statuses = new Set<number>();
    for (let round = 0; round < 13; round++)
      for (const { status } of await Promise.all(
        Array.from({ length: 50 }, () => fetch(`${spec.url}/hooks/0`, { method: 'POST' })),
      ))
        statuses.add(status);
    expect(statuses).toEqual(new Set([404, 429]));
  });
});
