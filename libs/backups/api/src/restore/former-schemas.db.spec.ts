import { migrate, migrationNames } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { BackupBench, PRISMA } from '../testing/backup-bench';

/** What an installation of the first release held: a day of comments, one of them labelled by the model, and their bucket. */
const FIRST_RELEASE = `
  INSERT INTO workspace (name, time_zone) VALUES ('First', 'Asia/Shanghai');
  INSERT INTO "user" (workspace_id, name, email, role) VALUES (1, 'Ada', 'ada@example.com', 'owner');
  INSERT INTO source (workspace_id, kind, name, schedule) VALUES (1, 'rss', 'Forum', 'hourly'), (1, 'file', 'people.csv', NULL);
  INSERT INTO crawl_run (workspace_id, source_id, trigger, status, rows, imported) VALUES (1, 1, 'schedule', 'done', 40, 40);
  INSERT INTO comment (workspace_id, source_id, run_id, external_id, text, text_hash, language, published_at)
    SELECT 1, 1, 1, 'c' || n, 'Comment number ' || n || ' 电池', md5(n::text), 'en', timestamptz '2026-05-03 04:00Z' + n * interval '1 minute'
    FROM generate_series(1, 40) n;
  INSERT INTO role (workspace_id, name, active_version) VALUES (1, 'label', 1);
  INSERT INTO role_version (workspace_id, role, version, system) VALUES (1, 'label', 1, 'Label it.');
  INSERT INTO label (workspace_id, comment_id, role_version, model, label, positive, neutral, negative)
    SELECT 1, id, 1, 'qwen', CASE WHEN id % 2 = 0 THEN 'positive' ELSE 'negative' END, .7, .1, .2 FROM comment WHERE id <= 30;
  INSERT INTO label_task (workspace_id, comment_id, published_at) SELECT 1, id, published_at FROM comment WHERE id > 30;
  INSERT INTO mood_bucket (workspace_id, hour, source_id, language, positive, negative) VALUES (1, '2026-05-03 04:00Z', 1, 'en', 15, 15)`;

describe('data of a former release', () => {
  let test: TestDatabase;
  let bench: BackupBench;
  let names: string[];
  beforeAll(async () => {
    test = await createTestDatabase();
    bench = new BackupBench(test);
    names = await migrationNames(PRISMA);
  });
  afterAll(async () => {
    await bench.close();
    await test.close();
  });

  /** A database that was left as it was after the first `count` migrations. */
  async function releaseOf(count: number): Promise<string> {
    const url = await bench.emptyDatabase();
    await migrate(url, PRISMA, { only: new Set(names.slice(0, 1)) });
    await bench.ask(url, FIRST_RELEASE);
    await migrate(url, PRISMA, { only: new Set(names.slice(0, count)) });
    return url;
  }

  it('are all there after the upgrade from the first one, and counted as what they are', async () => {
    const url = await releaseOf(names.length);
    expect(await bench.ask(url, 'SELECT count(*)::int AS n FROM comment')).toEqual([{ n: 40 }]);
    expect(
      await bench.ask(url, 'SELECT label, count(*)::int AS n FROM comment_mood GROUP BY label ORDER BY label'),
    ).toEqual([
      { label: 'negative', n: 15 },
      { label: 'positive', n: 15 },
    ]);
    expect(await bench.ask(url, 'SELECT positive, negative FROM mood_bucket WHERE monitor_id = 0')).toEqual([
      { positive: 15, negative: 15 },
    ]);
    expect(await bench.ask(url, 'SELECT sum(positive)::int AS n FROM mood_day')).toEqual([{ n: 15 }]);
    expect(await bench.ask(url, 'SELECT email, role FROM "user"')).toEqual([
      { email: 'ada@example.com', role: 'owner' },
    ]);
  });

  it.each(['the first release', 'half of the way', 'the release before this one'])(
    'are the same from a backup of %s as after an upgrade of it',
    async (release) => {
      const count = { 'the first release': 1, 'half of the way': names.length >> 1 }[release] ?? names.length - 1;
      const former = await releaseOf(count);
      const file = await bench.backUp(former);
      const url = await bench.emptyDatabase();
      const { manifest } = await bench.restore(file, url);
      expect(manifest.migrations).toEqual(names.slice(0, count));
      await migrate(former, PRISMA);
      expect(await bench.sums(url)).toEqual(await bench.sums(former));
      expect(await bench.schema(url)).toEqual(await bench.schema(former));
    },
  );

  it('of a later release are refused, and nothing is changed', async () => {
    const later = await releaseOf(names.length);
    const insert = `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ('x', 'x', '20990101000000_of_tomorrow', now(), 1)`;
    await bench.ask(later, insert);
    const file = await bench.backUp(later);
    const url = await bench.emptyDatabase();
    await expect(bench.restore(file, url)).rejects.toMatchObject({
      code: 'backup-newer',
      message: expect.stringMatching(/20990101000000_of_tomorrow.*Nothing was changed\. Update Moodline/) as string,
    });
    expect(
      await bench.ask(url, `SELECT 1 FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`),
    ).toEqual([]);
  });
});
