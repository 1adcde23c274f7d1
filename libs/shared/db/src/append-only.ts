import { escapeIdentifier } from 'pg';
import { alone, withClient } from './administration';

const POLICY = 'product';

/**
 * Makes tables such that the product's role can add to them and read them, and the database lets it neither change nor remove a row, nor
 * take away what refuses that: they belong to the administrator until the next start, whose migrations get them back
 * (`prepareOwner`). Does nothing the second time.
 * @param administratorUrl in the product's database
 * @param owner of everything else
 */
export async function makeAppendOnly(
  administratorUrl: string,
  owner: string,
  tables: readonly string[],
): Promise<void> {
  const role = escapeIdentifier(owner);
  await withClient(administratorUrl, (client) =>
    alone(client, async () => {
      for (const name of tables) {
        const table = escapeIdentifier(name);
        await client.query(`ALTER TABLE ${table} OWNER TO CURRENT_USER`);
        await client.query(`REVOKE ALL ON ${table} FROM ${role}`);
        await client.query(`GRANT SELECT, INSERT ON ${table} TO ${role}`);
        const { rows } = await client.query<{ sequence: string }>(
          `SELECT objid::regclass::text AS sequence FROM pg_depend
           WHERE refobjid = $1::regclass AND classid = 'pg_class'::regclass AND deptype IN ('a', 'i')
             AND (SELECT relkind FROM pg_class WHERE oid = objid) = 'S'`,
          [table],
        );
        for (const { sequence } of rows) await client.query(`GRANT USAGE, SELECT ON SEQUENCE ${sequence} TO ${role}`);
        // Policies that hold for whoever does not own the table hold for the product's role as well now.
        await client.query(`DROP POLICY IF EXISTS ${POLICY} ON ${table}`);
        await client.query(`CREATE POLICY ${POLICY} ON ${table} TO ${role} USING (true) WITH CHECK (true)`);
      }
    }),
  );
}
