import { randomBytes } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { startFakeService } from '../testing/fake-service';
import { DeliveringProcess } from '../testing/notify-bench.query';
import { sampleNotice } from '../testing/sample-notice';

const NOTICES = 40;

it('two workers that take deliveries side by side send each once', async () => {
  const test: TestDatabase = await createTestDatabase();
  const key = randomBytes(32);
  const workers = [new DeliveringProcess(test.url, key), new DeliveringProcess(test.url, key)] as const;
  const service = await startFakeService(() => ({}));
  try {
    const channel = { kind: 'webhook', config: { url: service.url }, secrets: { secret: 'x'.repeat(16) } } as const;
    const ids = [
      await workers[0].channel(test.workspaceId, channel),
      await workers[1].channel(test.workspaceId, channel),
    ];
    // Both tell of the same matters at the same time.
    await Promise.all(
      workers.flatMap((worker) =>
        Array.from({ length: NOTICES }, (_, matter) =>
          worker.enqueue(test.workspaceId, ids, sampleNotice, `matter:${matter}`),
        ),
      ),
    );
    await Promise.all(workers.flatMap((worker) => [worker.drain(), worker.drain()]));
    expect(service.received).toHaveLength(2 * NOTICES);
    expect(new Set(service.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(2 * NOTICES);
    expect(await test.database.delivery.count({ where: { state: 'sent', attempts: 1 } })).toBe(2 * NOTICES);
  } finally {
    await service.close();
    for (const worker of workers) await worker.close();
    await test.close();
  }
});
