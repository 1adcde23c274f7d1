import type { DraftOf } from '@moodline/narration/contract';
import type { Board, TurningPoint } from '@moodline/trends/api';
import { factMoment, factPeriod } from './fact-period';
import { wholeNet } from './mood-drafts';
import { opens, type TellingOf } from './telling-of';

/** A turn of the mood in the intervals of a board; the comments after it open from it. */
export function turnDraft(
  of: TellingOf,
  turn: TurningPoint,
  {
    starts,
    filter,
  }: { readonly starts: Board['starts']; readonly filter: Pick<Board['filter'], 'from' | 'to' | 'timeZone'> },
): DraftOf<'turning-point'> {
  const from = starts[turn.at] ?? filter.from;
  const to = starts[turn.until] ?? filter.to;
  const after = factPeriod({ from, to }, filter.timeZone);
  const [before, now] = [wholeNet(turn.before), wholeNet(turn.now)];
  return {
    kind: 'turning-point',
    value: now - before,
    unit: 'points',
    n: turn.now.n,
    nBefore: turn.before.n,
    before,
    now,
    clear: true,
    at: factMoment(from, filter.timeZone),
    since: factMoment(starts[turn.since] ?? filter.from, filter.timeZone),
    until: after.to,
    period: of.period,
    scope: of.scope,
    direction: now > before ? 'up' : 'down',
    citations: opens({ ...of.filter, from: after.from, to: after.to }),
  };
}
