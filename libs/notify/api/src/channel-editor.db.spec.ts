import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { DeliveringProcess, type SpecChannel } from './testing/notify-bench.query';

const SECRET = 'a secret of some length';
const SMTP = { host: 'mail.example', from: 'mood@shop.example', to: ['ada@shop.example'] };

describe('the secrets of a channel', () => {
  let test: TestDatabase;
  let process: DeliveringProcess;

  beforeAll(async () => {
    test = await createTestDatabase();
    process = new DeliveringProcess(test.url);
  });
  afterAll(async () => {
    await process?.close();
    await test?.close();
  });

  const CHANNELS: Record<string, SpecChannel> = {
    webhook: { kind: 'webhook', config: { url: 'https://a.example/x' }, secrets: { secret: SECRET } },
    smtp: { kind: 'smtp', config: SMTP, secrets: { password: SECRET } },
    telegram: { kind: 'telegram', config: { chat: '1' }, secrets: { token: SECRET } },
    feishu: { kind: 'feishu', secrets: { url: 'https://open.feishu.cn/hook/1', secret: SECRET } },
  };

  it.each([
    ['webhook', 'another host', { config: { url: 'https://b.example/x' } }],
    ['smtp', 'another host', { config: { ...SMTP, host: 'evil.example' } }],
    ['smtp', 'another port', { config: { ...SMTP, port: 2525 } }],
    ['smtp', 'a line that anybody can read', { config: { ...SMTP, security: 'none' } }],
    ['telegram', 'another server', { config: { chat: '1', server: 'https://b.example' } }],
    ['feishu', 'another address, which is a secret itself', { secrets: { url: 'https://b.example/hook/1' } }],
  ])('of %s do not go to %s', async (kind, _, change) => {
    const id = await process.channel(test.workspaceId, CHANNELS[kind] as SpecChannel);
    const before = await process.channels.find(test.workspaceId, id);
    await expect(process.editor.update(test.workspaceId, id, change)).rejects.toMatchObject({ code: 'secret-missing' });
    expect(await process.channels.find(test.workspaceId, id)).toEqual(before);
  });

  it.each([
    ['webhook', { config: { url: 'https://b.example/x' }, secrets: { secret: `${SECRET} 2` } }],
    ['smtp', { config: { ...SMTP, to: ['eve@shop.example'] } }],
    ['feishu', { secrets: { url: 'https://open.feishu.cn/hook/2' } }],
  ])('of %s stay where they belong, and new ones go anywhere', async (kind, change) => {
    const id = await process.channel(test.workspaceId, CHANNELS[kind] as SpecChannel);
    await expect(process.editor.update(test.workspaceId, id, change)).resolves.toBeUndefined();
  });

  it('do not come back while somebody else changes the address', async () => {
    const id = await process.channel(test.workspaceId, CHANNELS['smtp'] as SpecChannel);
    const read = await process.channels.find(test.workspaceId, id);
    const evil = { config: { ...SMTP, host: 'evil.example' }, secrets: {} };
    await process.channels.update(test.workspaceId, id, evil, read);
    await expect(process.channels.update(test.workspaceId, id, { secrets: read.secrets }, read)).rejects.toMatchObject({
      code: 'channel-edited',
    });
    expect((await process.channels.find(test.workspaceId, id)).secrets).toEqual({});
  });
});
