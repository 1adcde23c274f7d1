import { Formats, noon, type UiLanguage } from '@moodline/shared/i18n';

/** A number that the server has put into words, such as `51%` or `+12`. */
const NUMBER = /^[+\-\u2212]?\d[\d.,]*\s?%?$/;
const PERIOD = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

/** Whether a cell holds a number, in whatever form. */
export const isNumber = (cell: string | number | null): boolean => NUMBER.test(String(cell));

/** A cell as people read it: numbers with a minus sign, periods as days, a dash where nothing is. */
export function cellWords(cell: string | number | null, language: UiLanguage): string {
  if (cell === null) return '–';
  // Days of the calendar have no zone: they are written in the one in which their noon is noon.
  const formats = new Formats(language, 'UTC');
  if (typeof cell === 'number') return formats.number(cell, 1);
  const [, from, to] = PERIOD.exec(cell) ?? [];
  if (from && to) return formats.days(noon(from), noon(to));
  return isNumber(cell) ? cell.replace('-', '\u2212') : cell;
}
