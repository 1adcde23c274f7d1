import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** The number of every row of the other workspace. */
export const FOREIGN_ID = 7_700_001;
/** Stands in every text of it. */
export const FOREIGN_TEXT = 'foreign-mark';
/** The text of its comment, by which nobody can ask. */
export const FOREIGN_WORDS = 'foreign-words';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  /** Of a constraint that lists what may stand in it. */
  readonly allowed: string | null;
}

/** What a generic row would not have: what the constraints of a table ask for, and what makes its row work. */
const OWN: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  access_token: { kind: 'invitation', role: 'viewer', expires_at: '2100-01-01', used_at: null },
  annotation: { day: '2026-05-03' },
  comment: { text: FOREIGN_WORDS, published_at: '2026-05-03T00:00:00Z', language: 'en', left_out: null },
  comment_tag: { said: true, given: null, probability: null },
  own_role: { task: 'write', language: 'en', removed_at: null },
  report_issue: { content: '{}' },
  session: { expires_at: '2100-01-01' },
  source: { kind: 'rss' },
  user: { role: 'owner', removed_at: null },
  workspace: { time_zone: 'UTC' },
};

/**
 * A second workspace, with one row in every table: its numbers are {@link FOREIGN_ID} and its texts say {@link FOREIGN_TEXT}. Whatever
 * table is added gets a row as well.
 */
export class ForeignWorkspace {
  private tables: string[] = [];

  private constructor(private readonly client: Client) {}

  /** @param administratorUrl whoever leaves triggers out has to be the administrator */
  static async make(administratorUrl: string): Promise<ForeignWorkspace> {
    const client = new Client({ connectionString: administratorUrl });
    // Whoever closes the database before this ends its connection.
    client.on('error', () => undefined);
    await client.connect();
    const workspace = new ForeignWorkspace(client);
    await workspace.fill();
    return workspace;
  }

  /** Signs its owner in. @returns the token of a session */
  async signIn(): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.client.query(
      `INSERT INTO session (workspace_id, token_hash, user_id, expires_at)
       VALUES (${FOREIGN_ID}, $1, ${FOREIGN_ID}, '2100-01-01')`,
      [createHash('sha256').update(token).digest('hex')],
    );
    return token;
  }

  /** A sum of each table's rows of this workspace. */
  async sums(): Promise<Record<string, string>> {
    const sums: Record<string, string> = {};
    for (const table of this.tables) {
      const { rows } = await this.client.query<{ sum: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(r::text, E'\\n' ORDER BY r::text)), '') AS sum
         FROM "${table}" r
         WHERE workspace_id = ${FOREIGN_ID}`,
      );
      sums[table] = rows[0]?.sum ?? '';
    }
    return sums;
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private async fill(): Promise<void> {
    const columns = await this.columns();
    this.tables = [...new Set(columns.map(({ table }) => table))];
    // What triggers would make of the rows is there by itself.
    await this.client.query(`SET session_replication_role = 'replica'`);
    for (const table of this.tables) {
      const values = columns.filter((column) => column.table === table).map((column) => [column.name, valueOf(column)]);
      const row = { ...Object.fromEntries(values.filter(([, value]) => value !== undefined)), ...OWN[table] };
      const names = Object.keys(row);
      await this.client.query(
        `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join()})
         VALUES (${names.map((_, place) => `$${place + 1}`).join()})`,
        Object.values(row),
      );
    }
    await this.client.query(`SET session_replication_role = 'origin'`);
  }

  private async columns(): Promise<Column[]> {
    const { rows } = await this.client.query<Column>(
      `SELECT t.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable, a.atthasdef AS "hasDefault",
         (SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k WHERE k.conrelid = t.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum] LIMIT 1) AS allowed
       FROM pg_class t
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace
         AND EXISTS (SELECT FROM pg_attribute w WHERE w.attrelid = t.oid AND w.attname = 'workspace_id')
       ORDER BY t.relname, a.attnum`,
    );
    return rows;
  }
}

/** @returns undefined where the default will do */
function valueOf({ name, type, nullable, hasDefault, allowed }: Column): unknown {
  const isId = name === 'id' || name.endsWith('_id');
  if (/^(?:integer|bigint|smallint)$/.test(type)) return isId ? FOREIGN_ID : hasDefault || nullable ? undefined : 1;
  if (type === 'text')
    return /'([^']+)'::text/.exec(allowed ?? '')?.[1] ?? (allowed && nullable ? undefined : FOREIGN_TEXT);
  if (type === 'text[]') return [FOREIGN_TEXT];
  if (hasDefault || nullable) return undefined;
  if (type === 'jsonb') return '{}';
  if (type === 'boolean') return false;
  if (type === 'date') return '2026-05-03';
  if (type.startsWith('timestamp')) return '2026-05-03T00:00:00Z';
  if (type === 'bytea') return Buffer.from(FOREIGN_TEXT);
  if (type.endsWith('[]')) return [];
  return 0;
}
