import type { FeatureScale, Head } from '@moodline/language-model/api';
import { crossValidate, type JudgedRow } from './cross-validation';

/** Index of the answer in a head of a tag. */
export const TAGGED = 1;
const OPTIONS = ['other', 'tagged'];
/** From how many positive examples on a tag has a head. */
export const FEWEST_POSITIVE = 10;

export interface TagRow {
  readonly features: Float32Array;
  readonly tagged: boolean;
  readonly group: string;
}

export interface TagTask {
  readonly name: string;
  /** What people said has the tag or has it not. */
  readonly examples: readonly TagRow[];
  /** Comments of which nobody has said anything: most of them do not have the tag. */
  readonly others: readonly Float32Array[];
  readonly features: FeatureScale;
}

/** How well a tag is told from the rest at a threshold, on rows that the head had not seen. */
export interface TagScore {
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
}

export interface TagLesson {
  readonly head: Head;
  /** Per example, in their order, the probability that a head said which had not seen it. */
  readonly heldOut: readonly number[];
  /** At the threshold with the highest F1. */
  readonly best: TagScore;
}

const STRENGTHS = [1000, 300, 100, 30, 10];
/** What comments that nobody judged weigh together, against the examples. */
const OTHERS_SHARE = 0.5;

/** Learns a tag from examples. @returns null as long as there are too few positive ones */
export function learnTag({ name, examples, others, features }: TagTask): TagLesson | null {
  const positive = examples.filter(({ tagged }) => tagged).length;
  if (positive < FEWEST_POSITIVE) return null;
  const rows = examples.map((row): JudgedRow => ({
    features: row.features,
    group: row.group,
    gold: Number(row.tagged),
  }));
  const weight = Math.min(1, (OTHERS_SHARE * examples.length) / Math.max(1, others.length));
  const { head, heldOut } = crossValidate({
    rows,
    always: others.map((row) => ({ features: row, gold: 0, weight })),
    towards: emptyHead(name, features.mean.length),
    features,
    strengths: STRENGTHS,
  });
  const told = heldOut.map((chances) => chances[TAGGED] ?? 0);
  return {
    head,
    heldOut: told,
    best: bestScore(examples.map(({ tagged }, index) => ({ tagged, told: told[index] ?? 0 }))),
  };
}

/** A head that knows nothing. */
function emptyHead(name: string, width: number): Head {
  return {
    name,
    options: OPTIONS,
    weights: OPTIONS.map(() => new Array<number>(width).fill(0)),
    bias: [0, 0],
    temperature: 1,
  };
}

/** Precision and recall of calling tagged what is told with at least a threshold. */
export function scoreAt(rows: readonly { tagged: boolean; told: number }[], threshold: number): TagScore {
  const called = rows.filter(({ told }) => told >= threshold);
  const right = called.filter(({ tagged }) => tagged).length;
  const tagged = rows.filter((row) => row.tagged).length;
  return { threshold, precision: called.length ? right / called.length : 1, recall: tagged ? right / tagged : 0 };
}

export const f1Of = ({ precision, recall }: TagScore): number =>
  precision + recall ? (2 * precision * recall) / (precision + recall) : 0;

/** The score with the highest F1 among thresholds of full percents. */
function bestScore(rows: readonly { tagged: boolean; told: number }[]): TagScore {
  const scores = Array.from({ length: 99 }, (_, index) => scoreAt(rows, (index + 1) / 100));
  return scores.reduce((best, score) => (f1Of(score) > f1Of(best) ? score : best));
}
