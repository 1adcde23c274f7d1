import { guardFormula } from '@moodline/comments/contract';
import { tablesOf, type Cell, type ReportDocument } from '../document/report-document';

/** Excel reads a file as UTF-8 only with this. */
const BOM = '\uFEFF';
const END = '\r\n';

/** Every table of a report, one below the other with an empty line between, each with its name above (RFC 4180). */
export function tablesAsCsv(report: ReportDocument): string {
  const tables = tablesOf(report).map(({ caption, columns, rows }) =>
    [
      csvCell({ text: caption }),
      columns.map(({ title }) => csvCell({ text: title })).join(),
      ...rows.map((cells) => cells.map(csvCell).join()),
    ].join(END),
  );
  return BOM + tables.join(END + END) + END;
}

/** Numbers are numbers, whatever their sign; no text is taken for a formula. */
function csvCell({ text, value }: Cell): string {
  if (value !== undefined) return value === null ? '' : String(value);
  const guarded = guardFormula(text);
  return /[",\r\n]|^\s|\s$/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
