import type { Asker } from './measuring';
import type { Read } from './read';

/** Comments of one file. */
export const STORED = 1000;

/**
 * Imports a file of 1,000 new comments some times and takes each import back.
 * @returns milliseconds of each import, from the first byte to the answer
 */
export async function storeComments({ address, token }: Asker, rounds: number): Promise<number[]> {
  const headers = { Authorization: `Bearer ${token}` };
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const mark = `${Date.now()}-${round}`;
    const lines = Array.from({ length: STORED }, (_, n) =>
      [
        `w${mark}-${n}`,
        `充电盒 number ${n} of ${mark} 声音很清楚，但是 delivery took ${n % 9} weeks`,
        new Date().toISOString(),
      ].join(','),
    );
    const begun = performance.now();
    const response = await fetch(`${address}/api/imports?name=${mark}.csv`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'text/csv' },
      body: `id,text,published_at\n${lines.join('\n')}\n`,
    });
    const body = (await response.json()) as { imported?: number; runId?: number; id?: number };
    times.push(performance.now() - begun);
    if (body.imported !== STORED) throw new Error(`The import answered ${JSON.stringify(body).slice(0, 300)}`);
    const undone = await fetch(`${address}/api/runs/${body.runId ?? body.id}`, { method: 'DELETE', headers });
    if (!undone.ok) throw new Error(`Taking the import back answered ${undone.status}`);
    await untilGone(address, headers, body.runId ?? body.id ?? 0);
  }
  return times;
}

/** What was stored goes in the background: the next one who measures shall find the comments as they were filled. */
async function untilGone(address: string, headers: Record<string, string>, runId: number): Promise<void> {
  for (const until = Date.now() + LONGEST_UNDO_MS; Date.now() < until;) {
    const answer = await fetch(`${address}/api/runs/${runId}`, { headers });
    if (((await answer.json()) as { status?: string }).status === 'undone') return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`Run ${runId} is not taken back yet.`);
}

const LONGEST_UNDO_MS = 60_000;

/** Milliseconds of a read while something else went on. */
export interface Beside {
  readonly read: Read;
  readonly times: readonly number[];
}

/** Asks reads in turn, one at a time, until work is done. */
export async function askBeside(work: Promise<unknown>, asker: Asker, reads: readonly Read[]): Promise<Beside[]> {
  const times = new Map(reads.map((read) => [read, [] as number[]]));
  let isDone = false;
  const ended = work.finally(() => (isDone = true));
  while (!isDone)
    for (const [read, taken] of times) {
      const begun = performance.now();
      await asker.get(read.path);
      taken.push(performance.now() - begun);
    }
  await ended;
  return [...times].map(([read, taken]) => ({ read, times: taken }));
}
