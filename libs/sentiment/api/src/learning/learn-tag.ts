import { withWords, WORDS_BY, type FeatureScale, type Head } from '@moodline/language-model/api';
import { FEWEST_DRAWN, FEWEST_EXAMPLES, type CountedShare } from '@moodline/sentiment/contract';
import { countedShare } from '../evaluation/metrics';
import { crossValidate, type JudgedRow } from './cross-validation';

/** Index of the answer in a head of a tag. */
export const TAGGED = 1;
const OPTIONS = ['other', 'tagged'];

/**
 * What a tag is about stands in the words, and the features of the model tell more of the mood: a head of a tag reads both. So many places
 * are for words, which weigh so much of what all features of the model, each of deviation 1, weigh together.
 */
const WORDS = 2048;
const WORD_SHARE = 1.67;

/** A text that a tag is learned from, as the model read it. */
export interface TagText {
  readonly features: Float32Array;
  readonly text: string;
}

export interface TagRow extends TagText {
  readonly tagged: boolean;
  readonly group: string;
  /** It was drawn at random to be judged, and not picked for what it says: only such ones tell how often the tag occurs. */
  readonly drawn: boolean;
}

export interface TagTask {
  readonly name: string;
  /** What people said has the tag or has it not. */
  readonly examples: readonly TagRow[];
  /** Comments drawn at random of which nobody has said anything: most of them do not have the tag. */
  readonly others: readonly TagText[];
  readonly features: FeatureScale;
  /** False: the features of the model alone are read, as was done before words were. Only to compare. */
  readonly words?: boolean;
}

/** How well a tag is told from the rest at a threshold, on rows that the head had not seen. */
export interface TagScore {
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
}

/** The same, as it is estimated before the tag is used. */
export interface EstimatedScore extends TagScore {
  /** Share of comments drawn at random that are called tagged. */
  readonly share: number;
}

export interface TagLesson {
  readonly head: Head;
  /** The share of comments with the tag among all, from the drawn ones, with its interval; null values where none was drawn. */
  readonly rate: CountedShare;
  /** Of all comments, estimated, by threshold in full percents. With few drawn ones the precision rests on a guess of how often the tag occurs. */
  readonly scores: readonly EstimatedScore[];
  /** At the threshold with the highest F1. */
  readonly best: EstimatedScore;
}

const STRENGTHS = [3000, 1000, 300, 100, 30];
/** A word that stands in every text weighs this much of one that stands in none. */
const LEAST_RARE = 0.05;

/**
 * Learns a tag from examples, against comments drawn at random that are taken for negative although a few have the tag. How precise it is
 * among all comments depends on how often the tag occurs: examples by themselves are far richer in it than what comes in. So precision is
 * estimated as rate · recall / share of all comments that are called tagged, with the rate among comments that were drawn and judged.
 * @returns null as long as there are too few positive examples, or nothing to compare with
 */
export function learnTag({ name, examples, others, features, words = true }: TagTask): TagLesson | null {
  const positive = examples.filter(({ tagged }) => tagged).length;
  if (positive < FEWEST_EXAMPLES || !others.length) return null;
  const width = words ? WORDS : 0;
  const read = ({ features: known, text }: TagText) => withWords(known, text, width);
  const rows: JudgedRow[] = [
    ...examples.map((row) => ({ features: read(row), group: row.group, gold: Number(row.tagged) })),
    ...others.map((row, index) => ({ features: read(row), group: `other ${index}`, gold: 0 })),
  ];
  const { head: fitted, heldOut } = crossValidate({
    rows,
    always: [],
    towards: emptyHead(name, features.mean.length + width),
    features: withWordScale(features, rows, width),
    strengths: STRENGTHS,
  });
  const weights = fitted.weights.map((row) => row.map(rounded));
  const head = { ...fitted, weights, ...(words && { words: { by: WORDS_BY, width } }) };
  const told = heldOut.map((chances) => chances[TAGGED] ?? 0);
  const ofTagged = told.filter((_, index) => rows[index]?.gold === 1);
  const ofOthers = told.slice(examples.length);
  const drawn = examples.filter((row) => row.drawn);
  const rate = countedShare(drawn.filter(({ tagged }) => tagged).length, drawn.length);
  const scores = Array.from({ length: 99 }, (_, index) => estimated((index + 1) / 100, { rate, ofTagged, ofOthers }));
  return { head, rate, scores, best: scores.reduce((best, score) => (f1Of(score) > f1Of(best) ? score : best)) };
}

/** Digits beyond these tell nothing, and a head is kept as text. */
const rounded = (weight: number) => Number(weight.toPrecision(6));

/** The spread of features, and of words: one that stands in many of the texts weighs less (inverse document frequency). */
function withWordScale({ mean, scale }: FeatureScale, rows: readonly JudgedRow[], width: number): FeatureScale {
  const weight = WORD_SHARE * Math.sqrt(mean.length);
  const spread = Array.from({ length: width }, (_, at) => {
    const there = rows.filter(({ features }) => features[mean.length + at] !== 0).length;
    const rare = Math.log((rows.length + 1) / (there + 1)) / Math.log(rows.length + 1);
    return 1 / (weight * Math.max(LEAST_RARE, rare));
  });
  return { mean: [...mean, ...spread.map(() => 0)], scale: [...scale, ...spread] };
}

/** Precision and recall of calling tagged what is told with at least a threshold, among all comments. */
function estimated(
  threshold: number,
  { rate, ofTagged, ofOthers }: { rate: CountedShare; ofTagged: readonly number[]; ofOthers: readonly number[] },
): EstimatedScore {
  const over = (told: readonly number[]) => told.filter((chance) => chance >= threshold).length;
  const recall = over(ofTagged) / ofTagged.length;
  // Half a row more: that none of some hundreds was called does not mean that none ever is.
  const called = (over(ofOthers) + 0.5) / (ofOthers.length + 1);
  return { threshold, recall, share: called, precision: Math.min(1, (smoothed(rate) * recall) / called) };
}

/**
 * Half a row more on either side (Jeffreys): none of forty does not mean that there is none. As long as hardly any are judged, it is taken
 * for one in twenty: nobody makes a tag for what most comments have.
 */
const smoothed = ({ correct, n }: CountedShare) => (correct + 0.5) / (n + (n < FEWEST_DRAWN ? 10 : 1));

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

/** Precision and recall of calling tagged what is told with at least a threshold, on rows whose tag is known. */
export function scoreAt(rows: readonly { tagged: boolean; told: number }[], threshold: number): TagScore {
  const called = rows.filter(({ told }) => told >= threshold);
  const right = called.filter(({ tagged }) => tagged).length;
  const tagged = rows.filter((row) => row.tagged).length;
  return { threshold, precision: called.length ? right / called.length : 1, recall: tagged ? right / tagged : 0 };
}

export const f1Of = ({ precision, recall }: TagScore): number =>
  precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
