import { createHash } from 'node:crypto';
import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { alone, withClient, withOption } from '../administration';
import { enableRowSecurity, prepareRowSecurity, workspaceOption } from './row-security';

/** Longest time of one statement of a reader. */
const STATEMENT_MS = 60_000;
/** Of every connection of a reader where the server gives no role of its own. */
const OPTIONS = `-c default_transaction_read_only=on -c statement_timeout=${STATEMENT_MS}`;

/** What a reader does not see: whole tables, and columns of others. */
export interface Hidden {
  readonly tables: readonly string[];
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

/** Where a reader is made. */
export interface ReaderPlace {
  /** As the owner of the tables. */
  readonly url: string;
  /** As the administrator of the server, who makes roles; where there is none, the owner tries. */
  readonly administratorUrl?: string;
}

/** How questions and exports reach the database. */
export interface Reader {
  readonly url: string;
  /** Whether it is a role of its own, which can read and nothing else. Otherwise its transactions only read. */
  readonly ownRole: boolean;
  /** Whether the database itself keeps the workspaces apart, in all tables. */
  readonly rowSecurity: boolean;
}

/**
 * Makes the role that can only read, or brings its grants and the policies of its rows up to date: after migrations and after a
 * restore, which makes the schema anew. Safe to run twice and from two processes at once. Every table of a workspace that is not hidden
 * is seen, one workspace at a time.
 * @param password the same at each start; installations that share a server have roles of their own
 */
export async function prepareReader(place: ReaderPlace, password: string, hidden: Hidden): Promise<Reader> {
  const { url, administratorUrl } = place;
  const role = `moodline_reader_${createHash('sha256').update(password).digest('hex').slice(0, 12)}`;
  const own = new URL(url);
  own.username = role;
  own.password = password;
  try {
    await withClient(administratorUrl ?? url, (client) => makeRole(client, role, password));
    if (administratorUrl)
      await withClient(administratorUrl, (client) =>
        prepareRowSecurity(client, decodeURIComponent(new URL(url).username)),
      );
    const rowSecurity = await withClient(url, async (client) => {
      await grant(client, role, hidden);
      return enableRowSecurity(client);
    });
    await withClient(withOption(own.href, workspaceOption(0)), (client) => client.query('SELECT 1'));
    return { url: own.href, ownRole: true, rowSecurity };
  } catch (error) {
    // The embedded server does all of this.
    if (administratorUrl) throw error;
    // A server that is somebody else's, or a proxy in front of it that knows no other role: whatever it is, nothing has to stop for it.
    const readsOnly = withOption(url, OPTIONS);
    const taken = await withClient(readsOnly, (client) => client.query('SELECT 1')).then(
      () => true,
      () => false,
    );
    return { url: taken ? readsOnly : url, ownRole: false, rowSecurity: false };
  }
}

async function makeRole(client: Client, role: string, password: string): Promise<void> {
  const name = escapeIdentifier(role);
  await alone(client, async () => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${name} LOGIN PASSWORD ${escapeLiteral(password)}`);
    await client.query(`ALTER ROLE ${name} SET default_transaction_read_only = on`);
    await client.query(`ALTER ROLE ${name} SET statement_timeout = ${STATEMENT_MS}`);
  });
}

async function grant(client: Client, role: string, hidden: Hidden): Promise<void> {
  const name = escapeIdentifier(role);
  await alone(client, async () => {
    await client.query(`GRANT USAGE ON SCHEMA public TO ${name}`);
    await client.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${name}`);
    for (const statement of await grants(client, name, hidden)) await client.query(statement);
  });
}

/**
 * One grant a table of workspaces, for its columns where some are hidden. Tables that a later version adds are seen once it has started.
 * No views: they read with the rights of their owner, past its policies.
 */
async function grants(client: Client, role: string, { tables, columns }: Hidden): Promise<string[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(`
    SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
    GROUP BY c.relname
    HAVING bool_or(a.attname = 'workspace_id')`);
  return rows
    .filter(({ table }) => !tables.includes(table))
    .map(({ table, columns: all }) => {
      const hiddenHere = columns[table];
      const seen = hiddenHere && all.filter((column) => !hiddenHere.includes(column)).map(escapeIdentifier);
      return `GRANT SELECT${seen ? ` (${seen.join(', ')})` : ''} ON ${escapeIdentifier(table)} TO ${role}`;
    });
}
