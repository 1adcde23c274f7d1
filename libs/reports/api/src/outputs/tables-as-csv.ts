import { csvCell } from '@moodline/shared/contract';
import { tablesOf, type Cell, type ReportDocument } from '../document/report-document';

/** Excel reads a file as UTF-8 only with this. */
const BOM = '\uFEFF';
const END = '\r\n';

/** Every table of a report, one below the other with an empty line between, each with its name above (RFC 4180). */
export function tablesAsCsv(report: ReportDocument): string {
  const tables = tablesOf(report).map(({ caption, columns, rows }) =>
    [
      csvCell(caption),
      columns.map(({ title }) => csvCell(title)).join(),
      ...rows.map((cells) => cells.map(cell).join()),
    ].join(END),
  );
  return BOM + tables.join(END + END) + END;
}

/** The number of a cell, where it has one. */
const cell = ({ text, value }: Cell): string => csvCell(value === undefined ? text : value);
