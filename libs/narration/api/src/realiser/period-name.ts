import type { FactPeriod, NarrationLanguage } from '@moodline/narration/contract';
import { formatsOf, isOneDay, isOverYears, isSameMonth, isWholeMonth } from './formats';

const TO: Readonly<Record<NarrationLanguage, string>> = { en: '–', zh: '–', ja: '〜' };

/**
 * Days as the head of a row: "26 October – 8 November", 11月1日–15日; a whole month by its name.
 * @param year the year that goes without saying; by default that of who reads it
 */
export function periodName(period: FactPeriod, language: NarrationLanguage, year = new Date().getFullYear()): string {
  const f = formatsOf(language, year);
  if (isOneDay(period)) return f.day(period.from);
  if (isWholeMonth(period)) return f.month(period.from);
  if (!isSameMonth(period)) {
    const space = language === 'en' ? ' ' : '';
    const [from, to] = [period.from, period.to].map((day) => f.day(day, isOverYears(period)));
    return `${from}${space}${TO[language]}${space}${to}`;
  }
  const [first, last] = [Number(period.from.slice(8)), Number(period.to.slice(8))];
  return language === 'en' ? `${first}${TO.en}${f.day(period.to)}` : `${f.day(period.from)}${TO[language]}${last}日`;
}
