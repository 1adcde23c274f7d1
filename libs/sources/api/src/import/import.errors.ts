import { DomainError } from '@moodline/shared/http';
import type { ImportDoubt } from '@moodline/sources/contract';

/** A file without a single byte of content. */
export class EmptyFileError extends DomainError {
  constructor() {
    super('empty-file', 'The file is empty. Choose a CSV, TSV, JSON or JSON Lines file with one comment a row.');
  }
}

/** A workbook, an archive, a picture… */
export class BinaryFileError extends DomainError {
  constructor(readonly what: string) {
    super(
      'binary-file',
      `The file is ${what}, not a table in text form. Open it in the program that made it and save it as .xlsx or CSV (UTF-8), then import that.`,
      400,
      { what },
    );
  }
}

/** An archive, which may hold anything. */
export class ArchiveFileError extends DomainError {
  constructor(readonly what: string) {
    super('archive-file', `The file is ${what}. Unpack it and import the table, chat or JSON file in it.`, 400, {
      what,
    });
  }
}

/** A workbook that only opens with a password. */
export class LockedWorkbookError extends DomainError {
  constructor() {
    super(
      'locked-workbook',
      'The workbook is protected by a password. Open it in Excel, take the password off (File, Info, Protect Workbook), save it and import it again.',
    );
  }
}

/** A chat whose messages tell a clock at most. */
export class ChatWithoutDaysError extends DomainError {
  constructor() {
    super(
      'chat-without-days',
      'The lines of the file look like those of a chat, and they tell no day, which each comment needs. Export the chat with its dates, or save it as CSV with a column for the date.',
    );
  }
}

/** Text, but neither a table, nor a list of objects, nor a chat. */
export class NotATableError extends DomainError {
  constructor() {
    super(
      'not-a-table',
      'No comments were found in the file. It should be CSV or TSV with one comment a row, a JSON array of objects, JSON Lines, XML with a text and a time in each element, or a chat exported as text.',
    );
  }
}

/** A web page was saved instead of its data. */
export class WebPageError extends DomainError {
  constructor() {
    super(
      'web-page',
      'The file is a web page and not the data behind it. Look for "Export" or "Download CSV" on that page, and import what it gives.',
    );
  }
}

/** A feed: it is not imported once but read again and again. */
export class FeedFileError extends DomainError {
  constructor() {
    super(
      'feed-file',
      'The file is a feed (RSS or Atom). Feeds are added as a source by their address: then what is new is read by itself.',
    );
  }
}

/** Mails, each with its own encoding and attachments: programs that keep them export tables. */
export class MailboxError extends DomainError {
  constructor() {
    super(
      'mailbox-file',
      'The file holds e-mails. Export them from the mail program or the help desk as CSV, with a column for the text and one for the date, and import that.',
    );
  }
}

/** A header without rows. */
export class NoRowsError extends DomainError {
  constructor(columns: readonly string[]) {
    super(
      'no-rows',
      columns.length
        ? `The file has a header (${columns.slice(0, 20).join(', ')}) and no rows below it.`
        : 'The list in the file is empty.',
      400,
      { columns },
    );
  }
}

/** Unpacked, the file would be larger than is read. */
export class UnpackedTooLargeError extends DomainError {
  /** @param limit in bytes */
  constructor(limit: number) {
    super(
      'unpacked-too-large',
      `Unpacked, the file is larger than ${Math.round(limit / 1e6)} MB. Unpack it and import it in parts, as CSV.`,
      400,
      { limit },
    );
  }
}

/** A sheet or list that is not in the file. */
export class UnknownPartError extends DomainError {
  constructor(part: string, parts: readonly string[]) {
    super('unknown-part', `There is no "${part}" in the file. There are: ${parts.join(', ')}.`, 400, { parts });
  }
}

/** There were doubts, and the import was to stop at them. Nothing was stored. */
export class ImportDoubtsError extends DomainError {
  constructor(doubts: readonly ImportDoubt[]) {
    super(
      'import-doubts',
      `Nothing was imported yet, because not all is clear: ${doubts.map(({ message }) => message).join(' ')}`,
      409,
      { doubts },
    );
  }
}

/** What the error of a column that was not found knows of the others. */
export interface MissingColumn {
  readonly columns: readonly string[];
  /** The column that fits best, where one comes near; it is proposed and not taken. */
  readonly nearest: string | null;
}

const proposal = (field: string, { columns, nearest }: MissingColumn) =>
  `Say which one does, for example ${field} = ${nearest ?? '(name of the column)'}. Columns: ${columns.join(', ')}`;

/** Nothing in the file looks like what people wrote. */
export class NoTextColumnError extends DomainError {
  constructor(missing: MissingColumn) {
    super('no-text-column', `No column holds the text of the comments. ${proposal('text', missing)}`, 400, missing);
  }
}

/** Comments need a time: every number in Moodline is one over time. */
export class NoTimeColumnError extends DomainError {
  constructor(missing: MissingColumn) {
    super(
      'no-time-column',
      `No column holds the time of the comments, and each comment needs one. ${proposal('publishedAt', missing)}`,
      400,
      missing,
    );
  }
}

/** The mapping names a column the file does not have. */
export class UnknownColumnError extends DomainError {
  constructor(column: string, columns: readonly string[]) {
    super('unknown-column', `The file has no column "${column}". Columns: ${columns.join(', ')}`, 400, { columns });
  }
}

/** A zone name nobody knows. */
export class UnknownTimeZoneError extends DomainError {
  constructor(timeZone: string) {
    super('unknown-time-zone', `There is no time zone "${timeZone}". Use a name like Asia/Shanghai or Europe/London.`);
  }
}

/** The body was taken by a parser before the import could stream it. */
export class BodyTakenError extends DomainError {
  constructor() {
    super('wrong-content-type', 'Send the file as it is, with Content-Type: application/octet-stream.', 415);
  }
}

/** The name belongs to the demo, which is removed as a whole. */
export class DemoSourceError extends DomainError {
  constructor(name: string) {
    super(
      'demo-source',
      `"${name}" belongs to the demo and would be removed with it. Choose another source name, or remove the demo first.`,
      409,
    );
  }
}

/** Whoever imports went away, or stopped the import, while it was being stored. */
export class ImportStoppedError extends DomainError {
  constructor() {
    super('upload-cut-off', 'The import was stopped before the file was through.');
  }
}

/** The client went away before the whole file had arrived. */
export class UploadCutOffError extends DomainError {
  constructor() {
    super(
      'upload-cut-off',
      'The upload stopped before the file was through. Nothing is stored before the whole file has arrived; import it again.',
    );
  }
}
