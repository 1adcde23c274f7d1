import type { DraftOf } from '@moodline/narration/contract';
import type { Board, MoodInterval } from '@moodline/trends/api';
import { netChange } from '@moodline/trends/contract';
import { factMoment, factPeriod } from './fact-period';
import { wholeNet } from './mood-drafts';
import { opens, type TellingOf } from './telling-of';

/** Something that happened in a period, and the comments before and after it. */
export interface EventTold {
  readonly name: string;
  readonly at: Date;
  readonly before: MoodInterval;
  readonly now: MoodInterval;
}

/** What happened, with the net mood of the period before and after it; the comments after it open from it. */
export function eventDraft(of: TellingOf, event: EventTold, { filter }: Pick<Board, 'filter'>): DraftOf<'event'> {
  const [before, now] = [wholeNet(event.before), wholeNet(event.now)];
  const clear = netChange(event.now, event.before)?.clear ?? false;
  const after = factPeriod({ from: event.at, to: filter.to }, filter.timeZone);
  return {
    kind: 'event',
    name: event.name,
    at: factMoment(event.at, filter.timeZone),
    value: now - before,
    unit: 'points',
    n: event.now.n,
    nBefore: event.before.n,
    before,
    now,
    clear,
    period: of.period,
    scope: of.scope,
    direction: clear ? (now > before ? 'up' : 'down') : 'same',
    citations: opens({ ...of.filter, from: after.from, to: after.to }),
  };
}
