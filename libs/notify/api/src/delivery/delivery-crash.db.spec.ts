import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { startFakeService } from '../testing/fake-service';
import { MOMENTS, type DeliveringOrder, type Moment } from '../testing/killed-deliverer';
import { DeliveringProcess } from '../testing/notify-bench.query';
import { sampleNotice } from '../testing/sample-notice';

jest.setTimeout(120_000);

describe('a worker that is killed with kill -9', () => {
  const key = randomBytes(32);
  let cacheDir: string;
  let test: TestDatabase;
  let survivor: DeliveringProcess;
  let service: Awaited<ReturnType<typeof startFakeService>>;
  let onReceived: () => Promise<void> | void;

  beforeAll(async () => {
    cacheDir = mkdtempSync(join(tmpdir(), 'moodline-deliverer-'));
    test = await createTestDatabase();
    survivor = new DeliveringProcess(test.url, key, 1);
    service = await startFakeService(async () => {
      await onReceived();
      return { body: 'ok' };
    });
  });
  afterAll(async () => {
    await service?.close();
    await survivor?.close();
    await test?.close();
    rmSync(cacheDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    service.received.length = 0;
    onReceived = () => undefined;
    await test.database.delivery.deleteMany();
    await test.database.channel.deleteMany();
  });

  async function killAt(moment: Moment): Promise<void> {
    const order: DeliveringOrder = { databaseUrl: test.url, cacheDir, key: key.toString('hex'), moment };
    const worker = fork(join(__dirname, '../testing/killed-deliverer.cjs'), [JSON.stringify(order)], {
      execArgv: [],
      stdio: 'inherit',
    });
    const ended = once(worker, 'exit');
    if (moment === 'received')
      onReceived = async () => {
        worker.kill('SIGKILL');
        await ended;
      };
    const [, signal] = (await ended) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    onReceived = () => undefined;
    // The lease of a second runs out.
    await sleep(1_100);
    await survivor.drain();
  }

  it.each(MOMENTS)('at the moment "%s" has a webhook sent once, or again with the same key', async (moment) => {
    const id = await survivor.channel(test.workspaceId, {
      kind: 'webhook',
      config: { url: service.url },
      secrets: { secret: 'a secret of some length' },
    });
    await survivor.enqueue(test.workspaceId, [id], sampleNotice, moment);
    await killAt(moment);
    const [delivery] = (await survivor.log.page(test.workspaceId, { limit: 5 })).items;
    expect(delivery).toMatchObject({ state: 'sent' });
    expect(service.received).toHaveLength(moment === 'received' || moment === 'answered' ? 2 : 1);
    expect(new Set(service.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it.each(MOMENTS)('at the moment "%s" has a chat message sent once or reported, and never doubled', async (moment) => {
    const id = await survivor.channel(test.workspaceId, { kind: 'slack', secrets: { url: service.url } });
    await survivor.enqueue(test.workspaceId, [id], sampleNotice, moment);
    await killAt(moment);
    const [delivery] = (await survivor.log.page(test.workspaceId, { limit: 5 })).items;
    const received = service.received.length;
    if (moment === 'taken') expect([delivery?.state, received]).toEqual(['sent', 1]);
    // Between writing down that it begins and the first byte nobody can tell whether it began.
    else expect([delivery?.state, received]).toEqual(['uncertain', moment === 'rendered' ? 0 : 1]);
  });
});
