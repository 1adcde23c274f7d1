import type { ChartTable } from './chart-table';

/** Excel reads a file as UTF-8 only with this. */
const BOM = '\uFEFF';
const END = '\r\n';
/** A number as the page shows it: with a sign, groups of thousands, or a share in percent. */
const NUMBER = /^([+\u2212-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(\s?%)?$/;

/** A table as a CSV file (RFC 4180): numbers without groups and with a plain minus, and no text that a spreadsheet takes for a formula. */
export function chartCsv({ columns, rows }: ChartTable): string {
  return BOM + [columns, ...rows].map((cells) => cells.map(csvCell).join()).join(END) + END;
}

/** The same to be pasted into a spreadsheet. */
export function chartText({ columns, rows }: ChartTable): string {
  return [columns, ...rows]
    .map((cells) => cells.map((cell) => plain(cell).replaceAll(/\s/g, ' ')).join('\t'))
    .join('\n');
}

function csvCell(cell: string): string {
  const text = plain(cell);
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function plain(cell: string): string {
  const [, sign, whole, part = '', percent = ''] = NUMBER.exec(cell) ?? [];
  if (whole !== undefined)
    return `${sign && sign !== '+' ? '-' : ''}${whole.replaceAll(',', '')}${part}${percent.trim()}`;
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
