import { escapeIdentifier, type Client } from 'pg';
import { alone } from '../administration';

/**
 * Row level security, the second wall between workspaces. A reader's connection names the workspace that it reads for when it is opened, and policies show
 * it the rows of that one: a query that forgets its workspace finds nothing of another. Without the setting there is no row at all.
 */
const SETTING = 'moodline.workspace';
const POLICY = 'workspace';

/** The start option of a connection that reads for a workspace. */
export const workspaceOption = (workspaceId: number): string => `-c ${SETTING}=${Number(workspaceId)}`;

/** A stable expression, so that it is compared once a statement and not once a row. */
const OWN_WORKSPACE = `nullif(current_setting('${SETTING}', true), '')::integer`;

/**
 * What the search calls in the conditions of its indexes. Beneath a policy the server uses an index only for functions that are known to
 * tell nothing of the values they are given, and what is known of these only an administrator can say: they compare, and their errors
 * name lengths and no values.
 */
const SEARCH_FUNCTIONS = ['pg_catalog.ts_match_vq(tsvector, tsquery)', 'search_tokens(integer, timestamptz, text)'];
/** Tables whose search would read every row without those functions. */
const SEARCHED: readonly string[] = ['comment', 'document_passage'];

/**
 * Says that the functions of the search tell nothing, and takes from readers the function by which a query could name another workspace.
 * @param client of the administrator, in the product's database
 * @param owner keeps that function
 */
export async function prepareRowSecurity(client: Client, owner: string): Promise<void> {
  const naming = 'EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean)';
  await alone(client, async () => {
    for (const name of SEARCH_FUNCTIONS) await client.query(`ALTER FUNCTION ${name} LEAKPROOF`);
    await client.query(`REVOKE ${naming} FROM PUBLIC`);
    await client.query(`GRANT ${naming} TO ${escapeIdentifier(owner)}`);
  });
}

/**
 * Puts a policy before every table that has none, each in a transaction of its own: it waits for who works with that table, and for
 * nobody else. The owner of the tables is not held up by them.
 * @param client of the owner, in no transaction
 * @returns whether it is on for all tables. For those of the search it is not where their functions are not said to tell nothing
 */
export async function enableRowSecurity(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ known: boolean }>(
    `SELECT coalesce(bool_and(p.proleakproof), false) AS known
     FROM unnest($1::regprocedure[]) AS named (oid) LEFT JOIN pg_proc p ON p.oid = named.oid`,
    [SEARCH_FUNCTIONS],
  );
  const known = rows[0]?.known ?? false;
  const wanted = (table: string) => known || !SEARCHED.includes(table);
  for (const found of await tables(client)) {
    if (found.policy && found.guarded === wanted(found.table)) continue;
    // Another process may have done it meanwhile.
    await alone(client, async () => {
      const [now] = await tables(client, found.table);
      if (now) await guard(client, now, wanted(now.table));
    });
  }
  return known;
}

async function guard(client: Client, { table, guarded, policy }: TableSecurity, wanted: boolean): Promise<void> {
  const name = escapeIdentifier(table);
  if (!policy)
    await client.query(`CREATE POLICY ${POLICY} ON ${name} FOR SELECT USING (workspace_id = ${OWN_WORKSPACE})`);
  if (guarded !== wanted) await client.query(`ALTER TABLE ${name} ${wanted ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY`);
}

interface TableSecurity {
  readonly table: string;
  readonly guarded: boolean;
  readonly policy: boolean;
}

/** Tables of workspaces, or one of them. */
async function tables(client: Client, name?: string): Promise<TableSecurity[]> {
  const { rows } = await client.query<TableSecurity>(
    `SELECT c.relname AS "table", c.relrowsecurity AS guarded,
       EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = $1) AS policy
     FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND ($2::text IS NULL OR c.relname = $2)
     ORDER BY c.relname`,
    [POLICY, name],
  );
  return rows;
}
