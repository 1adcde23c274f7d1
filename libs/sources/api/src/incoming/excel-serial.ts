import type { InstantOf } from './time-text';

const SERIAL = /^\d{5}(?:[.,]\d+)?$/;
/** 1 January 1990 and the end of 2099, in days as Excel counts them. */
const FIRST = 32_874;
const LAST = 73_050;
const SECONDS_A_DAY = 86_400;
/** Day 0 of Excel; that it takes 1900 for a leap year does not matter after February of that year. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

const number = (value: string) => Number(value.replace(',', '.'));
const isSerial = (value: string) => SERIAL.test(value) && number(value) >= FIRST && number(value) <= LAST;

/** Whether most values of a column are days as Excel counts them: `46080.48321` is 27 February 2026, 11:35. */
export function areSerials(sample: readonly string[]): boolean {
  const filled = sample.map((value) => value.trim()).filter(Boolean);
  return filled.length > 0 && filled.filter(isSerial).length / filled.length > 0.5;
}

/** The instant of a day as Excel counts it, to the second; null for anything else. */
export function serialInstant(value: string, instantOf: InstantOf): number | null {
  if (!isSerial(value)) return null;
  const seconds = Math.round(number(value) * SECONDS_A_DAY);
  const wall = new Date(DAY_ZERO + seconds * 1000);
  return instantOf({
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    millisecond: 0,
    zone: null,
  });
}
