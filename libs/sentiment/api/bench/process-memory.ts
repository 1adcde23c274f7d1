import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../../..');
/** Labelling is under way all that time: the demo has more comments than any CPU labels in it. */
const WATCHED_MS = 20_000;
const SAMPLE_MS = 500;

/** Most memory a process ever held, in megabytes; null where the system does not tell. */
export function peakMemory(pid: number): number | null {
  return kilobytes(`/proc/${pid}/status`, 'VmHWM') / 1024 || null;
}

/**
 * Most memory the whole product holds while it labels its demo: API, worker, model and database of a fresh installation, by
 * proportional share, so that what processes share counts once. In megabytes; null where the system does not tell.
 */
export async function productMemory(): Promise<number | null> {
  if (!existsSync('/proc/self/smaps_rollup')) return null;
  const data = mkdtempSync(join(tmpdir(), 'moodline-bench-'));
  const product = spawn(
    process.execPath,
    [join(ROOT, 'tools/start.cjs'), '--port', String(await freePort()), '--data', data],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    await new Promise<void>((ready, failed) => {
      product.stdout.on('data', (words: Buffer) => /Stop with Ctrl-C/.test(words.toString()) && ready());
      product.once('exit', (code) => failed(new Error(`The product ended with ${code}.`)));
    });
    let most = 0;
    for (
      const end = performance.now() + WATCHED_MS;
      performance.now() < end;
      await new Promise((next) => setTimeout(next, SAMPLE_MS))
    ) {
      const pids = family([product.pid ?? 0, databaseServer(data)]);
      most = Math.max(most, pids.reduce((sum, pid) => sum + kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss'), 0) / 1024);
    }
    return most;
  } finally {
    product.kill('SIGTERM');
    if (product.exitCode === null) await once(product, 'exit');
    rmSync(data, { recursive: true, force: true });
  }
}

function databaseServer(data: string): number {
  return Number(readFileSync(join(data, 'postgresql/postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Processes and all they started. */
function family(heads: readonly number[]): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [Number(pid), kilobytes(`/proc/${pid}/status`, 'PPid')]),
  );
  const members = new Set(heads);
  for (let before = 0; before < members.size;) {
    before = members.size;
    for (const [pid, parent] of parents) if (members.has(parent)) members.add(pid);
  }
  return [...members];
}

/** A number of a file of /proc; 0 when the process has gone meanwhile. */
function kilobytes(file: string, name: string): number {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
