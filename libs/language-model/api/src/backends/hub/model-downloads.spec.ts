import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { ServerEvents } from '@moodline/shared/http';
import type { ModelDownload } from '@moodline/language-model/contract';
import { HubServer } from '../testing/hub-server';
import { json } from '../testing/spec-server';
import { ModelDownloads, type WantedModel } from './model-downloads';

const GRAPH = 'onnx/model_q4.onnx';
const QUICK = { retries: 2, firstDelayMs: 1, longestDelayMs: 2 };

Logger.overrideLogger(false);

describe('ModelDownloads', () => {
  let hub: HubServer;
  let modelsDir: string;
  let downloads: ModelDownloads;
  let news: ModelDownload[];
  let free: number;
  const opened: ModelDownloads[] = [];

  const open = () => {
    const events = new ServerEvents();
    events.of(1).subscribe((event) => void (event.type === 'model-download' && news.push(event.data)));
    downloads = new ModelDownloads({ modelsDir, patience: QUICK, freeBytes: async () => free }, events);
    opened.push(downloads);
    return downloads;
  };
  const wanted = (more: Partial<WantedModel> = {}): WantedModel => ({
    modelId: hub.modelId,
    dtype: 'q4',
    mirror: hub.url,
    ...more,
  });
  const fetched = (more: Partial<WantedModel> = {}) => downloads.finished(downloads.start(1, wanted(more)).id);
  const at = (path: string) => join(modelsDir, 'acme/tiny', path);
  const asked = (path: string) =>
    hub.requests.filter((request) => request.includes(`/store/${path}`) || request.includes(`/resolve/main/${path}`))
      .length;

  beforeEach(async () => {
    hub = await new HubServer().start();
    modelsDir = mkdtempSync(join(tmpdir(), 'moodline-hub-'));
    news = [];
    free = 1e12;
    open();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.onModuleDestroy()));
    await hub.close();
    rmSync(modelsDir, { recursive: true });
  });

  it('fetches settings, tokenizer, one graph and its weights, and nothing else', async () => {
    expect(await fetched()).toMatchObject({ state: 'done', problem: null });
    for (const path of ['config.json', 'tokenizer.json', 'tokenizer_config.json', GRAPH, `${GRAPH}_data`])
      expect(readFileSync(at(path))).toEqual(hub.files.get(path));
    expect(readdirSync(at('onnx')).sort()).toEqual(['model_q4.onnx', 'model_q4.onnx_data']);
    expect(existsSync(at('README.md'))).toBe(false);
    expect(existsSync(join(modelsDir, 'acme/outside.json'))).toBe(false);
    expect(await downloads.has(wanted())).toBe(true);
    expect(await downloads.has(wanted({ dtype: 'q8' }))).toBe(false);
  });

  it('tells how far it is', async () => {
    await fetched();
    expect(news[0]).toMatchObject({ state: 'running', receivedBytes: 0, totalBytes: null });
    const total = ['config.json', 'tokenizer.json', 'tokenizer_config.json', GRAPH, `${GRAPH}_data`].reduce(
      (sum, path) => sum + (hub.files.get(path)?.length ?? 0),
      0,
    );
    expect(news.at(-1)).toMatchObject({ state: 'done', receivedBytes: total, totalBytes: total });
  });

  it('fetches nothing twice', async () => {
    await fetched();
    const before = asked(GRAPH);
    expect(await fetched()).toMatchObject({ state: 'done' });
    expect(asked(GRAPH)).toBe(before);
  });

  it('joins a download that runs already', async () => {
    const first = downloads.start(1, wanted());
    expect(downloads.start(1, wanted()).id).toBe(first.id);
    await downloads.finished(first.id);
  });

  it('goes on where the connection broke', async () => {
    hub.surprise(`/store/${GRAPH}_data`, hub.breakOff(`${GRAPH}_data`, 100_000));
    expect(await fetched()).toMatchObject({ state: 'done' });
    expect(hub.ranges).toEqual(expect.arrayContaining([`/store/${GRAPH}_data bytes=100000-`]));
    expect(readFileSync(at(`${GRAPH}_data`))).toEqual(hub.files.get(`${GRAPH}_data`));
  });

  it('goes on after a restart with what an earlier try left', async () => {
    for (let tries = 0; tries < 2; tries++) hub.surprise(`/store/${GRAPH}`, hub.breakOff(GRAPH, 70_000));
    for (let tries = 0; tries < 9; tries++) hub.surprise(`/store/${GRAPH}`, (_, response) => response.destroy());
    expect(await fetched()).toMatchObject({ state: 'failed', problem: { code: 'model-download-network' } });
    expect(existsSync(at(GRAPH))).toBe(false);
    hub.surprises.length = 0;
    open();
    expect(await fetched()).toMatchObject({ state: 'done' });
    expect(hub.ranges.at(-1)).toMatch(/bytes=\d{5,}-$/);
    expect(readFileSync(at(GRAPH))).toEqual(hub.files.get(GRAPH));
  });

  it('begins a file anew where the hub takes no ranges', async () => {
    hub.takesRanges = false;
    hub.surprise(`/store/${GRAPH}`, hub.breakOff(GRAPH, 70_000));
    expect(await fetched()).toMatchObject({ state: 'done' });
    expect(readFileSync(at(GRAPH))).toEqual(hub.files.get(GRAPH));
  });

  it('refuses a file that differs from its checksum, keeps nothing of it, and says so', async () => {
    hub.lies.set(GRAPH, Buffer.alloc(200_000, 'other'));
    expect(await fetched()).toMatchObject({ state: 'failed', problem: { code: 'model-download-checksum' } });
    expect(readdirSync(at('onnx'))).toEqual([]);
    expect(await downloads.has(wanted())).toBe(false);
  });

  it('fetches a damaged file once more', async () => {
    hub.surprise(`/store/${GRAPH}`, (_, response) => response.writeHead(200).end(Buffer.alloc(200_000, 'xx')));
    expect(await fetched()).toMatchObject({ state: 'done' });
    expect(readFileSync(at(GRAPH))).toEqual(hub.files.get(GRAPH));
  });

  it('checks small files by the sum of git', async () => {
    hub.lies.set('config.json', Buffer.from('{"file":"config.jsom"}'));
    expect(await fetched()).toMatchObject({ state: 'failed', problem: { code: 'model-download-checksum' } });
  });

  it('replaces a file on the disk that is damaged', async () => {
    await fetched();
    writeFileSync(at(GRAPH), Buffer.alloc(200_000, 'no'));
    await fetched();
    expect(readFileSync(at(GRAPH))).toEqual(hub.files.get(GRAPH));
  });

  it('says before the first byte that the disk is too small', async () => {
    free = 400_000_000;
    expect(await fetched()).toMatchObject({
      state: 'failed',
      problem: { code: 'model-download-disk', message: expect.stringContaining('0.4 GB are free') },
    });
    expect(asked('config.json')).toBe(0);
  });

  it('says that there is no such model', async () => {
    expect(await fetched({ modelId: 'acme/none' })).toMatchObject({
      state: 'failed',
      problem: { code: 'model-download-missing' },
    });
    expect(hub.requests).toHaveLength(1);
  });

  it('says that a model is not for everybody', async () => {
    hub.surprise('/tree/main', (_, response) => json(response, 401, {}));
    expect(await fetched()).toMatchObject({ state: 'failed', problem: { code: 'model-download-closed' } });
  });

  it('names the precisions there are when the wanted one is missing', async () => {
    expect(await fetched({ dtype: 'q8' })).toMatchObject({
      problem: { code: 'model-download-dtype', message: expect.stringContaining('q4, fp32') },
    });
  });

  it('waits as long as a busy hub asks', async () => {
    hub.surprise('/tree/main', (_, response) => json(response, 429, {}, { 'retry-after': '0.2' }));
    hub.surprise(`/store/${GRAPH}`, (_, response) => json(response, 429, {}, { 'retry-after': '0.2' }));
    const begun = performance.now();
    expect(await fetched()).toMatchObject({ state: 'done' });
    expect(performance.now() - begun).toBeGreaterThan(390);
  });

  it('gives up on a hub that stays busy', async () => {
    for (let tries = 0; tries <= QUICK.retries; tries++)
      hub.surprise('/tree/main', (_, response) => json(response, 503, {}));
    expect(await fetched()).toMatchObject({ state: 'failed', problem: { code: 'model-download-network' } });
  });

  it('says that a mirror is no hub', async () => {
    hub.surprise('/tree/main', (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>'),
    );
    expect(await fetched()).toMatchObject({ state: 'failed', problem: { code: 'model-download-no-hub' } });
  });

  it('stops when it is cancelled, keeps what has arrived, and goes on later', async () => {
    const { id } = downloads.start(1, wanted());
    hub.surprise(`/store/${GRAPH}_data`, (_, response) => {
      const content = hub.files.get(`${GRAPH}_data`) ?? Buffer.alloc(0);
      response
        .writeHead(200, { 'content-length': content.length })
        .write(content.subarray(0, 50_000), () => setTimeout(() => void downloads.cancel(1, id), 50));
    });
    expect(await downloads.finished(id)).toMatchObject({ state: 'cancelled', problem: null });
    expect(await downloads.has(wanted())).toBe(false);
    expect(await fetched()).toMatchObject({ state: 'done' });
    expect(hub.ranges.at(-1)).toBe(`/store/${GRAPH}_data bytes=50000-`);
  });

  it('shows and cancels the downloads of the own workspace only', async () => {
    const { id } = downloads.start(1, wanted());
    expect(downloads.list(2)).toEqual([]);
    await expect(downloads.cancel(2, id)).rejects.toMatchObject({ code: 'not-found' });
    expect(downloads.list(1)).toHaveLength(1);
    await downloads.finished(id);
  });
});
