import type { AuditEvent, AuditExportQuery } from '@moodline/accounts/contract';
import { csvCell } from '@moodline/shared/contract';

const COLUMNS = [
  'at',
  'who',
  'by',
  'address',
  'action',
  'object',
  'details',
] as const satisfies readonly (keyof AuditEvent)[];
/** Excel reads a file as UTF-8 only with this. */
const BOM = '\uFEFF';

/** The events as lines of a file: a table, or JSON a line. */
export async function* auditLines(
  events: AsyncIterable<AuditEvent>,
  format: AuditExportQuery['format'],
): AsyncGenerator<string> {
  if (format === 'csv') yield `${BOM}${COLUMNS.join()}\r\n`;
  for await (const event of events)
    yield format === 'csv'
      ? `${COLUMNS.map((column) => csvCell(cellOf(event[column]))).join()}\r\n`
      : `${JSON.stringify(event)}\n`;
}

const cellOf = (value: AuditEvent[keyof AuditEvent]) => (typeof value === 'object' ? JSON.stringify(value) : value);
