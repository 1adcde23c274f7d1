import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, eventually, test } from '../support/journey';

interface Status {
  readonly pending: number;
  readonly labelled: number;
  readonly unscored: number;
}

const COMMENTS = 160;

/** Process id of the model process that belongs to a port's product, found by its parent. */
function modelProcess(dataDir: string): number {
  const { pid } = JSON.parse(execFileSync('cat', [join(dataDir, 'moodline.lock')]).toString()) as { pid: number };
  const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(pid)])
    .toString()
    .split('\n');
  return Number(
    children
      .find((line) => line.includes('model-process'))
      ?.trim()
      .split(/\s+/)[0],
  );
}

test('a killed model and a killed product lose nothing and double nothing', async ({ product }) => {
  await product.becomeOwner();
  const file = join(mkdtempSync(join(tmpdir(), 'moodline-power-')), 'many.csv');
  const rows = Array.from(
    { length: COMMENTS },
    (_, index) =>
      `2026-05-${String(1 + (index % 20)).padStart(2, '0')} 08:00,comment number ${index}: the battery is ${index % 2 ? 'great' : 'terrible'}`,
  );
  writeFileSync(file, ['time,text', ...rows].join('\n'));
  await product.cliJson('import', file, '--source', 'Many');
  const labelled = async () => (await product.cliJson<Status>('status')).labelled;
  await eventually('the first labels', async () => (await labelled()) > 0);

  process.kill(modelProcess(product.dataDir), 'SIGKILL');
  const afterModel = await labelled();
  await eventually('labelling after the model was killed', async () => (await labelled()) > afterModel);

  await product.kill();
  await product.start();
  await eventually('the rest of the labels', async () => (await product.cliJson<Status>('status')).pending === 0);
  expect(await product.cliJson<Status>('status')).toMatchObject({ labelled: COMMENTS, unscored: 0 });
  const points = await product.cliJson<{ n: number; positive: number; neutral: number; negative: number }[]>(
    'mood',
    '--step',
    'day',
  );
  expect(points.reduce((sum, { n }) => sum + n, 0)).toBe(COMMENTS);
  const exported = (await product.cli('export')).stdout.trim().split('\n');
  expect(new Set(exported.map((line) => (JSON.parse(line) as { id: number }).id)).size).toBe(COMMENTS);
});
