import { guardFormula } from './formula-guard';

/**
 * A value as a cell of RFC 4180. Numbers are numbers, whatever their sign; a text that a spreadsheet would take for a formula is text
 * in it.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = guardFormula(value);
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
