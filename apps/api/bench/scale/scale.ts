import { cpus, loadavg } from 'node:os';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AccountsRepository, SignIn } from '@moodline/accounts/api';
import { loadSettings } from '@moodline/shared/config';
import { EmbeddedDatabase, migrate, prepareReader, type EmbeddedUrls } from '@moodline/shared/db';
import { Client } from 'pg';
import { HIDDEN } from '../../src/hidden-from-readers';
import { createWebServer } from '../../src/web-server';
import { clearTraces, fill } from './filling';
import { Asker, measure, percentile, type Measured } from './measuring';
import { readOptions, USAGE, type ScaleOptions } from './options';
import { scans } from './plans';
import type { Read } from './read';
import { reads, type Scene } from './reads';
import { countReaderCosts } from './row-security';
import { sizes } from './sizes';
import { table } from './table';
import { askBeside, STORED, storeComments } from './writing';

/** What every read has to keep. */
const TARGET_MS = 100;
const ROOT = join(__dirname, '../../..');
/** Loading many rows needs other settings than serving people; what a crash would cost is made again. */
const LOADING = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=8GB',
  'maintenance_work_mem=1GB',
  'work_mem=256MB',
];
const WATCHED = [
  'session_preload_libraries=auto_explain',
  'auto_explain.log_analyze=on',
  'auto_explain.log_timing=off',
  'auto_explain.log_format=json',
  'auto_explain.log_nested_statements=off',
];

const print = (text: string) => process.stdout.write(`${text}\n`);
const tell = (what: string) => process.stderr.write(`  … ${new Date().toISOString().slice(11, 19)} ${what}\n`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), ROOT);
  mkdirSync(options.data, { recursive: true });
  await withDatabase(options, LOADING, async ({ urls, client }) => {
    await migrate(urls.url, join(ROOT, 'prisma'));
    await fill(client, options.comments, tell);
    if (options.plain) await clearTraces(client);
  });
  if (options.fillOnly) return;
  await withDatabase(options, WATCHED, (server) => look(options, server));
}

/** The embedded server while it runs, with a connection of the product's role and one of the administrator. */
interface Server {
  readonly urls: EmbeddedUrls;
  readonly client: Client;
  readonly administrator: Client;
}

/** Runs work with the embedded server of the data folder, and stops it whatever happens. */
async function withDatabase(
  { data }: ScaleOptions,
  settings: readonly string[],
  work: (server: Server) => Promise<void>,
): Promise<void> {
  const embedded = new EmbeddedDatabase(data, settings);
  await embedded.stop();
  const urls = await embedded.start();
  const client = new Client({ connectionString: urls.url });
  const administrator = new Client({ connectionString: urls.administratorUrl });
  try {
    await client.connect();
    await administrator.connect();
    await work({ urls, client, administrator });
  } finally {
    await client.end();
    await administrator.end();
    await embedded.stop();
  }
}

/** Starts the API as the product does, without the worker, and measures. */
async function look(options: ScaleOptions, { urls, client, administrator }: Server): Promise<void> {
  const settings = loadSettings(
    { MOODLINE_DATA: options.data, MOODLINE_ROLES: 'api', MOODLINE_DEMO: 'false', LOG_LEVEL: 'fatal' },
    ROOT,
  );
  const reader = await prepareReader(urls, 'only on this machine', HIDDEN);
  const app = await createWebServer(settings, urls.url, join(options.data, 'scale.log'), reader);
  try {
    const workspaceId = await app.get(AccountsRepository).ensureWorkspace('Scale', 'Asia/Shanghai');
    await app.init();
    await app.listen(0, '127.0.0.1');
    const asker = new Asker(
      (await app.getUrl()).replace('[::1]', '127.0.0.1'),
      await app.get(SignIn).newApiToken(workspaceId),
    );
    if (options.rowSecurity) return await printReaderCosts(options, administrator);
    const wanted = reads(await sceneOf(client, asker)).filter(({ name }) => name.includes(options.only));
    const measured: Measured[] = [];
    for (const read of wanted) {
      const one = await measure(read, asker, client, options.rounds);
      measured.push(one);
      tell(`${percentile(one.times, 0.95).toFixed(0)} ms  ${read.name}`);
    }
    report(options, measured);
    printScans(await scans(wanted, asker, administrator, join(options.data, 'postgresql', 'server.log')));
    if (!options.only) await printSizesAndWriting(options, { asker, client, wanted });
  } finally {
    await app.close();
  }
}

async function printReaderCosts({ comments }: ScaleOptions, administrator: Client): Promise<void> {
  const costs = await countReaderCosts(administrator);
  print(
    table(
      `Row level security, ${comments} comments: pages of 8 kB that a statement of the reading role looks at`,
      ['statement', ...Object.keys(costs[0]?.pages ?? {})],
      costs.map(({ name, pages }) => [name, ...Object.values(pages).map(String)]),
    ),
  );
}

