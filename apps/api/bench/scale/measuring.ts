import type { Client } from 'pg';
import type { Read } from './read';

/** What came of asking one read several times. */
export interface Measured {
  readonly read: Read;
  /** Milliseconds of each time it was asked. */
  readonly times: readonly number[];
  readonly rawMs: number | null;
  /** Whether the answer is that of the raw rows; null where that was not asked. */
  readonly equal: boolean | null;
  readonly problem: string | null;
}

/** Longest that a read is waited for. */
const PATIENCE_MS = 120_000;
/** A read that takes so long is not asked twenty times. */
const SLOW_MS = 2_000;

/** Asks the product over HTTP, as a page does. */
export class Asker {
  constructor(
    readonly address: string,
    readonly token: string,
  ) {}

  async get(path: string): Promise<unknown> {
    const response = await fetch(this.address + path, {
      headers: { Authorization: `Bearer ${this.token}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(body)}`);
    return body;
  }
}

/** Asks a read once to warm up and then for some rounds, and the raw rows once. */
export async function measure(read: Read, asker: Asker, client: Client, rounds: number): Promise<Measured> {
  const times: number[] = [];
  let body: unknown;
  try {
    body = await asker.get(read.path);
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now();
      await asker.get(read.path);
      times.push(performance.now() - begun);
      if ((times[0] ?? 0) > SLOW_MS && round >= 1) break;
    }
  } catch (error) {
    return { read, times, rawMs: null, equal: null, problem: (error as Error).message };
  }
  if (!read.raw || !read.answer) return { read, times, rawMs: null, equal: null, problem: null };
  const begun = performance.now();
  const { rows } = await client.query<Record<string, unknown>>(read.raw);
  const rawMs = performance.now() - begun;
  const [told, counted] = [read.answer(body as never), Object.values(rows[0] ?? {})[0]].map((value) =>
    JSON.stringify(value ?? []),
  );
  return {
    read,
    times,
    rawMs,
    equal: told === counted,
    problem: told === counted ? null : `told ${told?.slice(0, 200)}, counted ${counted?.slice(0, 200)}`,
  };
}

/** The value that `share` of the measures do not exceed (nearest rank). */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
