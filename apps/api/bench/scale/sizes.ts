import type { Client } from 'pg';

/** Bytes of a table and of each of its indexes. */
export interface Size {
  readonly name: string;
  readonly bytes: number;
}

/** Tables that hold something for each comment, with their indexes, the largest first; those under a megabyte are left out. */
export async function sizes(client: Client): Promise<Size[]> {
  const { rows } = await client.query<{ name: string; bytes: string }>(`
    SELECT name, bytes FROM (
      SELECT c.relname AS name, pg_table_size(c.oid) AS bytes FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname = 'public' AND c.relname NOT LIKE 'scale%'
      UNION ALL
      SELECT t.relname || ': ' || i.relname, pg_relation_size(i.oid) FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
      JOIN pg_class t ON t.oid = x.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
      WHERE n.nspname = 'public' AND t.relname NOT LIKE 'scale%'
    ) sizes WHERE bytes > 1000000 ORDER BY bytes DESC`);
  return rows.map(({ name, bytes }) => ({ name, bytes: Number(bytes) }));
}
