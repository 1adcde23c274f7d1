import {
  fitOrigins,
  headProbabilities,
  type FeatureScale,
  type Head,
  type HeadOfOrigins,
  type TaughtRow,
} from '@moodline/language-model/api';

/** A row that people judged. */
export interface JudgedRow extends TaughtRow {
  /** Rows of one group (nearly the same texts) are learned from, or predicted, together. */
  readonly group: string;
}

export interface ValidationTask {
  readonly rows: readonly JudgedRow[];
  /** Rows that are learned from in every fold and never predicted, for example what was known before. */
  readonly always: readonly TaughtRow[];
  readonly towards: Head;
  readonly features: FeatureScale;
  /** How hard the head may be pulled, see {@link Pull}. */
  readonly strengths: readonly number[];
}

export interface Validated extends HeadOfOrigins {
  /** Fitted on all rows with the strength that predicted best. */
  readonly head: Head;
  readonly strength: number;
  /** Per row the probabilities of the options from a head that has not seen the row's group. */
  readonly heldOut: readonly (readonly number[])[];
}

const FOLDS = 5;

/**
 * Fits a head and tells how well it predicts. The strength of the pull is the one with the least log loss on held-out rows; for the
 * predictions of a fold it is chosen by the losses of the other folds, so that they do not gain by the choice.
 */
export function crossValidate({ rows, always, towards, features, strengths }: ValidationTask): Validated {
  const folds = foldsOf(rows);
  const unfitted: HeadOfOrigins = { head: towards, origins: new Map() };
  const ascending = [...strengths].sort((a, b) => b - a);
  const tried = ascending.map(() => ({ heldOut: rows.map(() => [] as readonly number[]), losses: folds.map(() => 0) }));
  folds.forEach((fold, place) => {
    const taught = [...rows.filter((_, index) => !fold.has(index)), ...always];
    let start: HeadOfOrigins = unfitted;
    ascending.forEach((strength, index) => {
      // From the hardest pull to the softest each fit starts near its answer.
      start = fitOrigins(taught, { towards, features, strength }, start);
      for (const row of fold) {
        const told = chancesThere(start, rows[row] as JudgedRow);
        const { heldOut, losses } = tried[index] as (typeof tried)[number];
        heldOut[row] = told;
        losses[place] = (losses[place] ?? 0) + lossOf(rows[row] as JudgedRow, told);
      }
    });
  });
  const best = (but: number | null) =>
    lowest(tried.map(({ losses }) => losses.reduce((sum, loss, place) => sum + (place === but ? 0 : loss), 0)));
  const heldOut = rows.map(() => [] as readonly number[]);
  folds.forEach((fold, place) => {
    const { heldOut: told } = tried[best(place)] as (typeof tried)[number];
    for (const row of fold) heldOut[row] = told[row] ?? [];
  });
  const strength = ascending[best(null)] as number;
  return { ...fitOrigins([...rows, ...always], { towards, features, strength }, unfitted), strength, heldOut };
}

/** Probabilities of a head's options for a row, with the bias of where the row comes from. */
function chancesThere({ head, origins }: HeadOfOrigins, row: JudgedRow): number[] {
  const there = row.origin === undefined ? undefined : origins.get(row.origin);
  if (!there) return chances(head, row);
  return chances(head, { ...row, offset: there.map((bias, option) => bias + (row.offset?.[option] ?? 0)) });
}

/** Probabilities of a head's options for a row, with what is added to its scores. */
export function chances(head: Head, { features, offset }: TaughtRow): number[] {
  const moved = offset ? { ...head, bias: head.bias.map((bias, option) => bias + (offset[option] ?? 0)) } : head;
  return headProbabilities(moved, features) ?? head.options.map(() => 1 / head.options.length);
}

/** Groups dealt to folds in the order of their first rows, each to the fold with the fewest rows. */
function foldsOf(rows: readonly JudgedRow[]): Set<number>[] {
  const groups = [...Map.groupBy(rows.keys(), (index) => rows[index]?.group ?? '').values()];
  const folds = Array.from({ length: Math.min(FOLDS, groups.length) }, () => new Set<number>());
  for (const group of groups) {
    const smallest = folds.reduce((least, fold) => (fold.size < least.size ? fold : least));
    for (const index of group) smallest.add(index);
  }
  return folds;
}

const SMALLEST = 1e-9;
const lossOf = ({ gold, weight = 1 }: TaughtRow, told: readonly number[]) =>
  -weight * Math.log(Math.max(SMALLEST, told[gold] ?? 0));

const lowest = (values: readonly number[]) => values.indexOf(Math.min(...values));
