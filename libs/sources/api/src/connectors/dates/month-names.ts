/** Languages whose months and weekdays are read. Where two of them use one word for two months, the one a site names counts. */
const LOCALES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'sk',
  'hu',
  'ro',
  'tr',
  'ru',
  'uk',
  'bg',
  'el',
  'id',
  'ms',
  'vi',
  'th',
  'ar',
  'he',
  'hi',
  'bn',
  'hr',
  'sl',
  'lt',
  'lv',
  'et',
  'ca',
];
/** Short forms that people write and the locale data lack. */
const MORE: readonly (readonly [string, number])[] = [
  ['sept', 9],
  ['mrz', 3],
  ['maerz', 3],
  ['jaen', 1],
  ['fev', 2],
  ['fevr', 2],
  ['avr', 4],
  ['juil', 7],
  ['aout', 8],
  ['ene', 1],
  ['abr', 4],
  ['ago', 8],
  ['dic', 12],
  ['gen', 1],
  ['mag', 5],
  ['giu', 6],
  ['lug', 7],
  ['set', 9],
  ['ott', 10],
  ['out', 10],
  ['dez', 12],
  ['mei', 5],
  ['okt', 10],
  ['мая', 5],
];
const MIN_PREFIX = 3;

interface Calendar {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
}

const calendars = new Map<string, Calendar>();
let everything: Calendar | null = null;

/** A word as it is compared: without case, accents and dots. */
export function folded(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.’']/gu, '')
    .toLowerCase()
    .replace('ı', 'i');
}

/** The month (1 to 12) a word names in any of the languages, by its name, a usual short form or the beginning of a name; null for other words. */
export function monthNamed(word: string, language: string | null): number | null {
  const name = folded(word);
  const own =
    language === null ? undefined : calendarOf(language.toLowerCase().split(/[-_]/, 1)[0] ?? '')?.months.get(name);
  return own ?? all().months.get(name) ?? byBeginning(name);
}

/** Whether a word is the name of a day of the week, or a short form of one. */
export function isWeekday(word: string): boolean {
  return all().weekdays.has(folded(word));
}

function byBeginning(name: string): number | null {
  if (name.length < MIN_PREFIX) return null;
  const found = new Set([...all().months].filter(([month]) => month.startsWith(name)).map(([, number]) => number));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function all(): Calendar {
  if (everything) return everything;
  const months = new Map<string, number>();
  const weekdays = new Set<string>();
  for (const locale of LOCALES) {
    const calendar = calendarOf(locale);
    for (const [name, month] of calendar?.months ?? []) if (!months.has(name)) months.set(name, month);
    for (const name of calendar?.weekdays ?? []) weekdays.add(name);
  }
  for (const [name, month] of MORE) if (!months.has(folded(name))) months.set(folded(name), month);
  return (everything = { months, weekdays });
}

function calendarOf(language: string): Calendar | null {
  if (!LOCALES.includes(language)) return null;
  const known = calendars.get(language);
  if (known) return known;
  const months = new Map<string, number>();
  const weekdays = new Set<string>();
  const part = (options: Intl.DateTimeFormatOptions, date: Date, type: string) =>
    new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { timeZone: 'UTC', ...options })
      .formatToParts(date)
      .find((one) => one.type === type)?.value ?? '';
  for (const width of ['long', 'short'] as const) {
    for (let index = 0; index < 12; index++) {
      const date = new Date(Date.UTC(2026, index, 15));
      // Many languages have one form for the month alone and another beside a day.
      for (const name of [part({ month: width }, date, 'month'), part({ month: width, day: 'numeric' }, date, 'month')])
        if (/\p{L}/u.test(name) && !/\d/.test(name)) months.set(folded(name), index + 1);
      // Beside a day, Hebrew says "in March".
      if (language === 'he') months.set(`ב${folded(part({ month: width }, date, 'month'))}`, index + 1);
    }
  }
  // Thai shortens its days to a letter: อ. is Tuesday.
  for (const width of ['long', 'short', ...(language === 'th' ? ['narrow' as const] : [])] as const)
    for (let index = 1; index <= 7; index++)
      // In some languages a day is two words: יום ג׳.
      for (const word of part({ weekday: width }, new Date(Date.UTC(2026, 1, index)), 'weekday').split(/\s/u))
        if (word) weekdays.add(folded(word));
  const calendar = { months, weekdays };
  calendars.set(language, calendar);
  return calendar;
}