async function sceneOf(client: Client, asker: Asker): Promise<Scene> {
  const { rows } = await client.query<Scene>(`
    SELECT ((ends - interval '730 days') AT TIME ZONE 'Asia/Shanghai')::date::text AS first, (ends AT TIME ZONE 'Asia/Shanghai')::date::text AS last,
      ((ends - interval '29 days') AT TIME ZONE 'Asia/Shanghai')::date::text AS "monthAgo", comments::int,
      (SELECT max(id)::int FROM (SELECT id FROM comment WHERE duplicate_of IS NOT NULL ORDER BY id DESC LIMIT 1) copied) AS copied
    FROM scale_size`);
  const scene = rows[0] as Scene;
  const page = (await asker.get('/api/comments?limit=50')) as { nextCursor: string };
  const review = (await asker.get(`/api/review?from=${scene.monthAgo}`)) as { nextCursor: string };
  return { ...scene, nextPage: page.nextCursor, nextReview: review.nextCursor };
}

function report({ comments, rounds }: ScaleOptions, measured: readonly Measured[]): void {
  const number = (ms: number) => (ms >= 100 ? ms.toFixed(0) : ms.toFixed(1));
  print(
    table(
      `${comments} comments, ${rounds} rounds; ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`,
      ['read', 'p50 ms', 'p95 ms', 'from raw rows ms', 'equal', ''],
      measured.map(({ read, times, rawMs, equal, problem }) => [
        read.name,
        number(percentile(times, 0.5)),
        number(percentile(times, 0.95)),
        rawMs === null ? '' : number(rawMs),
        equal === null ? '' : equal ? 'yes' : 'NO',
        problem ? 'PROBLEM' : percentile(times, 0.95) > TARGET_MS ? `over ${TARGET_MS}` : '',
      ]),
    ),
  );
  for (const { read, problem } of measured) if (problem) print(`PROBLEM ${read.name}: ${problem}`);
  const slow = measured.filter(({ times }) => !(percentile(times, 0.95) <= TARGET_MS));
  print(
    `\n${measured.length} reads, ${slow.length} over ${TARGET_MS} ms, ${measured.filter(({ equal }) => equal === false).length} unequal.`,
  );
  if (slow.length || measured.some(({ problem }) => problem)) process.exitCode = 1;
}

/** One line a read and step: of the same step in several statements that with the most rows. */
function printScans(found: Awaited<ReturnType<typeof scans>>): void {
  const byStep = Map.groupBy(found, ({ read, relation }) => `${read}\n${relation}`);
  const most = [...byStep.values()].map((same) => same.reduce((one, other) => (other.rows > one.rows ? other : one)));
  print(
    table(
      'Steps of plans that read 10,000 rows or more',
      ['read', 'step', 'rows', 'query'],
      most.map(({ read, relation, rows, query }) => [read, relation, String(rows), query]),
    ),
  );
}

/** Reads that are asked while comments are stored: what somebody sees who opens the product meanwhile. */
const BESIDE = [
  'shell: filter bar',
  'overview, 30 days: mood',
  'overview, 30 days: sources',
  'overview, 30 days: loudest',
  'comments: first page',
  'review: first page',
];

async function printSizesAndWriting(
  options: ScaleOptions,
  { asker, client, wanted }: { asker: Asker; client: Client; wanted: readonly Read[] },
): Promise<void> {
  const found = await sizes(client);
  const total = found.reduce((sum, { bytes }) => sum + bytes, 0);
  print(
    table(
      'Disk',
      ['table or index', 'MB', 'bytes a comment'],
      [...found, { name: 'together', bytes: total }].map(({ name, bytes }) => [
        name,
        (bytes / 1e6).toFixed(0),
        (bytes / options.comments).toFixed(1),
      ]),
    ),
  );
  const times = await storeComments(asker, Math.min(options.rounds, 10));
  const middle = percentile(times, 0.5);
  print(
    `\nStoring a file of ${STORED} comments: p50 ${middle.toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms, ${Math.round((STORED * 1000) / middle)} comments a second.`,
  );
  await printBeside(
    asker,
    wanted.filter(({ name }) => BESIDE.includes(name)),
  );
}

/** Files stored while {@link BESIDE} is asked. */
const FILES_BESIDE = 5;

async function printBeside(asker: Asker, pages: readonly Read[]): Promise<void> {
  const beside = await askBeside(storeComments(asker, FILES_BESIDE), asker, pages);
  print(
    table(
      `While ${FILES_BESIDE} such files were stored and taken back`,
      ['read', 'asked', 'p50 ms', 'p95 ms', 'longest ms'],
      beside.map(({ read, times }) => [
        read.name,
        String(times.length),
        ...[0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(0)),
      ]),
    ),
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n\n${USAGE}\n`);
  process.exit(1);
});
