import { headProbabilities, type Head } from '@moodline/language-model/api';
import { LABELS, type Label } from '@moodline/comments/contract';
import { calibrate, calibrationOf, mostProbable, type Calibration } from '../calibration/calibration';
import { isProposed } from './is-proposed';
import { learnMood, type MoodRow, type MoodTask } from './learn-mood';
import { rehearseQueue } from './queue-rehearsal';

/** A row of a labelled file with the text that the queue compares. */
export interface FileRow extends MoodRow {
  readonly text: string;
  /** What stands in the column of tags. */
  readonly tag: string;
}

export type Rule = 'queue' | 'random';

/** What came of some corrections. */
export interface CurvePoint {
  readonly corrections: number;
  /** Share of right labels on the rows that nobody judged. */
  readonly accuracy: number;
  /** Whether the product would have proposed the head. */
  readonly proposed: boolean;
}

export const MILESTONES = [0, 25, 50, 100, 200, 400];

/**
 * Accuracy on the untouched half of a file after some corrections of rows of the other half, chosen by a rule. Which half a row is in,
 * and what is random, is decided by the seed.
 */
export function learningCurve(
  rows: readonly FileRow[],
  lesson: Omit<MoodTask, 'own'>,
  { rule, chance }: { rule: Rule; chance: () => number },
): CurvePoint[] {
  const shuffled = shuffle(rows, chance);
  const pool = shuffled.slice(0, Math.floor(rows.length / 2));
  const rest = shuffled.slice(pool.length);
  const judged: FileRow[] = [];
  let [head, calibration] = [lesson.shipped, lesson.calibration];
  return MILESTONES.filter((corrections) => corrections <= pool.length).map((corrections) => {
    const taken = new Set(judged);
    const waiting = pool.filter((row) => !taken.has(row));
    const wanted = corrections - judged.length;
    judged.push(...(rule === 'random' ? waiting.slice(0, wanted) : queued(waiting, wanted)));
    if (!corrections) return { corrections, accuracy: accuracyOf(head, calibration, rest), proposed: false };
    const learned = learnMood({ ...lesson, own: judged });
    ({ head, calibration } = learned);
    return { corrections, accuracy: accuracyOf(head, calibration, rest), proposed: isProposed(learned) };
  });

  function queued(waiting: readonly FileRow[], wanted: number): FileRow[] {
    const withMargin = waiting.map((row) => ({ row, text: row.text, margin: marginOf(head, calibration, row) }));
    return rehearseQueue(withMargin, wanted, { judged: judged.map(({ text }) => text), chance }).map(({ row }) => row);
  }
}

/** Fisher and Yates. */
export function shuffle<Row>(rows: readonly Row[], chance: () => number): Row[] {
  const order = [...rows];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1));
    [order[last], order[other]] = [order[other] as Row, order[last] as Row];
  }
  return order;
}

function told(head: Head, calibration: Calibration, { features, language }: MoodRow) {
  const said = headProbabilities(head, features) ?? [];
  const inOrder = LABELS.map((label) => said[head.options.indexOf(label)] ?? 0);
  return calibrate(inOrder, calibrationOf(calibration, calibration.model, language));
}

const accuracyOf = (head: Head, calibration: Calibration, rows: readonly MoodRow[]): number =>
  rows.filter((row) => mostProbable(told(head, calibration, row)) === row.gold).length / rows.length;

function marginOf(head: Head, calibration: Calibration, row: MoodRow): number {
  const probabilities = told(head, calibration, row);
  const [first = 0, second = 0] = LABELS.map((label: Label) => probabilities[label]).sort((a, b) => b - a);
  return first - second;
}
