import type { TypedQuestion } from '@moodline/chat/contract';
import { Temporal } from 'temporal-polyfill';
import { isClockUnit } from './clock-units';
import type { Wanted } from './wanted';
import { lastUnits, periodAfter, periodBefore, type Now, type ReadPeriod } from './periods/calendar';
import type { Understanding } from './understanding';

type Period = NonNullable<TypedQuestion['period']>;

/** Days before an event with which the time after it is compared: more would dilute what it changed. */
const MOST_DAYS_BEFORE = 14;
/** What puts themes in an order: by their change, where that is asked for. */
const ORDERS: readonly Wanted['intent'][] = ['complaints', 'praise', 'ranking'];
/** "Recently", where the page shows no period. */
const RECENT_DAYS = 30;

/** "How does that compare with the week before?": of the period that was asked for. */
const COMPARES =
  /\bcompar|\bversus\b|\bvs\b|\bagainst\b|相比|对比|比起|比一比|比(?:呢|吧|怎么样|如何)?[?？]?$|^(?:那|这)?[比跟和].{1,12}(?:呢|多|少|高|低|好|差)|比べ|比較/iu;

/** "Is it getting better?": of late, against the time before. */
const WHITHER =
  /^(?:so |and |but )?(?:is|are)\b.{1,60}\b(?:getting (?:any )?(?:better|worse)|going (?:up|down)|improving|worsening|increasing|decreasing|rising|falling|growing|dropping|declining|recovering)\b/iu;

const BEFORE_BOTH = /\bbefore that\b|再往前|再之前|更早|それより前/iu;

export interface AskedPeriod {
  readonly period: Period | null;
  readonly compared: Period | null;
}

/** Days as days, both inclusive; times below a day as instants with the offset of the zone. */
export function written({ from, to, clock }: ReadPeriod): Period {
  const instant = (time: Temporal.ZonedDateTime) => time.toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return clock ? { from: instant(clock.from), to: instant(clock.to) } : { from: from.toString(), to: to.toString() };
}

/** The period of a question and what it is compared with. @param fallback of the question before, or of the page */
export function askedPeriod(
  read: Understanding,
  { wanted, now, eventDay, fallback }: { wanted: Wanted; now: Now; eventDay: string | null; fallback: AskedPeriod },
): AskedPeriod {
  const [first, second] = read.periods;
  if (first && second) {
    const [later, earlier] =
      Temporal.PlainDate.compare(first.from, second.from) < 0 ? [second, first] : [first, second];
    return { period: written(later), compared: written(earlier) };
  }
  if (eventDay && read.event) return aroundEvent(read, { wanted, now, day: Temporal.PlainDate.from(eventDay) });
  if (eventDay && wanted.intent === 'effect')
    return aroundEvent(read, { wanted, now, day: Temporal.PlainDate.from(eventDay) });
  if (first && read.than && Temporal.PlainDate.compare(first.to, now.today) < 0) {
    const since = { from: first.to.add({ days: 1 }), to: now.today };
    return { period: written(since), compared: written(first) };
  }
  if (first)
    return { period: written(first), compared: read.compared ? written(read.compared) : before(first, wanted, now) };
  // Recent quotes are the newest ones.
  const grows =
    (wanted.measure === 'change' && ORDERS.includes(wanted.intent)) ||
    (wanted.intent === 'trend' && wanted.measure === 'change' && WHITHER.test(read.text)) ||
    // Whether there are more than before, of no time that is named.
    (wanted.intent === 'compare' && wanted.measure === 'count' && !wanted.by && !read.earlier && !read.event);
  if ((read.vague || grows) && !fallback.period && wanted.intent !== 'quotes') {
    const recent = lastUnits(now, RECENT_DAYS, 'day');
    if (recent) return { period: written(recent), compared: before(recent, wanted, now) };
  }
  const kept = fallback.period && daysOf(fallback.period);
  if (read.later && kept) {
    const next = periodAfter(kept);
    return { period: written(next), compared: before(next, wanted, now) };
  }
  if (read.earlier && kept) {
    const earlier = periodBefore(kept);
    const isKnown =
      fallback.compared?.from === earlier.from.toString() && fallback.compared.to === earlier.to.toString();
    // "And before that?" behind two periods goes back from the earlier one.
    const known = isKnown && BEFORE_BOTH.test(read.text) && fallback.compared ? daysOf(fallback.compared) : null;
    if (known) {
      const further = periodBefore(known);
      return { period: written(further), compared: before(further, wanted, now) };
    }
    // "And the day before?" behind a comparison with it asks for that day alone.
    if (COMPARES.test(read.text) || (wanted.intent === 'compare' && !isKnown))
      return { period: fallback.period, compared: written(earlier) };
    return { period: written(earlier), compared: before(earlier, wanted, now) };
  }
  // Days of the week are held against each other, and not against what the question before was compared with.
  const compared = isClockUnit(wanted.by) ? null : fallback.compared;
  return { period: fallback.period, compared: compared ?? (kept ? before(kept, wanted, now) : null) };
}

/** A change needs something before it. */
function before(period: ReadPeriod, { intent, measure, by }: Wanted, now: Now): Period | null {
  const needs =
    (ORDERS.includes(intent) && measure === 'change') ||
    intent === 'why' ||
    intent === 'summary' ||
    (intent === 'trend' && measure === 'change') ||
    (intent === 'compare' && !isClockUnit(by));
  if (!needs) return null;
  const earlier = periodBefore(period);
  return Temporal.PlainDate.compare(earlier.to, now.first) >= 0 ? written(earlier) : null;
}

function aroundEvent(
  { event, periods }: Understanding,
  { wanted, now, day }: { wanted: Wanted; now: Now; day: Temporal.PlainDate },
): AskedPeriod {
  const [named] = periods;
  const asked = event?.days;
  const sinceThen = asked ? day.add({ days: asked - 1 }) : now.today;
  const last = Temporal.PlainDate.compare(sinceThen, now.today) < 0 ? sinceThen : now.today;
  const end =
    named && Temporal.PlainDate.compare(named.to, day) > 0 && Temporal.PlainDate.compare(named.to, now.today) < 0
      ? named.to
      : last;
  if (event?.side === 'before' && wanted.intent !== 'effect' && asked)
    return {
      period: { from: day.subtract({ days: asked }).toString(), to: day.subtract({ days: 1 }).toString() },
      compared: null,
    };
  if (event?.side === 'before' && wanted.intent !== 'effect')
    return { period: { from: now.first.toString(), to: day.subtract({ days: 1 }).toString() }, compared: null };
  const length = asked ?? Math.min(MOST_DAYS_BEFORE, day.until(end, { largestUnit: 'day' }).days + 1);
  const since = { from: day.toString(), to: end.toString() };
  const earlier = { from: day.subtract({ days: length }).toString(), to: day.subtract({ days: 1 }).toString() };
  const compares =
    ['effect', 'why', 'compare'].includes(wanted.intent) ||
    (wanted.measure === 'change' && (wanted.intent === 'trend' || ORDERS.includes(wanted.intent)));
  return { period: since, compared: compares && earlier.to >= now.first.toString() ? earlier : null };
}

/** A written period of whole days; null for instants. */
export function daysOf({ from, to }: Period): ReadPeriod | null {
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  return DAY.test(from) && DAY.test(to)
    ? { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }
    : null;
}
