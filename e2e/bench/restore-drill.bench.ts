/**
 * How long a backup and its restore take, by the commands that an operator types, on the built product: `npm run bench -- restore-drill`.
 * One installation is the demo, one has many labelled comments (`--comments NUMBER`, 200,000 unless told). Each backup is restored into
 * an empty data folder, and into the installation it was made of; afterwards there is as much as before.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { printTable } from '@moodline/shared/testing';
import { RunningProduct, type CliAnswer } from '../support/running-product';

const ROOT = resolve(__dirname, '../..');
const { comments: COMMENTS = 200_000 } = (globalThis as { bench?: { readonly comments?: number } }).bench ?? {};
/** The model would label what waits, at the cost of what is measured. */
const ENVIRONMENT = { MOODLINE_ROLES: 'api' };

async function timed(work: () => Promise<CliAnswer>): Promise<number> {
  const begun = performance.now();
  const { code, stderr } = await work();
  if (code) throw new Error(stderr);
  return (performance.now() - begun) / 1000;
}

/** How many comments there are. */
async function counted(product: RunningProduct): Promise<number> {
  const sources = (await (await product.api('sources')).json()) as readonly { readonly comments: number }[];
  return sources.reduce((sum, { comments }) => sum + comments, 0);
}

/** @param name of its workspace */
async function drill(product: RunningProduct, name: string, folder: string): Promise<(string | number)[]> {
  const passphrase = join(folder, 'passphrase');
  writeFileSync(passphrase, 'words of the drill\n');
  const file = join(folder, `${product.port}.backup`);
  await product.becomeOwner();
  const before = await counted(product);
  const backup = await timed(() => product.cli('backup', file, '--passphrase-file', passphrase));
  let fresh = 0;
  const other = await RunningProduct.start({
    environment: ENVIRONMENT,
    prepare: async (cli) => {
      fresh = await timed(() => cli('restore', file, '--passphrase-file', passphrase));
    },
  });
  expect(await counted(other)).toBe(before);
  await other.stop();
  await product.pause();
  const replacing = await timed(() => product.cli('restore', file, '--passphrase-file', passphrase, '--replace', name));
  const begun = performance.now();
  await product.start();
  const start = (performance.now() - begun) / 1000;
  expect(await counted(product)).toBe(before);
  return [before, statSync(file).size / 1e6, backup, fresh, replacing, start];
}

it('backs up and restores', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'moodline-drill-'));
  const rows: (string | number)[][] = [];
  const load = loadavg()[0]?.toFixed(1);
  try {
    const demo = await RunningProduct.start({ demo: true, environment: ENVIRONMENT });
    rows.push(['demo', ...(await drill(demo, 'Moodline', folder))]);
    await demo.stop();
    const filled = await RunningProduct.start({
      environment: ENVIRONMENT,
      prepare: async (_cli, dataDir) => {
        const program = join(ROOT, 'dist/apps/api/scale.js');
        const options = ['--comments', String(COMMENTS), '--data', dataDir, '--fill-only', '--plain'];
        await promisify(execFile)(process.execPath, [program, ...options], { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 });
      },
    });
    rows.push(['filled', ...(await drill(filled, 'Scale', folder))]);
    await filled.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  printTable(
    `Backup and restore; ${cpus().length} × ${cpus()[0]?.model}, load ${load}`,
    [
      'installation',
      'comments',
      'backup MB',
      'backup s',
      'restore, empty folder s',
      'restore, in place s',
      'next start s',
    ],
    rows,
  );
});
