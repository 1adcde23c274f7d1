/**
 * How long other requests wait while a file is checked, and while it is imported: a thread of its own asks the process every 20 ms and
 * waits for the answer. On a busy machine the process itself has to wait; so the longest stretch that the thread of the API computed
 * without a pause is measured too, in its own processor time. `npm run bench -- import-check --megabytes 300`
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CommentIntake, CommentRepository } from '@moodline/comments/api';
import { ServerEvents } from '@moodline/shared/http';
import { createTestDatabase, printTable } from '@moodline/shared/testing';
import { FileImporter } from '../src/import/file-importer';
import { MappingRepository } from '../src/import/mapping.repository';
import { ReaderThreads } from '../src/import/reader-threads';
import { fileAt } from '../src/import/stored-file';
import { RunProgressReports } from '../src/runs/run-progress';
import { RunRepository } from '../src/runs/runs.repository';
import { SourceRepository } from '../src/sources/sources.repository';
import { importFile } from './import-file';

const { megabytes = 30, comments: STORED = 20_000 } =
  (globalThis as { bench?: { megabytes?: number; comments?: number } }).bench ?? {};
const ROWS_A_MEGABYTE = 6_500;

/** Asks from outside, so that its clock does not stand still with the process. */
const ASKER = `
const { parentPort, workerData } = require('node:worker_threads');
const waits = [];
let going = true;
parentPort.once('message', () => (going = false));
(async () => {
  while (going) {
    const begun = performance.now();
    await fetch(workerData).then((answer) => answer.text());
    waits.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  parentPort.postMessage(waits);
})();`;

/** Looks every 5 ms how much this thread has computed since the last look. */
class Stretches {
  /** The longest one, in milliseconds of processor time. */
  longest = 0;
  private before = ownTime();
  private readonly timer = setInterval(() => {
    const now = ownTime();
    this.longest = Math.max(this.longest, now - this.before);
    this.before = now;
  }, 5);

  end(): number {
    clearInterval(this.timer);
    return this.longest;
  }
}

function ownTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Waits of the requests during some work, in milliseconds, how long it took, and the longest stretch of it. */
async function asking(
  url: string,
  work: () => Promise<unknown>,
): Promise<{ waits: number[]; ms: number; stretch: number }> {
  const asker = new Worker(ASKER, { eval: true, workerData: url });
  const stretches = new Stretches();
  const begun = performance.now();
  await work();
  const ms = performance.now() - begun;
  const stretch = stretches.end();
  asker.postMessage('stop');
  const [waits] = (await once(asker, 'message')) as [number[]];
  await asker.terminate();
  return { waits: waits.sort((a, b) => a - b), ms, stretch };
}

it('checks and imports a file while others ask', async () => {
  const test = await createTestDatabase();
  const server = createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { database } = test;
  const readers = new ReaderThreads(join(__dirname, '../../../../dist/apps/api/import-thread.js'));
  const folder = mkdtempSync(join(tmpdir(), 'moodline-bench-'));
  const importer = new FileImporter(
    new SourceRepository(database),
    new RunRepository(database, new CommentIntake(Buffer.from('key'))),
    new CommentRepository(database),
    new RunProgressReports(new ServerEvents()),
    new MappingRepository(database),
    readers,
  );
  try {
    const large = importFile(megabytes * ROWS_A_MEGABYTE);
    const small = importFile(STORED);
    const row = async (what: string, file: Buffer, dryRun: boolean) => {
      const rows = file.reduce((count, byte) => count + (byte === 10 ? 1 : 0), -1);
      const path = join(folder, `${what}.csv`);
      writeFileSync(path, file);
      const run = () => importer.importStored(test.workspaceId, { name: 'bench.csv', dryRun }, fileAt(path));
      const { waits, ms, stretch } = await asking(url, run);
      const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
      return [what, (file.length / 1e6).toFixed(1), rows, ms, (rows * 1000) / ms, at(0.5), at(0.99), at(1), stretch];
    };
    const idle = await asking(url, () => new Promise((resolve) => setTimeout(resolve, 3_000)));
    const rows = [
      [
        'nothing else',
        '',
        '',
        3_000,
        '',
        idle.waits[Math.floor(idle.waits.length / 2)] ?? 0,
        '',
        idle.waits.at(-1) ?? 0,
        idle.stretch,
      ],
      await row('check', large, true),
      await row('import', small, false),
    ];
    printTable(
      `Waits of other requests in ms; ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`,
      ['meanwhile', 'MB', 'rows', 'ms', 'rows/s', 'median wait', '99 %', 'longest', 'own stretch'],
      rows,
    );
  } finally {
    server.close();
    await readers.onApplicationShutdown();
    rmSync(folder, { recursive: true });
    await test.close();
  }
});
