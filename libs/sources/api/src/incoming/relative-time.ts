import { Temporal } from 'temporal-polyfill';
import { withoutTrail } from './around-time';

type Unit = 'seconds' | 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';

/** How languages write how long something is ago: a number (or what stands for one), and a unit. */
const AGO: readonly RegExp[] = [
  /^(?:约|大约|大約|約)?\s*(?<n>\d+|[一二两三半几数])\s*[个個]?\s*(?<unit>秒钟?|秒鐘|秒間|分钟?|分鐘|分間|小时|小時|時間|时|天|日|周|週間?|星期|礼拜|月|[かヶカヵ]月|年)\s*(?:以|之)?前$/u,
  /^(?:about |over |almost |edited )?(?<n>\d+|an?|one|a few)\s+(?<unit>sec(?:ond)?s?|min(?:ute)?s?|hrs?|hours?|days?|weeks?|wks?|months?|mos?|years?|yrs?) ago$/iu,
  /^(?:edited )?(?<n>\d+)\s?(?<unit>s|min?|hr?|d|wk?|mo|y)(?: ago)?$/iu,
  /^vor (?<n>\d+|einem|einer|einigen) (?<unit>sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)$/iu,
  /^il y a (?<n>\d+|une?|quelques) (?<unit>secondes?|minutes?|heures?|jours?|semaines?|mois|ans?)$/iu,
  /^(?:hace|há|fa) (?<n>\d+|una?|uma?|unos|algunos) (?<unit>segundos?|minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|mês|años?|anos?)$/iu,
  /^(?<n>\d+)\s*(?<unit>초|분|시간|일|주|개월|달|년)\s*전$/u,
];
const JUST_NOW =
  /^(?:刚刚|刚才|剛剛|たった今|今|just now|now|a moment ago|gerade eben|à l['’]instant|ahora|agora|방금)$/iu;
const NAMED_DAY: readonly (readonly [RegExp, number])[] = [
  [/^(?:今天|今日|today|heute|aujourd['’]hui|hoy|hoje|오늘)/iu, 0],
  [/^(?:昨天|昨日|yesterday|gestern|hier|ayer|ontem|어제)/iu, 1],
  [/^(?:前天|一昨日|おととい|vorgestern|anteayer|avant-hier|그저께)/iu, 2],
];

/** How many of the numbers that are written as words. "A few" is no number; three is near enough. */
function amount(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  if (word === '半') return 0.5;
  if (/^[二两]$/u.test(word)) return 2;
  return /^(?:[三几数]|a few|einigen|quelques|unos|algunos)$/iu.test(word) ? 3 : 1;
}

const UNITS: readonly (readonly [Unit, RegExp])[] = [
  ['months', /^(?:mo|mos|months?|monat|mois|mes|mês|月|[かヶカヵ]月|개월|달)/iu],
  ['seconds', /^(?:s$|sec|sek|seg|秒|초)/iu],
  ['minutes', /^(?:m$|min|分|분)/iu],
  ['hours', /^(?:h|stunde|小|時|时|시간)/iu],
  ['weeks', /^(?:w|semana|semaine|周|週|星期|礼拜|주)/iu],
  ['days', /^(?:d|tag|jour$|jours$|天|日|일)/iu],
  ['years', /^(?:y|j|an|año|年|년)/iu],
];

/** Whether a value tells a time from the point of view of the day it was written on: `3小时前`, `yesterday 12:30`. */
export function isRelative(value: string): boolean {
  const text = withoutTrail(value.trim());
  return text.length <= 60 && (JUST_NOW.test(text) || AGO.some((form) => form.test(text)) || namedDay(text) !== null);
}

/**
 * What a relative time means for somebody who wrote it down at that moment.
 * @returns the instant, or for a named day its date in the zone with what is written behind it (a clock, perhaps); null for
 * anything else
 */
export function readRelative(value: string, asOf: Date, timeZone: string): Date | { day: string; rest: string } | null {
  const text = withoutTrail(value.trim());
  if (text.length > 60) return null;
  if (JUST_NOW.test(text)) return asOf;
  const local = Temporal.Instant.fromEpochMilliseconds(asOf.getTime()).toZonedDateTimeISO(timeZone);
  const named = namedDay(text);
  if (named) return { day: local.toPlainDate().subtract({ days: named.daysAgo }).toString(), rest: named.rest };
  for (const form of AGO) {
    const { n, unit: word } = form.exec(text)?.groups ?? {};
    const unit = word && UNITS.find(([, names]) => names.test(word))?.[0];
    if (n && unit) return new Date(before(local, amount(n), unit).epochMilliseconds);
  }
  return null;
}

function before(local: Temporal.ZonedDateTime, n: number, unit: Unit): Temporal.ZonedDateTime {
  return Number.isInteger(n)
    ? local.subtract({ [unit]: n })
    : local.subtract({ minutes: 30 * (unit === 'days' ? 24 : 1) });
}

/** A day by its name; what follows may only be a clock. */
function namedDay(text: string): { daysAgo: number; rest: string } | null {
  for (const [name, daysAgo] of NAMED_DAY) {
    const match = name.exec(text);
    if (!match) continue;
    const rest = text
      .slice(match[0].length)
      .replace(/^\s*(?:at|um|à|a las|às|,|，)?\s*/iu, '')
      .trim();
    if (
      !rest ||
      /^(?:[上下]午|午[前後]|晚上|凌晨|早上|中午)?\s*\d{1,2}[:時时点]/u.test(rest) ||
      /^\d{1,2}\s*[ap]m$/iu.test(rest)
    )
      return { daysAgo, rest };
  }
  return null;
}
