/** Calendars whose years are counted from the Hijra: by the moon, and by the sun as in Iran and Afghanistan. */
type Calendar = 'islamic-umalqura' | 'persian';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;
/** By the sun these years begin in 1989 and 2030, by the moon in 1989 and 2076: comments of both never have the same year. */
const YEARS: readonly (readonly [Calendar, number, number])[] = [
  ['persian', 1368, 1409],
  ['islamic-umalqura', 1410, 1499],
];
const YEAR = String.raw`(1[34]\d{2})`;
const YEAR_FIRST = new RegExp(String.raw`(?<!\d)${YEAR}([-/.])(\d{1,2})\2(\d{1,2})(?!\d)`, 'u');
const YEAR_LAST = new RegExp(String.raw`(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2${YEAR}(?!\d)`, 'u');
const NAMED = new RegExp(String.raw`(?<!\d)(\d{1,2})\s+\u0001(\d{1,2})\u0001,?\s+${YEAR}(?!\d)`, 'u');
/** What is written behind such a year. */
const ERA = /(?<=\d)\s*(?:هـ|ه\.?|هجري[ةه]?|AH|A\.H\.|ش|شمسی)(?![\p{L}])\.?/u;
const MAY_BE_ONE = /(?<!\d)1[34]\d{2}(?!\d)/u;

/** Writes a day of the year 1447 (Hijra) or 1404 (Iran) by the common calendar: `2026-03-01`. Anything else stays as it is. */
export function withHijraYears(text: string): string {
  if (!MAY_BE_ONE.test(text)) return text;
  const written = withMonthNumbers(text.replace(ERA, ' '));
  const inCommon = ({ year, month, day }: Day) => {
    const calendar = YEARS.find(([, first, last]) => year >= first && year <= last)?.[0];
    return calendar ? commonDay(calendar, { year, month, day }) : null;
  };
  for (const [form, year, month, day] of [
    [YEAR_FIRST, 1, 3, 4],
    [YEAR_LAST, 4, 3, 1],
    [NAMED, 3, 2, 1],
  ] as const) {
    const found = form.exec(written);
    const common =
      found && inCommon({ year: Number(found[year]), month: Number(found[month]), day: Number(found[day]) });
    if (found && common) return written.replace(found[0], common).trim();
  }
  return text;
}

/** The day of a calendar as `2026-03-01`; null where it has no such day. ICU knows the calendars, so the day is looked for in them. */
function commonDay(calendar: Calendar, wanted: Day): string | null {
  const years = calendar === 'persian' ? 365.2422 : 354.367;
  const begin = calendar === 'persian' ? Date.UTC(622, 2, 22) : Date.UTC(622, 6, 19);
  let instant =
    begin + Math.round((wanted.year - 1) * years + ((wanted.month - 1) * years) / 12 + wanted.day - 1) * DAY_MS;
  for (let step = 0; step < 8; step++) {
    const found = dayIn(calendar, instant);
    const months = (wanted.year - found.year) * 12 + wanted.month - found.month;
    const days = Math.round((months * years) / 12) + wanted.day - found.day;
    if (!months && !days) return new Date(instant).toISOString().slice(0, 10);
    instant += (days || Math.sign(months)) * DAY_MS;
  }
  return null;
}

const formats = new Map<Calendar, Intl.DateTimeFormat>();

function dayIn(calendar: Calendar, instant: number): Day {
  const format =
    formats.get(calendar) ??
    new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
  formats.set(calendar, format);
  const parts = format.formatToParts(instant);
  const part = (type: string) => Number.parseInt(parts.find((one) => one.type === type)?.value ?? '0', 10);
  return { year: part('year'), month: part('month'), day: part('day') };
}

let names: readonly (readonly [string, number])[] | null = null;

/** Writes the names of the months of both calendars, in Arabic, Persian and English, as their numbers. */
function withMonthNumbers(text: string): string {
  if (!/\p{L}{3}/u.test(text)) return text;
  names ??= monthNames();
  const plain = text.normalize('NFKC');
  const found = names.find(([name]) => plain.toLowerCase().includes(name));
  if (!found) return text;
  const [name, month] = found;
  const at = plain.toLowerCase().indexOf(name);
  return `${plain.slice(0, at)} \u0001${month}\u0001 ${plain.slice(at + name.length)}`;
}

/** The longest first: one name begins another. */
function monthNames(): [string, number][] {
  const found = new Map<string, number>();
  for (const [calendar, first] of [
    ['persian', Date.UTC(2025, 2, 25)],
    ['islamic-umalqura', Date.UTC(2025, 6, 1)],
  ] as const)
    for (const language of calendar === 'persian' ? ['fa', 'en'] : ['ar', 'en']) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-${calendar}-nu-latn`, {
        timeZone: 'UTC',
        month: 'long',
      });
      for (let month = 0; month < 12; month++) {
        const instant = first + Math.round(month * (calendar === 'persian' ? 30.44 : 29.53)) * DAY_MS;
        const name = format.format(instant).normalize('NFKC').toLowerCase();
        if (name.length >= 3) found.set(name, dayIn(calendar, instant).month);
      }
    }
  return [...found].sort(([one], [other]) => other.length - one.length);
}
