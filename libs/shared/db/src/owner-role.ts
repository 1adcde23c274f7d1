import { createHmac } from 'node:crypto';
import { escapeIdentifier, escapeLiteral } from 'pg';
import { withClient } from './administration';

/** Name of the product's database on the embedded server, and of the role that owns it. */
export const OWNER = 'moodline';

/** What the product's role may: sign in, and nothing else. Whatever another version or a person has given it is taken away. */
const NO_RIGHTS = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';

/** Password of the product's role: the same at each start, and of no use to become the administrator. */
export const ownerPassword = (administratorPassword: string): string =>
  createHmac('sha256', administratorPassword).update('database owner').digest('hex');

/**
 * Makes the product's database and the role that owns it, or takes over those of versions before, which worked as the administrator: the
 * database and everything in it. Does nothing the second time.
 * @param url of the administrator, in a database of the server that is always there
 */
export async function prepareOwner(url: string, password: string): Promise<void> {
  await withClient(url, async (client) => {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [OWNER]);
    await client.query(
      `${role.rowCount ? 'ALTER' : 'CREATE'} ROLE ${OWNER} ${NO_RIGHTS} PASSWORD ${escapeLiteral(password)}`,
    );
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [OWNER]);
    if (!database.rowCount) await client.query(`CREATE DATABASE ${OWNER}`);
    await client.query('REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC');
  });
  const own = new URL(url);
  own.pathname = `/${OWNER}`;
  await transferOwnership(own.href, OWNER);
}

/**
 * Hands a database and everything that was made in it to a role, in one transaction. `REASSIGN OWNED` refuses to do it for the
 * administrator of a cluster, who owns the system's objects as well; so object by object, as the catalog lists them.
 * @param url of the administrator, in that database
 * @returns the statements that were needed: none where everything belongs to the role
 */
export async function transferOwnership(url: string, role: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const name = escapeIdentifier(role);
    await client.query('BEGIN');
    const { rows } = await client.query<{ statement: string }>(OWNED_BY_OTHERS, [role, name]);
    for (const { statement } of rows) await client.query(statement);
    await client.query('COMMIT');
    return rows.map(({ statement }) => statement);
  });
}

/**
 * Statements that change the owner, of whatever in this database does not belong to the role `$1`. The schema `public` of a new database
 * belongs to whoever owns the database. What an extension made stays its own. Indexes, rows and a table's sequences go with the table.
 */
const OWNED_BY_OTHERS = `
  WITH role AS (SELECT oid FROM pg_roles WHERE rolname = $1),
  schema AS (
    SELECT n.oid, n.nspname, n.nspowner FROM pg_namespace n
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  ),
  extended AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
  SELECT format('ALTER %s OWNER TO %s', what, $2::text) AS statement
  FROM (
    SELECT 1 AS place, format('DATABASE %I', d.datname) AS what, d.datdba AS owner, 'pg_database'::regclass AS class, d.oid
    FROM pg_database d WHERE d.datname = current_database()
    UNION ALL
    SELECT 2, format('SCHEMA %I', s.nspname), s.nspowner, 'pg_namespace'::regclass, s.oid
    FROM schema s WHERE s.nspowner <> 'pg_database_owner'::regrole
    UNION ALL
    SELECT 3, format('TABLE %s', c.oid::regclass), c.relowner, 'pg_class'::regclass, c.oid
    FROM pg_class c JOIN schema s ON s.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') OR c.relkind = 'S' AND NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
    )
    UNION ALL
    SELECT 4, format('ROUTINE %s', p.oid::regprocedure), p.proowner, 'pg_proc'::regclass, p.oid
    FROM pg_proc p JOIN schema s ON s.oid = p.pronamespace
    UNION ALL
    SELECT 5, format('TYPE %s', t.oid::regtype), t.typowner, 'pg_type'::regclass, t.oid
    FROM pg_type t JOIN schema s ON s.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
    WHERE t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c'
    UNION ALL
    SELECT 6, format('STATISTICS %I.%I', s.nspname, x.stxname), x.stxowner, 'pg_statistic_ext'::regclass, x.oid
    FROM pg_statistic_ext x JOIN schema s ON s.oid = x.stxnamespace
  ) object
  WHERE owner <> (SELECT oid FROM role) AND NOT EXISTS (
    SELECT FROM extended e WHERE e.classid = object.class AND e.objid = object.oid
  )
  ORDER BY place, what`;
