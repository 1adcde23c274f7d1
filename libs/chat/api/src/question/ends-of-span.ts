import type { Understanding } from './understanding';

/** "From … to …" with a direction: how one end stands against the other, and not how all of it stands against what was before. */
const DIRECTION =
  /\b(?:improv\w*|worsen\w*|recover\w*|(?:get|gets|got|gotten|getting|become|became) (?:any |much |a lot )?(?:better|worse)|(?:f[ae]ll|fallen|drop|dropped|rise|rose|risen|climb|climbed|go up|went up|go down|went down|increase|increased|decrease|decreased|decline|declined|grow|grew|grown))\b/iu;
const SPAN = /\b(?:from|between)\b.{1,40}\b(?:to|and|until|till)\b/iu;
/** Longer times are no two ends any more. */
const MOST_DAYS = 31;
const MONTH_DAYS = 27;

/** "Did things improve between 22 and 24 February?", "how far did it fall from October to November?": the two ends, each by itself. */
export function endsOfSpan(read: Understanding): Understanding {
  const [span, more] = read.periods;
  if (read.language !== 'en' || !span || more || span.clock || read.compared || read.event) return read;
  if (!SPAN.test(read.text) || !DIRECTION.test(read.text) || read.intents.includes('why')) return read;
  const { from, to } = span;
  const days = from.until(to, { largestUnit: 'day' }).days;
  const isMonths = from.day === 1 && to.day === to.daysInMonth && days > MONTH_DAYS + 1 && from.month !== to.month;
  if (isMonths) {
    const first = { from, to: from.with({ day: from.daysInMonth }) };
    return { ...read, periods: [first, { from: to.with({ day: 1 }), to }] };
  }
  return days > 0 && days < MOST_DAYS
    ? {
        ...read,
        periods: [
          { from, to: from },
          { from: to, to },
        ],
      }
    : read;
}
