/** Languages whose months are read by name; English is known without them. */
const LANGUAGES =
  'de fr es it pt nl sv da nb fi pl cs ru uk tr id ca ro hu hr sk sl bg el et lt lv vi ms ar fa th hi'.split(' ');
const ENGLISH = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

let known: ReadonlyMap<string, string> | null = null;

/** English short names of months by their names and short names in other languages, as ICU has them. */
function namesOfMonths(): ReadonlyMap<string, string> {
  if (known) return known;
  const names = new Map<string, string>();
  for (const language of LANGUAGES) {
    for (const [month, english] of ENGLISH.entries()) {
      const day = new Date(Date.UTC(2026, month, 15));
      for (const style of ['long', 'short'] as const) {
        // Beside a day the name may stand in another case: ноябрь, 15 ноября.
        for (const beside of [{}, { day: 'numeric' }] as const) {
          const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC', ...beside });
          const name = format.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '';
          const plain = plainWord(name);
          if (plain.length >= 3 && /^[\p{L}\p{M}]+$/u.test(plain) && !names.has(plain)) names.set(plain, english);
        }
      }
    }
  }
  known = names;
  return names;
}

let thai: readonly (readonly [string, string])[] | null = null;

/** Thai shortens its months to letters with dots between them: มี.ค. is March. */
function withThaiMonths(text: string): string {
  if (!/[\u0e01-\u0e4e]\./u.test(text)) return text;
  thai ??= ENGLISH.map((english, month) => {
    const format = new Intl.DateTimeFormat('th', { month: 'short', timeZone: 'UTC' });
    return [format.format(new Date(Date.UTC(2026, month, 15))).normalize('NFKC'), english];
  });
  return thai.reduce((written, [name, english]) => written.replace(name, ` ${english} `), text);
}

const plainWord = (word: string) => word.normalize('NFC').toLowerCase().replace(/\.$/, '');

/** Small words that stand within a date: `20 de noviembre de 2026`, `20 ноября 2026 г.`, `le 1er mars 2026`. */
const BETWEEN = /(?<![\p{L}])(?:de|del|di|den|der|le|el|г|г\.|года|р\.|року)(?![\p{L}])\.?/giu;

/** Writes the months of a date in English, and leaves out what stands around them: `20. November 2026` becomes `20 nov 2026`. */
export function withEnglishMonths(text: string): string {
  if (!/[\p{L}\p{M}]{3}|[\u0e01-\u0e4e]\./u.test(text) || !/\d/.test(text)) return text;
  const names = namesOfMonths();
  let found = false;
  const written = withThaiMonths(text).replace(/[\p{L}\p{M}]{3,}\.?/gu, (word) => {
    const english = names.get(plainWord(word));
    found ||= english !== undefined;
    return english ?? word;
  });
  found ||= written !== text;
  if (!found) return text;
  return withoutWeekday(written)
    .replace(BETWEEN, ' ')
    .replace(/(\d)(?:er|º|ª|°|\.(?=\s|$))/giu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** `mar., 20 nov 2026` is a Tuesday in November: a word before the day is a weekday where the month comes later. */
function withoutWeekday(text: string): string {
  const [, , rest = ''] = /^(\p{L}{2,}\.?,?\s+)(\d.*)$/u.exec(text) ?? [];
  return ENGLISH.some((month) => new RegExp(`(?<!\\p{L})${month}(?!\\p{L})`, 'iu').test(rest)) ? rest : text;
}
