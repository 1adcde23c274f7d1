import type { Client } from 'pg';
import { percentile, type Asker } from './measuring';
import type { Scene } from './reads';
import { table } from './table';

/** A question or an export, which reach the database by the role for which the policies hold. */
interface ReaderRead {
  readonly name: string;
  readonly path: string;
  readonly body?: unknown;
}

/** How the policies stand while a read is timed. */
const STATES = ['off', 'on', 'on, functions of the search not marked'] as const;
type State = (typeof STATES)[number];

/** What the search calls in the conditions of its index; see `row-security.ts` of the database library. */
const SEARCH_FUNCTIONS = ['pg_catalog.ts_match_vq(tsvector, tsquery)', 'search_tokens(integer, timestamptz, text)'];

interface Measuring {
  readonly asker: Asker;
  readonly owner: Client;
  readonly administrator: Client;
  /** Called with what came of a read. */
  readonly tell: (what: string) => void;
}

function readerReads({ first, monthAgo, last }: Scene): ReaderRead[] {
  const question = (words: string): ReaderRead => ({
    name: `question: ${words}`,
    path: '/api/chat',
    body: { question: words, filter: { from: first, to: last } },
  });
  const exported = (what: string, query: string): ReaderRead => ({
    name: `export: ${what}`,
    path: `/api/comments/export?format=jsonl&${query}`,
  });
  return [
    question('How many comments are there?'),
    question('What do people complain about most?'),
    question('How did the mood change in the last week?'),
    question('Show me three complaints about the battery'),
    question('哪个来源的差评最多？'),
    exported('30 days', `from=${monthAgo}&to=${last}`),
    exported('a frequent word, two years', `from=${first}&to=${last}&q=${encodeURIComponent('电池')}`),
    exported('a rare word, two years', `from=${first}&to=${last}&q=kamiro`),
    exported('complaints of a monitor', `from=${first}&to=${last}&monitor=6&label=negative`),
  ];
}

/** Times the reads of the reading role with row level security off, on, and on without what lets the search use its index, in turn. */
export async function measureRowSecurity(
  scene: Scene,
  { asker, owner, administrator, tell }: Measuring,
  rounds: number,
): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace`,
  );
  const turn = async (state: State) => {
    await owner.query('BEGIN');
    for (const name of SEARCH_FUNCTIONS)
      await administrator.query(`ALTER FUNCTION ${name} ${state === 'on' ? '' : 'NOT '}LEAKPROOF`);
    for (const { name } of rows)
      await owner.query(`ALTER TABLE ${name} ${state === 'off' ? 'DISABLE' : 'ENABLE'} ROW LEVEL SECURITY`);
    await owner.query('COMMIT');
  };
  const lines: string[][] = [];
  for (const read of readerReads(scene)) {
    const times: Record<State, number[]> = { off: [], on: [], 'on, functions of the search not marked': [] };
    const answers = new Set<string>();
    for (let round = 0; round < rounds; round++)
      for (const state of STATES) {
        await turn(state);
        // What a change of policies throws away is made again.
        await asker.ask(read.path, read.body);
        const begun = performance.now();
        const { text } = await asker.ask(read.path, read.body);
        times[state].push(performance.now() - begun);
        answers.add(read.body ? '' : text);
      }
    const [off, on, unmarked] = STATES.map((state) => percentile(times[state], 0.5)) as [number, number, number];
    const ratio = (ms: number) => (ms / off).toFixed(2);
    tell(`${read.name}: ${[off, on, unmarked].map((ms) => ms.toFixed(0)).join(', ')} ms`);
    lines.push([
      ...[read.name, off.toFixed(0), on.toFixed(0), ratio(on), unmarked.toFixed(0), ratio(unmarked)],
      answers.size === 1 ? '' : 'UNEQUAL',
    ]);
  }
  await turn('on');
  return table(
    `Row level security, ${rounds} rounds, p50`,
    ['read', 'off ms', 'on ms', 'ratio', 'not marked ms', 'ratio', ''],
    lines,
  );
}
