import type { Client } from 'pg';

/** How the policies stand while a statement is counted. */
const STATES = ['off', 'on', 'on, functions of the search not marked'] as const;
type State = (typeof STATES)[number];

/** What a statement cost in each state. */
export interface ReaderCost {
  readonly name: string;
  /** Pages of 8 kB that the server looked at, which hang on the plan and on no load. */
  readonly pages: Readonly<Record<State, number>>;
}

/** What the search calls in the conditions of its index; see `row-security.ts` of the database library. */
const SEARCH_FUNCTIONS = ['pg_catalog.ts_match_vq(tsvector, tsquery)', 'search_tokens(integer, timestamptz, text)'];

const search = (tokens: string) => `
  SELECT c.id FROM comment c
  WHERE c.workspace_id = 1 AND search_tokens(c.workspace_id, c.published_at, c.search_text) @@ '${tokens}'::tsquery
  ORDER BY c.published_at, c.id LIMIT 1000`;

/** Statements of the shape that questions and exports have. */
const STATEMENTS: readonly (readonly [string, string])[] = [
  ['search of all years, a frequent word', search("''电池''")],
  ['search of all years, a rare word', search("''kamiro''")],
  [
    'a thousand complaints of a monitor',
    `SELECT c.id FROM comment c LEFT JOIN comment_mood l ON l.workspace_id = 1 AND l.comment_id = c.id
     WHERE c.workspace_id = 1 AND l.label = 'negative' AND EXISTS (
       SELECT FROM comment_monitor m WHERE m.workspace_id = c.workspace_id AND m.monitor_id = 6 AND m.comment_id = c.id)
     ORDER BY c.published_at, c.id LIMIT 1000`,
  ],
  [
    'a thousand rows of an export',
    `SELECT c.external_id, s.name, c.text, ARRAY(
         SELECT m.name FROM comment_monitor cm JOIN monitor m ON m.workspace_id = cm.workspace_id AND m.id = cm.monitor_id
         WHERE cm.workspace_id = c.workspace_id AND cm.comment_id = c.id ORDER BY m.name),
       l.label, m.positive, h.label, coalesce(u.name, h.by_name)
     FROM comment c JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id
     LEFT JOIN comment_mood l ON l.workspace_id = 1 AND l.comment_id = c.id
     LEFT JOIN label m ON m.workspace_id = c.workspace_id AND m.comment_id = c.id AND m.current
     LEFT JOIN human_label h ON h.workspace_id = c.workspace_id AND h.comment_id = c.id
     LEFT JOIN "user" u ON u.workspace_id = h.workspace_id AND u.id = h.user_id
     WHERE c.workspace_id = 1 AND c.id = ANY((SELECT array_agg(n) FROM generate_series(1, 1000) n)::bigint[]) AND c.erased_at IS NULL`,
  ],
  [
    'moods of a month by source',
    `SELECT source_id, sum(positive), sum(negative) FROM mood_bucket
     WHERE workspace_id = 1 AND monitor_id = 0 AND hour >= (SELECT max(hour) FROM mood_bucket WHERE workspace_id = 1) - interval '30 days'
     GROUP BY 1`,
  ],
];

/**
 * Counts what statements of the reading role cost with row level security off, on, and on without what lets the search use its index.
 * @param administrator in the product's database, which has a reader
 */
export async function countReaderCosts(administrator: Client): Promise<ReaderCost[]> {
  const { rows: tables } = await administrator.query<{ name: string }>(
    `SELECT polrelid::regclass::text AS name FROM pg_policy WHERE polname = 'workspace'`,
  );
  const { rows: readers } = await administrator.query<{ name: string }>(
    `SELECT grantee::text AS name FROM information_schema.role_table_grants
     WHERE table_name = 'comment' AND grantee LIKE 'moodline_reader_%' LIMIT 1`,
  );
  const turn = async (state: State) => {
    await administrator.query('BEGIN');
    for (const name of SEARCH_FUNCTIONS)
      await administrator.query(`ALTER FUNCTION ${name} ${state === 'on' ? '' : 'NOT '}LEAKPROOF`);
    for (const { name } of tables)
      await administrator.query(`ALTER TABLE ${name} ${state === 'off' ? 'DISABLE' : 'ENABLE'} ROW LEVEL SECURITY`);
    await administrator.query('COMMIT');
  };
  const count = async (sql: string): Promise<number> => {
    await administrator.query(
      `BEGIN; SET LOCAL moodline.workspace = '1'; SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL ROLE ${readers[0]?.name}`,
    );
    const { rows } = await administrator.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
      `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${sql}`,
    );
    await administrator.query('COMMIT');
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    return (plan?.['Shared Hit Blocks'] ?? NaN) + (plan?.['Shared Read Blocks'] ?? NaN);
  };
  const pages = STATEMENTS.map(() => new Map<State, number>());
  for (const state of STATES) {
    await turn(state);
    for (const [place, [, sql]] of STATEMENTS.entries()) pages[place]?.set(state, await count(sql));
  }
  await turn('on');
  return STATEMENTS.map(([name], place) => ({
    name,
    pages: Object.fromEntries(STATES.map((state) => [state, pages[place]?.get(state) ?? NaN])) as ReaderCost['pages'],
  }));
}
