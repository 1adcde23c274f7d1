import { chanceOf } from './chance';
import { WRITERS, type Chance, type MeetingPlace, type WritingProcess } from './meeting-writers.query';

/** How long writers write, and what decides which ones. */
export interface RandomRun {
  readonly seed: number;
  readonly seconds: number;
}

/** What was done: how often each writer ended. */
export type WritersRun = Readonly<Record<string, number>>;

const NAMES = Object.keys(WRITERS) as (keyof typeof WRITERS)[];

/**
 * For specs: in each process one writer after the other, drawn by chance, until the time is over. Which ones they are follows from
 * the seed; how they meet does not.
 * @throws the first error of a writer, with the writers that its process went through before
 */
export async function writeAtRandom(
  processes: readonly WritingProcess[],
  place: MeetingPlace,
  { seed, seconds }: RandomRun,
): Promise<WritersRun> {
  const until = Date.now() + seconds * 1_000;
  const ended: Record<string, number> = {};
  const write = async (process: WritingProcess, chance: Chance) => {
    const sequence: string[] = [];
    while (Date.now() < until) {
      const name = NAMES[Math.floor(chance() * NAMES.length)] ?? 'store';
      sequence.push(name);
      try {
        await WRITERS[name](process, { ...place, runIds: shuffled(place.runIds, chance) }, chance);
      } catch (cause) {
        throw new Error(`${name} failed after ${sequence.slice(-20).join(', ')}`, { cause });
      }
      ended[name] = (ended[name] ?? 0) + 1;
    }
  };
  const results = await Promise.allSettled(
    processes.map((process, index) => write(process, chanceOf(seed * processes.length + index))),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return ended;
}

const shuffled = <T>(items: readonly T[], chance: Chance): T[] =>
  items
    .map((item) => ({ item, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
