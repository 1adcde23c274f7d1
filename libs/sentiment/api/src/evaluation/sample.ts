import { createHash } from 'node:crypto';

/** `dev` is for fitting, `test` for reporting: no text is in both. */
export type Half = 'dev' | 'test';

/** Names of groups among which a sample is spread. */
interface Grouped {
  readonly text: string;
  readonly source: string;
  readonly gold: string;
}

/** SHA-256 of a text, hex: chance that is the same on every machine. */
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The half a text is in: by the last bit of its hash, so about as many in each, whatever file it stands in. */
export const halfOf = (text: string): Half => (parseInt(hash(text).slice(-1), 16) % 2 === 0 ? 'dev' : 'test');

/**
 * Whether a text of the development half is kept from the fitting of a head, so that the head can be calibrated on it: on what it has
 * learned from, a head is surer than it may be. By the last but one sign of the hash: a quarter of the texts.
 */
export const isForCalibration = (text: string): boolean => parseInt(hash(text).slice(-2, -1), 16) >= 12;

/** At most this many rows, those whose texts have the smallest hashes. Says nothing about the half, which is the other end of the hash. */
export function sampleOf<Row extends { text: string }>(rows: readonly Row[], most: number): Row[] {
  return ordered(rows).slice(0, most);
}

/** At most this many rows, spread evenly over source and label: as many of each as there are, up to the same number. */
export function evenSampleOf<Row extends Grouped>(rows: readonly Row[], most: number): Row[] {
  const groups = [...Map.groupBy(rows, ({ source, gold }) => JSON.stringify([source, gold])).values()];
  const total = (each: number) => groups.reduce((sum, group) => sum + Math.min(each, group.length), 0);
  let each = 0;
  while (each < rows.length && total(each + 1) <= most) each++;
  return ordered(groups.flatMap((group) => sampleOf(group, each)));
}

function ordered<Row extends { text: string }>(rows: readonly Row[]): Row[] {
  return rows
    .map((row) => ({ row, key: hash(row.text) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}
