import type { UiLanguage } from '@moodline/shared/i18n';
import { SCHEDULE_WORDINGS, type ScheduleWording } from './schedule-wordings';

type Field = { readonly every: number } | { readonly values: readonly number[]; readonly range: boolean } | 'any';

const DAY_CODES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** More clock times than these are no sentence any more. */
const MOST_TIMES = 6;

/** A cron expression of five fields as a sentence; null for one that takes more than a sentence. */
export function scheduleWords(expression: string, language: UiLanguage): string | null {
  const parts = expression.trim().toLowerCase().split(/\s+/);
  if (parts.length !== 5) return null;
  const [minute, hour, date, month, day] = parts.map(fieldOf);
  if (!minute || !hour || !date || !day || month !== 'any') return null;
  const wording = SCHEDULE_WORDINGS[language];
  const times = timeWords(minute, hour, wording);
  const days = dayWords(date, day, wording);
  return times && days ? wording.sentence(days, times) : null;
}

function fieldOf(text: string): Field | null {
  if (text === '*') return 'any';
  const step = /^\*\/(\d{1,2})$/.exec(text);
  if (step) return { every: Number(step[1]) };
  const range = /^(\w{1,3})-(\w{1,3})$/.exec(text);
  if (range) {
    const [from, to] = [numberOf(range[1] ?? ''), numberOf(range[2] ?? '')];
    if (from === null || to === null || to < from) return null;
    return { values: Array.from({ length: to - from + 1 }, (_, index) => from + index), range: to - from > 1 };
  }
  const values = text.split(',').map(numberOf);
  return values.some((value) => value === null) ? null : { values: values as number[], range: false };
}

function numberOf(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  return DAY_CODES.includes(text) ? DAY_CODES.indexOf(text) : null;
}

function timeWords(minute: Field, hour: Field, wording: ScheduleWording): string | null {
  if (minute !== 'any' && 'every' in minute) return hour === 'any' ? wording.everyMinutes(minute.every) : null;
  if (minute === 'any' || minute.values.length !== 1) return null;
  const past = String(minute.values[0]).padStart(2, '0');
  if (hour === 'any') return wording.everyHour(past);
  if ('every' in hour) return wording.everyHours(hour.every, past);
  const times = hour.values.map((at) => `${at}:${past}`);
  if (hour.range) return wording.hourly(times[0] ?? '', times.at(-1) ?? '');
  return times.length > MOST_TIMES ? null : wording.at(times);
}

function dayWords(date: Field, day: Field, wording: ScheduleWording): string | null {
  if (day === 'any') {
    if (date === 'any') return wording.everyDay;
    if ('every' in date) return wording.everyDays(date.every);
    return date.range ? null : wording.ofMonth(date.values.map(String));
  }
  if (date !== 'any' || 'every' in day) return null;
  const names = day.values.map((value) => wording.days[value % 7] ?? '');
  return day.range ? wording.dayRange(names[0] ?? '', names.at(-1) ?? '') : wording.dayList(names);
}
