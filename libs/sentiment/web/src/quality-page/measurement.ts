import type { CountedShare, Evaluation, EvaluationResult } from '@moodline/sentiment/contract';
import type { Formats } from '@moodline/shared/i18n';

/** Below this many rows a share says too little to be told. */
export const ENOUGH = 30;

/** A set of scores that can be shown and compared: of people's corrections as they stand, or of an evaluation. */
export interface Measurement {
  /** `corrections`, or the id of an evaluation. */
  readonly key: string;
  readonly evaluation: Evaluation | null;
  readonly result: EvaluationResult;
}

/** How two shares stand to each other: apart when their intervals do not overlap. */
export type Verdict = 'better' | 'worse' | 'overlap' | 'unknown';

/** Whether the second share is better or worse than the first beyond what chance explains. */
export function verdictOf(first: CountedShare, second: CountedShare): Verdict {
  if (first.low === null || first.high === null || second.low === null || second.high === null) return 'unknown';
  if (second.low > first.high) return 'better';
  return second.high < first.low ? 'worse' : 'overlap';
}

/** How many in ten, for a title: 0 to 10. */
export const inTen = (share: number): number => Math.round(share * 10);

/** 66–76 %: a share's interval; empty where nothing was counted. */
export function intervalWords({ low, high }: Pick<CountedShare, 'low' | 'high'>, formats: Formats): string {
  return low === null || high === null ? '' : `${formats.number(low * 100)}–${formats.percent(high)}`;
}

/** A score from 0 to 1 with two digits, also where they are zeros; a dash where there is none. */
export const scoreWords = (score: number | null): string => (score === null ? '–' : score.toFixed(2));
