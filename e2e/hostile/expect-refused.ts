import { expect } from '@jest/globals';
import type { Seen, Target } from './target';

/** Status, code, and a piece of the words that a person reads. */
export type Refusal = readonly [status: number, code: string, words: RegExp];

/** What nobody outside should read: places of this machine, the database's own words, the program's insides. */
const INSIDES = /node_modules|\/tmp\/|\bat \w+ \(|prisma|SELECT |pg_|ECONN|stack/i;

/** Looks at an answer that refuses something. */
export function expectRefused({ status, code, words, body }: Seen, [wantedStatus, wantedCode, wanted]: Refusal): void {
  expect({ status, code, words: words.slice(0, 300) }).toEqual({
    status: wantedStatus,
    code: wantedCode,
    words: expect.stringMatching(wanted),
  });
  expect(body).not.toMatch(INSIDES);
}

/** Runs something hostile: whatever it is answered, everything is there as before and the product answers. */
export async function nothingChanges(target: Target, attack: () => Promise<void>): Promise<void> {
  const before = await target.counts();
  await attack();
  expect((await target.ask('/api/health')).status).toBe(200);
  expect(await target.counts()).toEqual(before);
}
