import { EXPORT_COLUMNS, exportedCell, guardFormula, type ExportedComment } from '@moodline/comments/contract';

/** Excel reads a file as UTF-8 only with this. */
const BOM = '\uFEFF';
const END = '\r\n';

/** The first line of a table. */
export const csvHead = (): string => `${BOM}${EXPORT_COLUMNS.join()}${END}`;

/** A comment as a row of RFC 4180. What a spreadsheet would take for a formula is text in it. */
export const csvLine = (comment: ExportedComment): string =>
  `${EXPORT_COLUMNS.map((column) => csvCell(comment[column])).join()}${END}`;

/** Numbers are numbers, whatever their sign. */
function csvCell(given: ExportedComment[keyof ExportedComment]): string {
  const value = exportedCell(given);
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = guardFormula(value);
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
