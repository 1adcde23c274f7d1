import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { EXPORT_COLUMNS, exportedCell, type ExportedComment } from '@moodline/comments/contract';
import { stream } from 'exceljs';

/** Rows and characters that Excel has room for. */
const ROWS_OF_A_SHEET = 1_048_576;
const LONGEST_CELL = 32_767;
/** Rows after which the rest of the process gets its turn, and the reader the time to take what is written. */
const BREATH = 200;
const WIDTHS: Partial<Record<keyof ExportedComment, number>> = { text: 80, source: 18, link: 30, published_at: 24 };
/** What XML cannot hold. */
const NOT_IN_XML =
  /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

/** Writes comments as a workbook, row by row: memory does not grow with their number. Beyond a sheet's rows another sheet begins. */
export async function writeWorkbook(
  comments: AsyncIterable<ExportedComment>,
  target: Writable,
  written: (count: number) => void,
): Promise<void> {
  const workbook = new stream.xlsx.WorkbookWriter({ stream: target, useStyles: false, useSharedStrings: false });
  let sheet: ReturnType<typeof workbook.addWorksheet> | null = null;
  let count = 0;
  let sheets = 0;
  for await (const comment of comments) {
    if (!sheet || count % (ROWS_OF_A_SHEET - 1) === 0) {
      sheet?.commit();
      sheet = newSheet(workbook, (sheets += 1));
    }
    sheet.addRow(EXPORT_COLUMNS.map((column) => cell(comment[column]))).commit();
    written((count += 1));
    if (count % BREATH === 0) await breath(target);
  }
  (sheet ?? newSheet(workbook, 1)).commit();
  await workbook.commit();
}

function newSheet(workbook: InstanceType<typeof stream.xlsx.WorkbookWriter>, number: number) {
  const name = number === 1 ? 'Comments' : `Comments ${number}`;
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = EXPORT_COLUMNS.map((column) => ({ header: column, width: WIDTHS[column] ?? 12 }));
  return sheet;
}

/** Texts are texts: nothing that is typed as one is ever a formula. */
function cell(given: ExportedComment[keyof ExportedComment]): string | number | boolean | null {
  const value = exportedCell(given);
  if (typeof value !== 'string') return value;
  const text = value.replace(NOT_IN_XML, '');
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
}

async function breath(target: Writable): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (target.writableNeedDrain) await Promise.race([once(target, 'drain'), once(target, 'close')]);
  if (target.destroyed) throw new Error('The reader of the export went away.');
}
