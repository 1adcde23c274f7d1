import { startOfDay } from '@moodline/comments/api';
import { eventDraft, turnDraft, type EventTold, type TellingOf } from '@moodline/narration/api';
import type { FactDraft } from '@moodline/narration/contract';
import {
  turningPoints,
  type Board,
  type MoodInterval,
  type TurningPoint,
  type WrittenDown,
} from '@moodline/trends/api';

const TURNS = 3;
const EVENTS = 2;
/** Comments before and after an event, under which nothing is compared. */
const LEAST_COMMENTS = 20;
/** A turn that begins up to so long after an event, or a day before it, is told with the event. */
const FOLLOWS_MS = 3 * 86_400_000;
const PRECEDES_MS = 86_400_000;

/** When the mood turned: at what was written down, and the largest turns that nothing was written down for, in their order. */
export function turnsTold(
  { board, of }: { readonly board: Board; readonly of: TellingOf },
  written: readonly WrittenDown[],
): FactDraft[] {
  const intervals = board.slots.map(({ positive, neutral, negative }) => ({
    n: positive + neutral + negative,
    positive,
    negative,
  }));
  const events = eventsOf(board, intervals, written);
  const turns = turningPoints(intervals)
    .filter((turn) => !events.some((event) => explains(event, turn, board)))
    .sort((a, b) => size(b) - size(a))
    .slice(0, TURNS)
    .map((turn) => ({ at: startOf(turn, board), draft: turnDraft(of, turn, board) }));
  return [...events.map((event) => ({ at: event.at.getTime(), draft: eventDraft(of, event, board) })), ...turns]
    .sort((a, b) => a.at - b.at)
    .map(({ draft }) => draft);
}

/** The latest of what was written down inside of the period, where there is something to compare on both sides of it. */
function eventsOf({ starts, filter }: Board, intervals: readonly MoodInterval[], written: readonly WrittenDown[]) {
  return written
    .map(({ text: name, day }): EventTold => {
      const at = startOfDay(day, filter.timeZone);
      const first = starts.filter((start) => start < at).length;
      return { name, at, before: sum(intervals.slice(0, first)), now: sum(intervals.slice(first)) };
    })
    .filter(({ at, before, now }) => {
      const inside = at > filter.from && at < filter.to;
      return inside && before.n >= LEAST_COMMENTS && now.n >= LEAST_COMMENTS;
    })
    .slice(0, EVENTS);
}

/** Whether a turn is what an event changed: at its time, in its direction. */
function explains({ at, before, now }: EventTold, turn: TurningPoint, board: Board): boolean {
  const after = startOf(turn, board) - at.getTime();
  return (
    after >= -PRECEDES_MS && after <= FOLLOWS_MS && (net(now) - net(before)) * (net(turn.now) - net(turn.before)) > 0
  );
}

const startOf = (turn: TurningPoint, { starts, filter }: Board): number => (starts[turn.at] ?? filter.from).getTime();
const net = ({ n, positive, negative }: MoodInterval): number => (n ? (positive - negative) / n : 0);
const size = ({ now, before }: TurningPoint): number => Math.abs(net(now) - net(before));

const sum = (intervals: readonly MoodInterval[]): MoodInterval =>
  intervals.reduce(
    (all, { n, positive, negative }) => ({
      n: all.n + n,
      positive: all.positive + positive,
      negative: all.negative + negative,
    }),
    { n: 0, positive: 0, negative: 0 },
  );
