import { COMMENT_KINDS, EMOTIONS } from '@moodline/comments/contract';
import type { JudgedText } from './judged-text';

/** The heads beside the mood. */
export const HEADS = { emotion: EMOTIONS, kind: COMMENT_KINDS } as const;
export type HeadName = keyof typeof HEADS;

/** How often a head is right. */
export interface HeadScore {
  readonly n: number;
  readonly accuracy: number;
  /** Unweighted mean of the F1 of the answers that occur as right ones. */
  readonly macroF1: number;
  readonly f1: Readonly<Record<string, number>>;
  /** Mean distance of probability and share of right answers, over ten bins. */
  readonly calibrationError: number;
}

interface Row {
  readonly gold: string;
  readonly said: string;
  readonly probability: number;
}

const BINS = 10;

/** Scores of a head on the rows that tell what it should say; null where there are none. */
export function headScore(rows: readonly JudgedText[], head: HeadName): HeadScore | null {
  const judged = rows.flatMap(({ beside }): Row[] => {
    const [gold, said] = [beside.gold[head], beside.said[head]];
    return gold && said ? [{ gold, said: said.is, probability: said.probability }] : [];
  });
  if (!judged.length) return null;
  const occurring = HEADS[head].filter((option) => judged.some(({ gold }) => gold === option));
  const f1 = Object.fromEntries(occurring.map((option) => [option, f1Of(judged, option)]));
  return {
    n: judged.length,
    accuracy: shareRight(judged),
    macroF1: Object.values(f1).reduce((sum, value) => sum + value, 0) / occurring.length,
    f1,
    calibrationError: calibrationError(judged),
  };
}

const shareRight = (rows: readonly Row[]) => rows.filter(({ gold, said }) => gold === said).length / rows.length;

function f1Of(rows: readonly Row[], option: string): number {
  const right = rows.filter(({ gold, said }) => gold === option && said === option).length;
  const named = rows.filter(({ gold }) => gold === option).length + rows.filter(({ said }) => said === option).length;
  return (2 * right) / named;
}

function calibrationError(rows: readonly Row[]): number {
  const bins = Map.groupBy(rows, ({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)));
  return [...bins.values()].reduce((sum, bin) => {
    const said = bin.reduce((total, { probability }) => total + probability, 0) / bin.length;
    return sum + (bin.length / rows.length) * Math.abs(shareRight(bin) - said);
  }, 0);
}
