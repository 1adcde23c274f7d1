import { factMoment, opens, wholeShare, type TellingOf } from '@moodline/narration/api';
import type { FactDraft } from '@moodline/narration/contract';
import type { Board } from '@moodline/trends/api';

/** A day is told as the busiest one when it has so many times the comments of a mean one. */
const STANDS_OUT = 1.5;
/** Labelled comments of the day, under which no share of them is told. */
const LEAST = 10;

/** The busiest day of a time of several days, where one stands out: when a crisis was at its height. */
export function peakDrafts(
  of: TellingOf,
  { step, starts, slots, filter }: Pick<Board, 'step' | 'starts' | 'slots' | 'filter'>,
): FactDraft[] {
  if (step !== 'day' || slots.length < 3) return [];
  const days = slots.map(({ positive, neutral, negative, unlabelled }, index) => {
    const n = positive + neutral + negative;
    return { n, negative, comments: n + unlabelled, start: starts[index] };
  });
  const mean = days.reduce((sum, { comments }) => sum + comments, 0) / days.length;
  const busiest = days.reduce((most, day) => (day.comments > most.comments ? day : most));
  const { start, n, comments, negative } = busiest;
  if (!start || n < LEAST || comments < STANDS_OUT * mean) return [];
  const { period, scope } = of;
  const at = factMoment(start, filter.timeZone);
  return [
    {
      ...{ kind: 'peak', period, scope, direction: null, unit: 'comments' },
      ...{ at, value: comments, n, negative: wholeShare(negative, n) },
      citations: opens({ ...of.filter, from: at, to: at }),
    },
  ];
}
