import { Workbook } from 'exceljs';
import { tablesOf, type ReportDocument } from '../document/report-document';

/** Longest name of a sheet that Excel opens. */
const NAME_SIGNS = 31;

/** Every table of a report as a sheet of its own. Cells hold texts and numbers, never formulas. */
export async function tablesAsWorkbook(report: ReportDocument): Promise<Buffer> {
  const book = new Workbook();
  book.title = report.title;
  book.created = new Date(report.madeAt);
  const tables = tablesOf(report);
  if (!tables.length) book.addWorksheet(sheetName(report.kindOfReport));
  for (const { caption, columns, rows } of tables) {
    const sheet = book.addWorksheet(freeName(sheetName(caption), book), { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(({ numeric }) => ({ width: numeric ? 14 : 32 }));
    sheet.addRow(columns.map(({ title }) => title)).font = { bold: true };
    for (const cells of rows) sheet.addRow(cells.map(({ text, value }) => (value === undefined ? text : value)));
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

const sheetName = (caption: string): string =>
  caption
    .replaceAll(/[*?:\\/[\]]|^'+|'+$/g, ' ')
    .slice(0, NAME_SIGNS)
    .trim();

/** The name, or with a number behind it where another sheet has it: Excel opens no file with two of a name. */
function freeName(name: string, book: Workbook): string {
  const taken = new Set(book.worksheets.map((sheet) => sheet.name.toLowerCase()));
  for (let number = 1; ; number++) {
    const end = number > 1 ? ` ${number}` : '';
    const free = name.slice(0, NAME_SIGNS - end.length) + end;
    if (free.trim() && !taken.has(free.toLowerCase())) return free;
  }
}
