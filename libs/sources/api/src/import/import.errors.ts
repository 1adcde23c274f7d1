import { DomainError } from '@moodline/shared/http';

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
      `The file is ${what}, not a table in text form. Open it in the program that made it and save it as CSV (UTF-8), then import that.`,
      400,
      { what },
    );
  }
}

/** Text, but neither a table nor a list of objects. */
export class NotATableError extends DomainError {
  constructor() {
    super(
      'not-a-table',
      'No table was found in the file. It should be CSV or TSV with one comment a row, a JSON array of objects, or JSON Lines.',
    );
  }
}

/** Nothing in the file looks like what people wrote. */
export class NoTextColumnError extends DomainError {
  constructor(columns: readonly string[]) {
    super(
      'no-text-column',
      `No column holds the text of the comments. Say which one does, for example mapping={"text":"${columns[0] ?? 'content'}"}. Columns: ${columns.join(', ')}`,
      400,
      { columns },
    );
  }
}

/** Comments need a time: every number in Moodline is one over time. */
export class NoTimeColumnError extends DomainError {
  constructor(columns: readonly string[]) {
    super(
      'no-time-column',
      `No column holds the time of the comments, and each comment needs one. Say which column does, for example mapping={"publishedAt":"${columns[0] ?? 'date'}"}. Columns: ${columns.join(', ')}`,
      400,
      { columns },
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

/** The client went away before the file was through. */
export class UploadCutOffError extends DomainError {
  constructor() {
    super(
      'upload-cut-off',
      'The upload stopped before the file was through. What was stored by then is kept; import the file again to bring the rest.',
    );
  }
}
