const CLOCK =
  /^(?:[上下]午|午[前後]|凌晨|早上|中午|晚上)?\s*\d{1,2}[:时時点.]\d{2}(?:[:分.]\d{2}(?:[.,]\d+)?)?秒?分?\s*(?:[ap]\.?\s?m\.?)?$/iu;
/** Part of a day as spreadsheets keep it. */
const FRACTION = /^0?[.,]\d+$/;
const SERIAL_DAY = /^\d{5}$/;

/** Whether a value is a time of day without a date. */
export const isClock = (value: string): boolean => CLOCK.test(value.trim()) || FRACTION.test(value.trim());

/** Whether a value is the hour of a day alone, as columns named so hold it. */
export const isHour = (value: string): boolean => /^(?:[01]?\d|2[0-3])$/.test(value.trim());

/** Whether a time tells more than its day. */
export function tellsClock(value: string): boolean {
  const text = value.trim();
  return (
    /\d[:时時点]\d/u.test(text) ||
    /\d\s*[ap]\.?m\b/i.test(text) ||
    /^\d{9,16}(?:\.\d+)?$/.test(text) ||
    /\s\d{1,2}\.\d{2}/.test(text) ||
    /^\d{5}[.,]\d/.test(text) ||
    /^\d{8}[T ]?\d{4}/.test(text) ||
    /\d\s*(?:时|時|点|分|h)/iu.test(text) ||
    /(?:ago|前|전)$/iu.test(text)
  );
}

/** One time of a day and a clock that stand in two columns. Where the day has a clock already, that one counts. */
export function joinDayAndClock(day: string, clock: string): string {
  const [date, time] = [day.trim(), isHour(clock) ? `${clock.trim()}:00` : clock.trim()];
  if (!date || !time || !isClock(time)) return date;
  // Spreadsheets write a mere day as midnight.
  const bare = date.replace(/[T ]00:00(?::00(?:\.0+)?)?Z?$/, '');
  if (tellsClock(bare)) return date;
  if (!FRACTION.test(time)) return `${bare} ${time}`;
  if (SERIAL_DAY.test(bare)) return `${bare}.${time.split(/[.,]/)[1] ?? '0'}`;
  const seconds = Math.round(Number(`0.${time.split(/[.,]/)[1] ?? '0'}`) * 86_400) % 86_400;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${bare} ${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}
