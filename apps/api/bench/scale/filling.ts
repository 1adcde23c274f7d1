import type { Client } from 'pg';
import { CLAUSES } from './filling-texts';
import { DERIVED_TABLES } from './filling-derived';
import { COMMENT_PARTS, FUNCTIONS, SMALL_TABLES } from './filling-tables';

/** Comments made in one transaction: what is lost when a run is cut off. */
const SLICE = 100_000;

/** Tables that are loaded without their indexes. */
const LOADED = [
  'comment',
  'label',
  'human_label',
  'comment_monitor',
  'comment_tag',
  'label_task',
  'crawl_run',
  'mood_bucket',
  'mood_day',
];

/**
 * Fills a migrated database with made comments, in SQL and in slices. What is done is noted in the same transaction, so a run
 * that was cut off goes on where it was. Texts, times and labels follow from the number of a comment: every run makes the same.
 * @param tell called with what is being done
 */
export async function fill(client: Client, comments: number, tell: (what: string) => void): Promise<void> {
  await client.query(`
    CREATE TABLE IF NOT EXISTS scale_step (name text PRIMARY KEY);
    CREATE TABLE IF NOT EXISTS scale_index (name text PRIMARY KEY, definition text NOT NULL);
    CREATE TABLE IF NOT EXISTS scale_size (comments bigint NOT NULL, ends timestamptz NOT NULL, made bigint NOT NULL)`);
  await client.query(
    `INSERT INTO scale_size SELECT $1, date_trunc('day', now()), 0 WHERE NOT EXISTS (SELECT FROM scale_size)`,
    [comments],
  );
  const size = await client.query<{ comments: string }>('SELECT comments FROM scale_size');
  if (Number(size.rows[0]?.comments) !== comments)
    throw new Error(`This folder holds ${size.rows[0]?.comments} comments. Name another with --data.`);
  const step = (name: string, ...sql: string[]) => once(client, name, sql, tell);

  await step('functions and words', FUNCTIONS, CLAUSES);
  await step('sources, runs, people and monitors', ...SMALL_TABLES);
  await step(
    'indexes off',
    `INSERT INTO scale_index
       SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
       WHERE i.indrelid = ANY('{${LOADED.join(',')}}'::regclass[]) AND NOT i.indisprimary ON CONFLICT DO NOTHING`,
    `DO $$ DECLARE named record; BEGIN
       FOR named IN SELECT name FROM scale_index LOOP EXECUTE 'DROP INDEX ' || named.name; END LOOP;
     END $$`,
    'ALTER TABLE label DISABLE TRIGGER USER',
    'ALTER TABLE human_label DISABLE TRIGGER USER',
  );
  await fillComments(client, comments, tell);
  for (const { name, definition } of (await client.query('SELECT * FROM scale_index ORDER BY name')).rows)
    await step(`index ${name}`, definition);
  await step('statistics of what was loaded', 'ANALYZE');
  for (const { name, sql } of DERIVED_TABLES) await step(name, ...sql);
  if (!(await isDone(client, 'statistics'))) {
    tell('statistics');
    await client.query('VACUUM (ANALYZE)');
    await note(client, 'statistics');
  }
}

/** Takes away what the filling has made for itself. */
export async function clearTraces(client: Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    SELECT format('DROP TABLE %s', oid::regclass) AS statement FROM pg_class WHERE relkind = 'r' AND relname ~ '^scale_'
    UNION ALL SELECT format('DROP FUNCTION %s', oid::regprocedure) FROM pg_proc WHERE proname ~ '^scale_'`);
  for (const { statement } of rows) await client.query(statement);
}

/** Comments with what hangs on them, a slice a transaction. */
async function fillComments(client: Client, comments: number, tell: (what: string) => void): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ made: string }>('SELECT made FROM scale_size');
    const first = Number(rows[0]?.made) + 1;
    if (first > comments) return;
    const last = Math.min(comments, first + SLICE - 1);
    const begun = performance.now();
    await client.query('BEGIN');
    for (const sql of COMMENT_PARTS)
      await client.query(sql.replaceAll(':first', String(first)).replaceAll(':last', String(last)));
    await client.query('UPDATE scale_size SET made = $1', [last]);
    await client.query('COMMIT');
    tell(`${last} comments, ${Math.round(((last - first + 1) * 1000) / (performance.now() - begun))} a second`);
  }
}

/** A step of its own transaction, done once. */
async function once(client: Client, name: string, sql: readonly string[], tell: (what: string) => void): Promise<void> {
  if (await isDone(client, name)) return;
  tell(name);
  await client.query('BEGIN');
  for (const statement of sql) await client.query(statement);
  await note(client, name);
  await client.query('COMMIT');
}

const isDone = async (client: Client, name: string): Promise<boolean> =>
  Boolean((await client.query('SELECT FROM scale_step WHERE name = $1', [name])).rowCount);

const note = (client: Client, name: string) => client.query('INSERT INTO scale_step VALUES ($1)', [name]);
