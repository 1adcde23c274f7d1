import { withHijraYears } from './moon-calendars';

/** Years of an era: 令和7年, R7.11.27, 令7.11.27, 平成30年, 民國115年. Their first year may be written 元. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  r: 2018,
  h: 1988,
  令: 2018,
  平: 1988,
  昭: 1925,
  民國: 1911,
  民国: 1911,
};
const ERA_YEAR =
  /^(?:中[華华])?(令和|平成|昭和|民[國国])\s*(\d{1,3}|元)\s*(?=年|[-/.]\d)|^([rh令平昭])\s?(\d{1,2})(?=[-/.年])/iu;
/** Taiwan leaves the era out: three digits before a month are a year of the Republic, as nobody writes one of our calendar so. */
const YEAR_OF_REPUBLIC =
  /^(1\d{2})(?=([-/])\d{1,2}\2\d{1,2}(?:\D|$)|\.\d{2}\.\d{2}(?:\D|$)|\.\d{1,2}\.\d{1,2}\s+\d|\s?年)/u;
/** Numbers of a date in characters: 二〇二六年三月一日. */
const IN_CHARACTERS = /[〇零一二三四五六七八九十]{1,4}(?=\s?[年月日号])/gu;
const DIGITS = '零一二三四五六七八九';
/** Years of the Buddhist calendar, as Thailand writes them: 2569 is 2026. No comment is from our own 25th century. */
const BUDDHIST_YEAR = /(?<!\d)(?:พ\.ศ\.\s*)?(2[45]\d{2})(?=\D|$)/u;
/** Beside a month in Thai letters two digits are the end of such a year: `2 มี.ค. 69`. */
const THAI_SHORT_YEAR = /([\u0e01-\u0e4e]\.?\s*)(\d{2})(?=\s|,|$)/u;
/** In Thailand the day stands first: 1/3/2569. */
const THAI_DAY = /^(\d{1,2})([-/])(0?[1-9]|1[0-2])\2(25\d{2})(?=\D|$)/u;
const BUDDHIST_FROM = 2483;
const BUDDHIST_AHEAD = 543;
/** A week, or a day of it from Monday on: `2026-W10`, `2026W103`, `2026年第10周`. */
const WEEK = /^(\d{4})(?:-?W(\d{2})(?:-?([1-7]))?(?=$|[T\s])|\s*年?\s*第\s?(\d{1,2})\s?[周週])/iu;
const DAY_MS = 86_400_000;

/** Writes a date of another calendar by the common one; a week is its Monday. Anything else stays as it is. */
export const withCommonCalendar = (text: string): string =>
  withHijraYears(withCommonYear(withDayOfWeek(withNumbers(text))));

/** 二〇二六 is written digit by digit, 二十三 is 23. */
function withNumbers(text: string): string {
  if (!/[〇零一二三四五六七八九十]\s?年/u.test(text)) return text;
  return text.replace(IN_CHARACTERS, (written) => {
    const digit = (sign: string) => DIGITS.indexOf(sign.replace('〇', '零'));
    const [tens = '', ones = ''] = written.split('十');
    if (!written.includes('十')) return [...written].map(digit).join('');
    return String((tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0));
  });
}

function withCommonYear(text: string): string {
  return text
    .replace(THAI_SHORT_YEAR, '$125$2')
    .replace(ERA_YEAR, (_, ...[era, year, letter, number]: (string | undefined)[]) => {
      const first = ERAS[(era ?? letter ?? '').toLowerCase()] ?? 0;
      return String(first + (year === '元' ? 1 : Number(year ?? number)));
    })
    .replace(YEAR_OF_REPUBLIC, (year) => String(Number(year) + 1911))
    .replace(THAI_DAY, '$4-$3-$1')
    .replace(BUDDHIST_YEAR, (written, year: string) =>
      Number(year) >= BUDDHIST_FROM ? String(Number(year) - BUDDHIST_AHEAD) : written,
    );
}

/** The first week of a year (ISO 8601) is the one with 4 January. */
function withDayOfWeek(text: string): string {
  return text.replace(WEEK, (written, year: string, ...[iso, day, chinese]: (string | undefined)[]) => {
    const week = Number(iso ?? chinese);
    if (week < 1 || week > 53) return written;
    const fourth = new Date(Date.UTC(Number(year), 0, 4));
    const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS;
    return new Date(monday + ((week - 1) * 7 + Number(day ?? 1) - 1) * DAY_MS).toISOString().slice(0, 10);
  });
}
