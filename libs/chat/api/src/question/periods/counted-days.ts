import type { QuestionLanguage } from '../question-language';
import type { ReadPeriod } from './calendar';
import type { FoundPeriod } from './found-period';
import { ENGLISH_NUMBER, numberFrom } from './numerals';

const UNIT = '(?<unit>days?|weeks?)';
/** "The week of 2 November", "the week commencing …". */
const WEEK_OF =
  /\b(?:the )?(?:week|wk|w\/c)(?: (?<begins>commencing|starting|beginning|from|that (?:began|started)(?: on)?))?(?: of)?(?: the)? $/iu;
/** "Three days after Halloween", "in the week before 2 November". */
const COUNTED = new RegExp(
  `\\b(?:(?:in|during|over|for|within|on) )?(?:the )?(?:first )?(?:(?<number>${ENGLISH_NUMBER}) )?(?<!\\bby )${UNIT} (?<side>before|prior to|leading up to|up to|after|following|from|since|around)(?: the)? $`,
  'iu',
);
const WEEK_BEHIND = /^(?:'s)? week\b/iu;

/**
 * A day with the words around it that count days from it: "the week of 2 November" is the week from Monday on that it lies in (or that
 * begins with it), "three days after" the next three, "the week before" the seven before it. Other languages say that behind the day.
 */
export function countedFrom(period: FoundPeriod, text: string, language: QuestionLanguage): FoundPeriod {
  if (language !== 'en' || period.clock || !period.from.equals(period.to)) return period;
  const day = period.from;
  const led = /^(?:on|of|the) /iu.exec(text.slice(period.start))?.[0] ?? '';
  const before = text.slice(0, period.start) + led;
  const behind = WEEK_BEHIND.exec(text.slice(period.end));
  const weekOf = WEEK_OF.exec(before);
  const begins = weekOf?.groups?.['begins'] !== undefined || /w\/c/iu.test(weekOf?.[0] ?? '');
  if (behind || weekOf) {
    const from = begins ? day : day.subtract({ days: day.dayOfWeek - 1 });
    const end = period.end + (behind?.[0].length ?? 0);
    return { start: weekOf?.index ?? period.start, end, from, to: from.add({ days: 6 }), closed: true };
  }
  const { number, unit = '', side = '' } = COUNTED.exec(before)?.groups ?? {};
  const days = (number === undefined ? 1 : numberFrom(number)) * (/^week/i.test(unit) ? 7 : 1);
  const start = COUNTED.exec(before)?.index;
  if (start === undefined || !Number.isInteger(days) || days < 1) return period;
  const { from, to } = counted(day, days, side.toLowerCase());
  return { start, end: period.end, from, to, closed: true };
}

function counted(day: FoundPeriod['from'], days: number, side: string): Pick<FoundPeriod, 'from' | 'to'> {
  if (/before|prior|up to/.test(side)) return { from: day.subtract({ days }), to: day.subtract({ days: 1 }) };
  if (side === 'around')
    return { from: day.subtract({ days: Math.floor(days / 2) }), to: day.add({ days: Math.floor(days / 2) }) };
  return side === 'from' || side === 'since'
    ? { from: day, to: day.add({ days: days - 1 }) }
    : { from: day.add({ days: 1 }), to: day.add({ days }) };
}

/** "The three days before" */
const COUNTED_BEFORE =
  /(\d{1,2}|two|three|four|five|six|seven|ten|[两二三四五六七十])\s?(days|weeks|months|天|周|个月|日|週|[かヶ]月)/iu;

/** As many days or weeks before a time as a phrase says; null where it counts none. */
export function countedBefore({ from, clock }: ReadPeriod, phrase: string): ReadPeriod | null {
  const [, count, length = ''] = COUNTED_BEFORE.exec(phrase) ?? [];
  const days = numberFrom(count) * (/week|[周週]/iu.test(length) ? 7 : 1);
  if (!(days >= 1) || clock || /month|月/iu.test(length)) return null;
  return { from: from.subtract({ days }), to: from.subtract({ days: 1 }) };
}
