import type { Words } from '@moodline/sources/contract';

type InterfaceLanguage = keyof Words;

type Field = { readonly every: number } | { readonly values: readonly number[]; readonly range: boolean } | 'any';

const DAYS = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
} as const;
const DAY_CODES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** More clock times than these are no sentence any more. */
const MOST_TIMES = 6;

/** A cron expression of five fields as a sentence; null for one that takes more than a sentence. */
export function scheduleWords(expression: string, language: InterfaceLanguage): string | null {
  const parts = expression.trim().toLowerCase().split(/\s+/);
  if (parts.length !== 5) return null;
  const [minute, hour, date, month, day] = parts.map(fieldOf);
  if (!minute || !hour || !date || !day || month !== 'any') return null;
  const when = timeWords(minute, hour, language);
  const days = dayWords(date, day, language);
  if (!when || !days) return null;
  return language === 'zh' ? `${days}${when}` : `${days}, ${when}`;
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

function timeWords(minute: Field, hour: Field, language: InterfaceLanguage): string | null {
  const zh = language === 'zh';
  if (minute !== 'any' && 'every' in minute)
    return hour === 'any' ? (zh ? `每 ${minute.every} 分钟` : `every ${minute.every} minutes`) : null;
  if (minute === 'any' || minute.values.length !== 1) return null;
  const [past = 0] = minute.values;
  const clock = (at: number) => `${at}:${String(past).padStart(2, '0')}`;
  const minutes = String(past).padStart(2, '0');
  if (hour === 'any') return zh ? `每小时的 ${minutes} 分` : `every hour at ${minutes} past`;
  if ('every' in hour)
    return zh ? `每 ${hour.every} 小时（${minutes} 分）` : `every ${hour.every} hours at ${minutes} past`;
  const times = hour.values.map(clock);
  if (hour.range) {
    const [first = '', last = ''] = [times[0], times.at(-1)];
    return zh ? `${first} 至 ${last} 每小时一次` : `hourly from ${first} to ${last}`;
  }
  if (times.length > MOST_TIMES) return null;
  return zh ? times.join('、') : `at ${new Intl.ListFormat('en').format(times)}`;
}

function dayWords(date: Field, day: Field, language: InterfaceLanguage): string | null {
  const zh = language === 'zh';
  if (day === 'any') {
    if (date === 'any') return zh ? '每天 ' : 'Every day';
    if ('every' in date) return zh ? `每 ${date.every} 天 ` : `Every ${date.every} days`;
    if (date.range) return null;
    return zh
      ? `每月 ${date.values.join('、')} 日 `
      : `On day ${new Intl.ListFormat('en').format(date.values.map(String))} of the month`;
  }
  if (date !== 'any' || 'every' in day) return null;
  const names = day.values.map((value) => DAYS[language][value % 7] ?? '');
  if (day.range) return zh ? `${names[0]}至${names.at(-1)} ` : `${names[0]} to ${names.at(-1)}`;
  return zh ? `${names.join('、')} ` : new Intl.ListFormat('en').format(names);
}
