import { createHmac } from 'node:crypto';
import type { ChannelKind, Delivery } from '@moodline/notify/contract';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { dingtalkSignature } from '../channels/dingtalk.channel';
import { feishuSignature } from '../channels/feishu.channel';
import { startFakeService, type FakeAnswer, type Received } from '../testing/fake-service';
import { DeliveringProcess, type SpecChannel } from '../testing/notify-bench.query';
import { longNotice, sampleNotice } from '../testing/sample-notice';

const SECRET = 'a secret of some length';

describe('deliveries', () => {
  let test: TestDatabase;
  let process: DeliveringProcess;
  let service: Awaited<ReturnType<typeof startFakeService>>;
  let answer: (received: Received) => FakeAnswer;
  let reference = 0;

  beforeAll(async () => {
    test = await createTestDatabase();
    process = new DeliveringProcess(test.url);
    service = await startFakeService((received) => answer(received));
  });
  afterAll(async () => {
    await service?.close();
    await process?.close();
    await test?.close();
  });
  beforeEach(async () => {
    answer = () => ({});
    service.received.length = 0;
    await test.database.delivery.deleteMany();
    await test.database.channel.deleteMany();
  });

  const webhook = (more: Partial<SpecChannel> = {}): SpecChannel => ({
    kind: 'webhook',
    config: { url: `${service.url}/hook` },
    secrets: { secret: SECRET },
    ...more,
  });
  async function told(channel: SpecChannel, notice = sampleNotice): Promise<number> {
    const id = await process.channel(test.workspaceId, channel);
    await process.enqueue(test.workspaceId, [id], notice, `spec:${++reference}`);
    await process.drain();
    return id;
  }
  async function newest(): Promise<Delivery> {
    const { items } = await process.log.page(test.workspaceId, { limit: 1 });
    if (!items[0]) throw new Error('There is no delivery');
    return items[0];
  }

  it('are signed, and carry the same key with each attempt', async () => {
    const answers: FakeAnswer[] = [{ status: 500 }, { status: 503 }, {}];
    answer = () => answers.shift() ?? {};
    await told(webhook());
    expect(await newest()).toMatchObject({ state: 'queued', attempts: 1, errorCode: 'channel-unavailable' });
    for (let attempt = 0; attempt < 2; attempt++) {
      await process.later();
      await process.drain();
    }
    expect(await newest()).toMatchObject({ state: 'sent', attempts: 3, errorCode: null, partsSent: 1, parts: 1 });
    expect(new Set(service.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    for (const { headers, body } of service.received) {
      const digest = createHmac('sha256', SECRET).update(`${headers['x-moodline-timestamp']}.${body}`).digest('hex');
      expect(headers['x-moodline-signature']).toBe(`sha256=${digest}`);
    }
    expect(service.received[0]?.json).toMatchObject({ version: 1, title: sampleNotice.title });
  });

  it('of the same matter are queued once for a channel', async () => {
    const id = await told(webhook());
    await process.enqueue(test.workspaceId, [id], sampleNotice, `spec:${reference}`);
    await process.drain();
    expect(service.received).toHaveLength(1);
  });

  it.each<[string, FakeAnswer, string, string]>([
    ['a wrong key', { status: 401, body: 'no_token' }, 'failed', 'channel-unauthorised'],
    ['a removed address', { status: 410 }, 'failed', 'channel-not-found'],
    ['a message that is not understood', { status: 400, body: 'invalid_blocks' }, 'failed', 'channel-rejected'],
    ['too many messages', { status: 429, headers: { 'retry-after': '900' } }, 'queued', 'channel-rate-limited'],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1/' } }, 'failed', 'channel-rejected'],
  ])('that end with %s say so', async (_, given, state, errorCode) => {
    answer = () => given;
    await told(webhook());
    expect(await newest()).toMatchObject({ state, errorCode });
    expect(service.received).toHaveLength(1);
  });

  it('wait as long as the service asks', async () => {
    answer = () => ({ status: 429, headers: { 'retry-after': '900' } });
    await told(webhook());
    const { nextTryAt } = await newest();
    expect(Date.parse(nextTryAt ?? '') - Date.now()).toBeGreaterThan(880_000);
  });

  it('that were cut off are tried again only where the receiver takes a message once', async () => {
    answer = () => ({ cut: true });
    await told(webhook());
    expect(await newest()).toMatchObject({ state: 'queued', errorCode: 'channel-no-answer' });
    await told({ kind: 'slack', secrets: { url: service.url } });
    expect(await newest()).toMatchObject({ state: 'uncertain', errorCode: 'channel-no-answer' });
    answer = () => ({ body: 'ok' });
    await process.deliveries.again(test.workspaceId, (await newest()).id);
    await process.drain();
    expect(await newest()).toMatchObject({ state: 'sent' });
    await expect(process.deliveries.again(test.workspaceId, (await newest()).id)).rejects.toThrow('not sent again');
  });

  it('go to private addresses only where an owner allows it', async () => {
    await told(webhook({ allowPrivate: false }));
    expect(await newest()).toMatchObject({ state: 'failed', errorCode: 'address-refused' });
    await told(webhook({ allowPrivate: false, config: { url: service.url.replace('127.0.0.1', 'localhost') } }));
    expect(await newest()).toMatchObject({ state: 'failed', errorCode: 'address-refused' });
    expect(service.received).toHaveLength(0);
  });

  it('go on with the part that did not arrive', async () => {
    let calls = 0;
    answer = () => (++calls === 2 ? { status: 503 } : { body: 'ok' });
    await told({ kind: 'teams', secrets: { url: service.url } }, longNotice);
    const { parts, partsSent } = await newest();
    expect(partsSent).toBe(1);
    await process.later();
    await process.drain();
    expect(await newest()).toMatchObject({ state: 'sent', partsSent: parts });
    expect(service.received).toHaveLength((parts ?? 0) + 1);
    expect(new Set(service.received.map(({ body }) => body)).size).toBe(parts);
  });

  it('keep the rest between two messages that the service asks for', async () => {
    answer = () => ({ body: 'ok' });
    const id = await process.channel(test.workspaceId, { kind: 'dingtalk', secrets: { url: service.url } });
    answer = () => ({ body: { errcode: 0 } });
    for (const matter of ['a', 'b', 'c']) await process.enqueue(test.workspaceId, [id], sampleNotice, matter);
    const began = performance.now();
    await process.drain();
    expect(service.received).toHaveLength(3);
    expect(performance.now() - began).toBeGreaterThan(5_900);
  });

  it.each<[ChannelKind, SpecChannel['config'], FakeAnswer, FakeAnswer, string]>([
    ['feishu', {}, { body: { code: 0 } }, { body: { code: 19021, msg: 'sign match fail' } }, 'channel-unauthorised'],
    [
      'dingtalk',
      {},
      { body: { errcode: 0 } },
      { body: { errcode: 130101, errmsg: 'too fast' } },
      'channel-rate-limited',
    ],
    [
      'wecom',
      {},
      { body: { errcode: 0 } },
      { body: { errcode: 93000, errmsg: 'invalid webhook url' } },
      'channel-unauthorised',
    ],
    [
      'telegram',
      { chat: '-1' },
      { body: { ok: true } },
      { status: 400, body: { ok: false, description: 'chat not found' } },
      'channel-rejected',
    ],
    ['teams', {}, { status: 202 }, { status: 502 }, 'channel-unavailable'],
    ['discord', {}, { body: { id: '1' } }, { status: 429, body: { retry_after: 2 } }, 'channel-rate-limited'],
    ['slack', {}, { body: 'ok' }, { status: 404, body: 'no_service' }, 'channel-not-found'],
  ])('to %s are sent as it asks, and its errors are understood', async (...[kind, config, good, bad, errorCode]) => {
    const secrets: Record<string, string> =
      kind === 'telegram'
        ? { token: '1:x' }
        : { url: `${service.url}/robot?key=k`, ...(['feishu', 'dingtalk'].includes(kind) && { secret: SECRET }) };
    const channel = { kind, config: { ...config, ...(kind === 'telegram' && { server: service.url }) }, secrets };
    answer = () => good;
    await told(channel);
    expect(await newest()).toMatchObject({ state: 'sent' });
    const [received] = service.received;
    if (kind === 'feishu') {
      const { timestamp, sign } = received?.json as { timestamp: string; sign: string };
      expect(feishuSignature(SECRET, new Date(Number(timestamp) * 1000)).sign).toBe(sign);
    }
    if (kind === 'dingtalk') {
      const timestamp = received?.query.get('timestamp') ?? '';
      expect(dingtalkSignature(SECRET, new Date(Number(timestamp))).sign).toBe(received?.query.get('sign'));
      expect(received?.query.get('key')).toBe('k');
    }
    if (kind === 'telegram') expect(received?.path).toBe('/bot1:x/sendMessage');
    if (kind === 'discord') expect(received?.query.get('wait')).toBe('true');
    answer = () => bad;
    await told(channel);
    expect(await newest()).toMatchObject({ errorCode });
  });

  it('never show a secret, and refuse settings that the kind does not know', async () => {
    const id = await process.channel(test.workspaceId, webhook());
    const shown = JSON.stringify(await process.channels.list(test.workspaceId));
    expect(shown).not.toContain(SECRET);
    expect(JSON.stringify(await test.database.channel.findMany())).not.toContain(SECRET);
    await expect(process.editor.update(test.workspaceId, id, { config: { adress: 'x' } })).rejects.toThrow('adress');
    await expect(process.editor.update(test.workspaceId, id, { secrets: { secret: 'short' } })).rejects.toThrow(
      'secret',
    );
    await process.editor.update(test.workspaceId, id, { config: { url: `${service.url}/other` } });
    await process.enqueue(test.workspaceId, [id], sampleNotice, 'kept secret');
    await process.drain();
    expect(await newest()).toMatchObject({ state: 'sent' });
  });

  it('that wait for a removed channel are given up', async () => {
    const id = await process.channel(test.workspaceId, webhook());
    await process.enqueue(test.workspaceId, [id], sampleNotice, 'removed');
    await process.channels.remove(test.workspaceId, id);
    await process.drain();
    expect(await newest()).toMatchObject({ state: 'failed', errorCode: 'channel-removed' });
    expect(service.received).toHaveLength(0);
  });
});
