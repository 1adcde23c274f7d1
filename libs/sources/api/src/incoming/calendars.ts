/** Years of an era: 令和7年, R7.11.27, 平成30年, 民國115年. Their first year may be written 元. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  r: 2018,
  h: 1988,
  民國: 1911,
  民国: 1911,
};
const ERA_YEAR = /^(令和|平成|昭和|民[國国])\s*(\d{1,3}|元)\s*(?=年)|^([rh])(\d{1,2})(?=[-/.年])/iu;
/** Years of the Buddhist calendar, as Thailand writes them: 2569 is 2026. No comment is from our own 25th century. */
const BUDDHIST_YEAR = /(?<!\d)(?:พ\.ศ\.\s*)?(2[45]\d{2})(?=\D|$)/u;
/** Beside a month in Thai letters two digits are the end of such a year: `2 มี.ค. 69`. */
const THAI_SHORT_YEAR = /([\u0e01-\u0e4e]\.?\s*)(\d{2})(?=\s|,|$)/u;
const BUDDHIST_FROM = 2483;
const BUDDHIST_AHEAD = 543;
/** A week, or a day of it from Monday on: `2026-W10`, `2026W103`, `2026年第10周`. */
const WEEK = /^(\d{4})(?:-?W(\d{2})(?:-?([1-7]))?(?=$|[T\s])|\s*年?\s*第\s?(\d{1,2})\s?[周週])/iu;
const DAY_MS = 86_400_000;

/** Writes a date of another calendar by the common one; a week is its Monday. Anything else stays as it is. */
export const withCommonCalendar = (text: string): string => withCommonYear(withDayOfWeek(text));

function withCommonYear(text: string): string {
  return text
    .replace(THAI_SHORT_YEAR, '$125$2')
    .replace(ERA_YEAR, (_, ...[era, year, letter, number]: (string | undefined)[]) => {
      const first = ERAS[(era ?? letter ?? '').toLowerCase()] ?? 0;
      return String(first + (year === '元' ? 1 : Number(year ?? number)));
    })
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
