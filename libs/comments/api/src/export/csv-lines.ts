import { EXPORT_COLUMNS, exportedCell, type ExportedComment } from '@moodline/comments/contract';
import { csvCell } from '@moodline/shared/contract';

/** Excel reads a file as UTF-8 only with this. */
const BOM = '\uFEFF';
const END = '\r\n';

/** The first line of a table. */
export const csvHead = (): string => `${BOM}${EXPORT_COLUMNS.join()}${END}`;

/** A comment as a row. */
export const csvLine = (comment: ExportedComment): string =>
  `${EXPORT_COLUMNS.map((column) => csvCell(exportedCell(comment[column]))).join()}${END}`;
