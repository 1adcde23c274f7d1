import type { Intent } from '@moodline/chat/contract';
import { isClockUnit } from './clock-units';
import type { Understanding } from './understanding';

/** What stays beside an order of days of the week or hours. */
const KEPT: readonly Intent[] = ['share', 'count', 'complaints', 'praise'];
/** What such an order does not tell. */
const UNTOLD: readonly Intent[] = ['why', 'quotes', 'fix', 'effect', 'help', 'alert', 'report'];

/** "Which weekday is worst?", 几点抱怨最多: an order of days of the week or hours; weekends are held against the other days. */
export function onTheClock(read: Understanding): Understanding {
  const { by, intents } = read;
  if (!isClockUnit(by) || intents.some((intent) => UNTOLD.includes(intent))) return read;
  const kept = intents.filter((intent) => KEPT.includes(intent));
  return { ...read, per: null, intents: [by === 'weekend' ? 'compare' : 'ranking', ...kept] };
}

/** "How many a day on average?": a count, or two of them side by side, whatever else its words may mean. */
export function onAverage(read: Understanding): Understanding {
  const { average, intents, periods, compared } = read;
  if (!average || isClockUnit(read.by) || intents.includes('why')) return read;
  const isPair = periods.length >= 2 || (compared !== null && intents.includes('compare'));
  const kept = intents.filter((intent) => intent === 'complaints' || intent === 'praise');
  return { ...read, per: null, by: null, intents: [isPair ? 'compare' : 'count', ...kept] };
}
