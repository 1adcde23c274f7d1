import { createHash } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { ALL_WORKSPACES, DatabaseLock, lockStatement } from '../database-lock';

/** Longest time of one statement of a reader. */
const STATEMENT_MS = 60_000;
/** Of every connection of a reader where the server gives no role of its own. */
const OPTIONS = `-c default_transaction_read_only=on -c statement_timeout=${STATEMENT_MS}`;
/** What a reader does not see: whole tables, and columns of others. */
export interface Hidden {
  readonly tables: readonly string[];
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

/** How questions and exports reach the database. */
export interface Reader {
  readonly url: string;
  /** Whether it is a role of its own, which can read and nothing else. Otherwise its transactions only read. */
  readonly ownRole: boolean;
}

/**
 * Makes the role that can only read, or brings its grants up to date: after migrations and after a restore, which makes the schema anew.
 * Safe to run twice and from two processes at once. Every table that is not hidden is seen.
 * @param password the same at each start; installations that share a server have roles of their own
 */
export async function prepareReader(url: string, password: string, hidden: Hidden): Promise<Reader> {
  const role = `moodline_reader_${createHash('sha256').update(password).digest('hex').slice(0, 12)}`;
  const own = new URL(url);
  own.username = role;
  own.password = password;
  try {
    await grant(url, { role, password, hidden });
    await ask(own.href, 'SELECT 1');
    return { url: own.href, ownRole: true };
  } catch {
    // A server that is somebody else's, or a proxy in front of it that knows no other role: whatever it is, nothing has to stop for it.
    const readsOnly = withOptions(url);
    const taken = await ask(readsOnly, 'SELECT 1').then(
      () => true,
      () => false,
    );
    return { url: taken ? readsOnly : url, ownRole: false };
  }
}

async function grant(
  url: string,
  { role, password, hidden }: { role: string; password: string; hidden: Hidden },
): Promise<void> {
  const name = escapeIdentifier(role);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(lockStatement(DatabaseLock.ReaderRole, ALL_WORKSPACES));
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${name} LOGIN PASSWORD ${escapeLiteral(password)}`);
    await client.query(`ALTER ROLE ${name} SET default_transaction_read_only = on`);
    await client.query(`ALTER ROLE ${name} SET statement_timeout = ${STATEMENT_MS}`);
    await client.query(`GRANT USAGE ON SCHEMA public TO ${name}`);
    await client.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${name}`);
    for (const statement of await grants(client, name, hidden)) await client.query(statement);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** One grant a table, for its columns where some are hidden. Tables that a later version adds are seen once it has started. */
async function grants(client: Client, role: string, { tables, columns }: Hidden): Promise<string[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(`
    SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm') AND c.relname <> '_prisma_migrations'
    GROUP BY c.relname`);
  return rows
    .filter(({ table }) => !tables.includes(table))
    .map(({ table, columns: all }) => {
      const hiddenHere = columns[table];
      const seen = hiddenHere && all.filter((column) => !hiddenHere.includes(column)).map(escapeIdentifier);
      return `GRANT SELECT${seen ? ` (${seen.join(', ')})` : ''} ON ${escapeIdentifier(table)} TO ${role}`;
    });
}

function withOptions(url: string): string {
  const changed = new URL(url);
  changed.searchParams.set('options', [changed.searchParams.get('options'), OPTIONS].filter(Boolean).join(' '));
  return changed.href;
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
