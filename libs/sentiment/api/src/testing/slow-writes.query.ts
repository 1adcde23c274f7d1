import type { Database } from '@moodline/shared/db';

const TABLES = [
  'comment',
  'label_task',
  'label',
  'human_label',
  'human_facet',
  'comment_monitor',
  'mood_bucket',
  'mood_total',
  'mood_facet_stale',
  'mood_facet_day',
];

/** For specs: after each statement that writes what is counted, or what that rests on, its locks are held for some milliseconds more. */
export async function slowDown(database: Database, milliseconds = 4): Promise<void> {
  await database.$executeRawUnsafe(`
    CREATE FUNCTION hold_on() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_sleep(${milliseconds / 1_000});
      RETURN NULL;
    END $$`);
  for (const table of TABLES)
    await database.$executeRawUnsafe(`
      CREATE TRIGGER hold_on AFTER INSERT OR UPDATE OR DELETE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION hold_on()`);
}
