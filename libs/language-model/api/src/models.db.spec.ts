import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  ModelCheckResult,
  ModelChoiceInput,
  ModelDownload,
  ModelSettings,
} from '@moodline/language-model/contract';
import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { ChatServer } from './backends/testing/chat-server';
import { HubServer } from './backends/testing/hub-server';
import { json } from './backends/testing/spec-server';
import { SpecProcess } from './backends/testing/spec-process';

const role = { name: 'label', version: 1, system: 'Judge.' };
const options = ['POSITIVE', 'NEGATIVE'];

describe('models of a workspace', () => {
  let test: TestDatabase;
  let moodline: SpecProcess;
  let chat: ChatServer;
  let hub: HubServer;

  const start = (secret?: string) =>
    SpecProcess.start({ database: DatabaseModule.forRoot(test.url), workspaceId: test.workspaceId, secret });

  beforeEach(async () => {
    test = await createTestDatabase();
    chat = await new ChatServer().start();
    hub = await new HubServer().start();
    moodline = await start();
  });
  afterEach(async () => {
    await moodline.close();
    await Promise.all([chat.close(), hub.close()]);
    await test.close();
  });

  const server = (more: object = {}): ModelChoiceInput => ({
    kind: 'server',
    baseUrl: `${chat.url}/v1`,
    model: 'qwen',
    concurrency: 4,
    ...more,
  });
  const fromHub = (modelId = hub.modelId): ModelChoiceInput => ({ kind: 'hub', modelId, dtype: 'q4', mirror: hub.url });
  const put = (change: object) => moodline.request<ModelSettings>('PUT', 'settings', change);
  const host = () => new URL(chat.url).host;

  it('are the bundled weights when nothing is set', async () => {
    const bundled = { choice: { kind: 'bundled' }, hasKey: false, leavesTo: null };
    expect((await moodline.request('GET', 'settings')).body).toEqual({ label: bundled, write: bundled });
    expect(await moodline.model.choose({ role, texts: ['good'], options })).toEqual([[0.75, 0.25]]);
    expect(await moodline.settled()).toMatchObject({
      label: { inForce: { kind: 'bundled', model: 'fake', state: 'ready' }, next: null },
      downloads: [],
    });
    expect(await test.database.modelSetting.count()).toBe(0);
  });

  it('are chosen per task', async () => {
    await put({ write: server() });
    const status = await moodline.settled();
    expect(status.label.inForce.kind).toBe('bundled');
    expect(status.write).toMatchObject({ inForce: { kind: 'server', model: `qwen @ ${host()}` }, next: null });
    chat.bodies.length = 0;
    await moodline.model.choose({ role, texts: ['labelled'], options });
    expect(chat.bodies).toHaveLength(0);
    await moodline.model.choose({
      role: { ...role, name: 'asks' },
      texts: ['asked'],
      options,
      priority: 'interactive',
    });
    expect((await moodline.model.write({ role, input: 'go' })).text).toBe('Mood fell by 4.');
    expect(chat.bodies).toHaveLength(2);
    expect([moodline.model.status().model, moodline.model.status('write').model]).toEqual(['fake', `qwen @ ${host()}`]);
  });

  it('go back to the bundled weights', async () => {
    await put({ label: server() });
    await moodline.settled();
    await put({ label: { kind: 'bundled' } });
    expect((await moodline.settled()).label).toMatchObject({ inForce: { kind: 'bundled' }, next: null });
  });

  describe('keys', () => {
    it('go in, stay sealed, and never come out', async () => {
      const { body } = await put({ label: server({ key: 'sk-top-secret' }) });
      expect(body.label).toEqual({
        choice: { kind: 'server', baseUrl: `${chat.url}/v1`, model: 'qwen', concurrency: 4 },
        hasKey: true,
        leavesTo: null,
      });
      const stored = JSON.stringify(await test.database.modelSetting.findMany());
      for (const text of [
        JSON.stringify(body),
        JSON.stringify((await moodline.request('GET', 'settings')).body),
        JSON.stringify(await moodline.settled()),
        stored,
      ])
        expect(text).not.toContain('sk-top');
      expect(chat.keys.at(-1)).toBe('Bearer sk-top-secret');
    });

    it('stay when they are left out for the same server, and are not sent to another one', async () => {
      await put({ label: server({ key: 'sk-top-secret' }) });
      expect((await put({ label: server({ model: 'other' }) })).body.label.hasKey).toBe(true);
      expect((await put({ write: server() })).body.write.hasKey).toBe(true);
      expect(
        (await put({ label: server({ baseUrl: 'http://127.0.0.1:9/v1' }), write: { kind: 'bundled' } })).body.label
          .hasKey,
      ).toBe(false);
    });

    it('are removed by null', async () => {
      await put({ label: server({ key: 'sk-top-secret' }) });
      expect((await put({ label: server({ key: null }) })).body.label.hasKey).toBe(false);
    });

    it('that another installation sealed are said to be unreadable, and the model in force stays', async () => {
      await put({ label: server({ key: 'sk-top-secret' }) });
      const other = await start('quite another secret');
      expect((await other.settled()).label).toMatchObject({
        inForce: { kind: 'bundled' },
        next: { step: 'failed', problem: { code: 'model-key-unreadable' } },
      });
      await other.close();
    });
  });

  it('say where texts go, and that loopback is no other machine', async () => {
    await put({ label: server({ baseUrl: 'https://models.example.com/v1/' }), write: server() });
    const { body } = await moodline.request<ModelSettings>('GET', 'settings');
    expect(body.label).toMatchObject({
      choice: { baseUrl: 'https://models.example.com/v1' },
      leavesTo: 'models.example.com',
    });
    expect(body.write.leavesTo).toBeNull();
  });

  it('stay in force when the chosen one does not answer, with the reason', async () => {
    for (let tries = 0; tries < 9; tries++) chat.surprises.push((_, response) => json(response, 401, {}));
    await put({ label: server() });
    expect((await moodline.settled()).label).toMatchObject({
      inForce: { kind: 'bundled' },
      next: { kind: 'server', step: 'failed', problem: { code: 'model-server-key' } },
    });
    expect(await moodline.model.choose({ role, texts: ['good'], options })).toEqual([[0.75, 0.25]]);
    chat.surprises.length = 0;
    await put({ label: server() });
    expect((await moodline.settled()).label).toMatchObject({ inForce: { kind: 'server' }, next: null });
  });

  describe('of the hub', () => {
    it('are fetched, loaded, and only then take over', async () => {
      let during: Promise<unknown> | undefined;
      hub.surprise('/store/onnx/model_q4.onnx', (_, response) => {
        during = Promise.all([
          moodline.status(),
          moodline.model.choose({ role, texts: ['meanwhile'], options }),
        ]).finally(() => response.destroy());
      });
      await put({ label: fromHub() });
      expect((await moodline.settled()).label).toMatchObject({
        inForce: { kind: 'hub', model: 'acme/tiny q4', state: 'ready' },
        next: null,
      });
      expect(await during).toEqual([
        expect.objectContaining({
          label: expect.objectContaining({
            inForce: expect.objectContaining({ kind: 'bundled' }),
            next: expect.objectContaining({ step: 'downloading' }),
          }),
        }),
        [[0.75, 0.25]],
      ]);
      expect(await moodline.model.choose({ role, texts: ['good'], options })).toEqual([[0.75, 0.25]]);
    });

    it('that cannot be fetched leave the one in force', async () => {
      await put({ label: fromHub('acme/none') });
      expect((await moodline.settled()).label).toMatchObject({
        inForce: { kind: 'bundled' },
        next: { step: 'failed', problem: { code: 'model-download-missing' } },
      });
    });

    it('that do not load leave the one in force, with the reason', async () => {
      hub.modelId = 'acme/broken';
      await put({ label: fromHub() });
      expect((await moodline.settled()).label).toMatchObject({
        inForce: { kind: 'bundled' },
        next: {
          step: 'failed',
          problem: { code: 'model-load', message: expect.stringContaining('the weights are gone') },
        },
      });
      expect(await moodline.model.choose({ role, texts: ['good'], options })).toEqual([[0.75, 0.25]]);
    });

    it('wait after a cancelled download, and take over when somebody fetches them after all', async () => {
      let cancelled: Promise<unknown> | undefined;
      const cancel = async () => {
        const running = (await moodline.request<ModelDownload[]>('GET', 'downloads')).body.find(
          ({ state }) => state === 'running',
        );
        await moodline.request('DELETE', `downloads/${running?.id}`);
      };
      hub.surprise('/store/onnx/model_q4.onnx', () => {
        cancelled = cancel();
      });
      await put({ label: fromHub() });
      expect((await moodline.settled()).label.next).toMatchObject({
        step: 'failed',
        problem: { code: 'model-download-cancelled' },
      });
      await cancelled;
      expect((await moodline.follow()).label.next).toMatchObject({ step: 'failed' });
      const begun = await moodline.request<ModelDownload>('POST', 'downloads', {
        modelId: hub.modelId,
        dtype: 'q4',
        mirror: hub.url,
      });
      expect(begun).toMatchObject({ status: 202, body: { state: 'running' } });
      while ((await moodline.status()).downloads[0]?.state === 'running')
        await new Promise((resolve) => setTimeout(resolve, 10));
      expect((await moodline.follow()).label).toMatchObject({ inForce: { kind: 'hub' }, next: null });
    });

    it('are shared when both tasks use them', async () => {
      await put({ label: fromHub(), write: fromHub() });
      await moodline.settled();
      const pids = [moodline.model.status('label').pid, moodline.model.status('write').pid];
      expect(pids[0]).toEqual(expect.any(Number));
      expect(pids[1]).toBe(pids[0]);
    });
  });

  describe('of a folder', () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'my model '))));
    afterEach(() => rmSync(folder, { recursive: true }));

    it('are loaded from there', async () => {
      mkdirSync(join(folder, 'onnx'));
      for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx'])
        writeFileSync(join(folder, file), '{}');
      await put({ write: { kind: 'folder', path: folder, dtype: 'q8' } });
      expect((await moodline.settled()).write).toMatchObject({
        inForce: { kind: 'folder', model: expect.stringMatching(/^my model .* q8$/) },
        next: null,
      });
    });

    it('say which file is missing', async () => {
      await put({ write: { kind: 'folder', path: folder, dtype: 'q4' } });
      expect((await moodline.settled()).write.next?.problem).toMatchObject({
        code: 'model-folder',
        message: expect.stringContaining('config.json'),
      });
    });
  });

  describe('in several processes', () => {
    it('are followed by all of them, each with files of its own', async () => {
      const worker = await start();
      await put({ label: fromHub(), write: server({ key: 'sk-shared' }) });
      await moodline.settled();
      const status = await worker.follow();
      expect(status.label).toMatchObject({ inForce: { kind: 'hub' }, next: null });
      expect(status.write).toMatchObject({ inForce: { kind: 'server' }, next: null });
      expect(worker.modelsDir).not.toBe(moodline.modelsDir);
      await worker.close();
    });

    it('give way to the bundled weights in a process that starts and cannot load them', async () => {
      const parent = mkdtempSync(join(tmpdir(), 'models-'));
      mkdirSync(join(parent, 'broken/onnx'), { recursive: true });
      for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_q4.onnx'])
        writeFileSync(join(parent, 'broken', file), '{}');
      await put({ label: { kind: 'folder', path: join(parent, 'broken'), dtype: 'q4' } });
      const late = await start();
      expect((await late.settled()).label).toMatchObject({
        inForce: { kind: 'bundled' },
        next: { kind: 'folder', step: 'failed', problem: { code: 'model-load' } },
      });
      expect(await late.model.choose({ role, texts: ['good'], options })).toEqual([[0.75, 0.25]]);
      await late.close();
      rmSync(parent, { recursive: true });
    });

    it('are in force at once in a process that starts later, although its server is away for a moment', async () => {
      await put({ label: server() });
      await moodline.settled();
      for (let tries = 0; tries < 3; tries++) chat.surprises.push((_, response) => response.destroy());
      const late = await start();
      expect((await late.status()).label).toMatchObject({ inForce: { kind: 'server' }, next: null });
      expect((await late.settled()).label).toMatchObject({ inForce: { kind: 'server' }, next: null });
      await late.close();
    });
  });

  describe('checked', () => {
    const check = (choice: ModelChoiceInput) => moodline.request<ModelCheckResult>('POST', 'check', { choice });

    it('choose for two comments and write, without being stored', async () => {
      const { status, body } = await check(server({ key: 'sk-try' }));
      expect(status).toBe(200);
      expect(body).toMatchObject({
        model: `qwen @ ${host()}`,
        way: 'logprobs',
        written: 'Mood fell by 4.',
        leavesTo: null,
      });
      expect(body.comments).toHaveLength(2);
      expect(body.comments[0]).toMatchObject({ label: 'POSITIVE', probability: expect.any(Number) });
      expect(body.chooseMs).toBeGreaterThan(0);
      expect(body.firstPieceMs).toBeGreaterThan(0);
      expect(await test.database.modelSetting.count()).toBe(0);
      expect((await moodline.status()).label.inForce.kind).toBe('bundled');
    });

    it('say what is wrong', async () => {
      chat.surprises.push((_, response) =>
        json(response, 404, { error: { message: 'The model `qwen` does not exist' } }),
      );
      expect(await check(server())).toMatchObject({
        status: 503,
        body: { code: 'model-server-model', details: { words: 'The model `qwen` does not exist' } },
      });
      expect(await check(fromHub())).toMatchObject({ status: 409, body: { code: 'model-not-downloaded' } });
      expect(await check({ kind: 'server' } as ModelChoiceInput)).toMatchObject({
        status: 400,
        body: { code: 'invalid-input' },
      });
    });
  });

  it.each([
    ['a path as an id', { label: { kind: 'hub', modelId: '../../etc', dtype: 'q4' } }],
    ['dots in an id', { label: { kind: 'hub', modelId: 'a/..', dtype: 'q4' } }],
    [
      'an address with a password',
      { label: { kind: 'server', baseUrl: 'https://me:pw@models.example.com/v1', model: 'm' } },
    ],
    ['an address that is none', { label: { kind: 'server', baseUrl: 'file:///etc/passwd', model: 'm' } }],
    ['no task', {}],
  ])('refuse %s', async (_, change) => {
    expect((await put(change)).status).toBe(400);
    expect(await test.database.modelSetting.count()).toBe(0);
  });
});
