const DAY_MS = 24 * 3_600_000;
/** Further ahead than this lie placeholders (2099, 9999) and mistakes. */
const FAR_AHEAD_MS = 400 * DAY_MS;
/** Comments on the internet are younger than this; an older time is a missing value in disguise (1970, 0001…). */
const EARLIEST = Date.UTC(1990, 0, 1);

/**
 * What a date of a source is worth: `past` (a clock or a zone may be wrong by a day), `ahead` of its time, or `none`: no date
 * at all, one before 1990, or one so far ahead that nobody can mean it.
 */
export function dateOutlook(date: Date, now: Date): 'past' | 'ahead' | 'none' {
  const time = date.getTime();
  const ahead = time - now.getTime();
  if (Number.isNaN(time) || time < EARLIEST || ahead > FAR_AHEAD_MS) return 'none';
  return ahead > DAY_MS ? 'ahead' : 'past';
}
