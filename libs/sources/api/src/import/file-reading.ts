import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeOffGuard, unguardFormula } from '@moodline/shared/contract';
import type { ColumnMapping, DayOrderName, ExportTemplateName, ImportField } from '@moodline/sources/contract';
import type { RowPlan } from '../incoming/comment-row';
import { DayPlaces } from '../incoming/day-places';
import { starReader } from '../incoming/stars';
import { zoneOfColumn } from '../incoming/column-zone';
import { timeReader, type TimeReader } from '../incoming/time-formats';
import { recogniseColumns, zoneOf, type Recognition, type RecognisedColumn, type Table } from './column-recognition';
import type { Encoding } from './encoding';
import { mappingOf, templateOf } from './export-templates';
import type { FileFormat } from './file-format';
import { isBad, type FileRecord } from './file-record';
import { openSheet, openText, type FileSource } from './file-source';
import { FileSurvey, type SurveyResult } from './file-survey';
import { NoTextColumnError, NoTimeColumnError, NotATableError, UnknownPartError } from './import.errors';
import { nearestColumn } from './nearest-column';
import type { StoredFile } from './stored-file';
import { TimeSlices } from './time-slices';
import { unpack } from './unpacking';
import { zoneNamed } from './zone-column';
import type { Sheet } from './workbook';

/** Of so many zones readers are kept. */
const MOST_ZONES = 100;
/** Rows of the sample that decide what the columns hold. */
const SAMPLE_ROWS = 1_000;

export interface ReadingOptions {
  readonly mapping: ColumnMapping;
  /** What was saved for files with these columns; null for nothing. */
  readonly savedFor?: (columns: readonly string[]) => Promise<ColumnMapping | null>;
  /** Zone of times without one. */
  readonly timeZone: string;
  readonly now: Date;
  /** When the file was made; null or missing where nobody knows. */
  readonly asOf?: Date | null;
  /** A person said when that was. */
  readonly asOfIsSure?: boolean;
  readonly dayOrder?: DayOrderName;
  /** Sheet or list to read. */
  readonly part?: string;
}

/** A file whose structure is known and whose rows can be read. */
export interface FileReading {
  readonly format: FileFormat;
  readonly columns: readonly string[];
  readonly recognised: readonly RecognisedColumn[];
  readonly recognition: Recognition;
  readonly survey: SurveyResult;
  /** The survey is that of all rows, not of the first ones only. */
  readonly isSurveyed: boolean;
  /** Whether a saved mapping was used. */
  readonly saved: boolean;
  readonly template: ExportTemplateName | null;
  readonly plan: RowPlan;
  readonly options: ReadingOptions;
  /** Final after the last row. */
  encoding(): Encoding;
  rows(): AsyncGenerator<FileRecord[]>;
  /** To add all rows to, for {@link surveyed}. */
  newSurvey(): FileSurvey;
  /** The same file read by what a survey of all rows found. It reads from the beginning. */
  surveyed(survey: SurveyResult): FileReading;
  /** Removes what was unpacked for the reading. */
  close(): Promise<void>;
}

/**
 * Finds out how to read a file: its structure from its beginning, and what only all rows tell (ids, the order of days) by going
 * through it once. Only the beginning is held in memory. The reading has to be closed.
 * @throws EmptyFileError, BinaryFileError, NotATableError, NoRowsError, NoTextColumnError, NoTimeColumnError, UnknownColumnError
 */
export async function openFile(file: StoredFile, options: ReadingOptions): Promise<FileReading> {
  const reading = await openBeginning(file, options);
  if (reading.isSurveyed) return reading;
  try {
    return reading.surveyed(await surveyOf(reading));
  } catch (error) {
    await reading.close();
    throw error;
  }
}

/** As {@link openFile}, by its beginning alone: what all rows tell may still be otherwise. */
export async function openBeginning(file: StoredFile, options: ReadingOptions): Promise<FileReading> {
  const folder = new WorkFolder();
  const close = () => folder.remove();
  try {
    const unpacked = await unpack(file, () => folder.path());
    const clock = { ...options, timeZone: options.timeZone };
    const source =
      unpacked.kind === 'text'
        ? await openText(unpacked.file, { clock, part: options.part })
        : await openWorkbook(unpacked.sheets, options);
    return await understand(source, options, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/** The sheet that was asked for, or the first one with text and time. */
async function openWorkbook(sheets: readonly Sheet[], options: ReadingOptions): Promise<FileSource> {
  const names = sheets.map(({ name }) => name);
  const wanted = options.part === undefined ? sheets : sheets.filter(({ name }) => name === options.part);
  if (!wanted.length) throw new UnknownPartError(options.part ?? '', names);
  let failure: unknown = new NotATableError();
  let first: FileSource | null = null;
  for (const sheet of wanted) {
    const parts = names.length > 1 ? [sheet.name, ...names.filter((name) => name !== sheet.name)] : [];
    const source = await openSheet(sheet, parts).catch((error: unknown) => void (failure = first ? failure : error));
    if (!source) continue;
    const { text, time } = recogniseColumns(tableOf(source), {}, options);
    if (text && time) return source;
    first ??= source;
  }
  if (first) return first;
  throw failure;
}

function tableOf({ format, sample }: FileSource): Table {
  const rows = sample.slice(0, SAMPLE_ROWS).flatMap((record) => (isBad(record) ? [] : [record.values]));
  return { columns: format.columns, rows, named: format.named };
}

async function understand(source: FileSource, options: ReadingOptions, close: () => Promise<void>) {
  const table = tableOf(source);
  const { columns, rows } = table;
  const template = source.format.named ? templateOf(columns) : null;
  const saved = (await options.savedFor?.(columns)) ?? null;
  const known = saved ?? (template && mappingOf(template, columns));
  const recognition = recogniseColumns(table, { ...known, ...options.mapping }, options);
  // What was not chosen for this import was known before.
  const recognised = recognition.columns.map((entry) =>
    entry.why === 'chosen' && options.mapping[entry.field] === undefined
      ? { ...entry, why: saved ? ('saved' as const) : ('template' as const) }
      : entry,
  );
  const column = new Map(recognised.map((entry) => [entry.field, entry.column]));
  const timeColumn = column.get('publishedAt');
  if (!column.has('text')) throw new NoTextColumnError({ columns, nearest: nearestColumn(recognition, 'text') });
  if (timeColumn === undefined)
    throw new NoTimeColumnError({ columns, nearest: nearestColumn(recognition, 'publishedAt') });
  const facts = { columns, recognised, recognition, options, saved: saved !== null, template: template?.name ?? null };
  const newSurvey = () => new FileSurvey(column, options.now);
  const unguard = unguardOf(source.format, template?.name ?? null);
  const { companions, writer, gone, zone } = recognition;
  const also = {
    unguard,
    companions: companions.length ? inOrder([...companions, column.get('text') ?? ''], columns) : [],
    writer,
    gone,
  };
  const plan = (survey: SurveyResult) => ({ ...planOf({ column, rows, options, timeColumn, zone }, survey), ...also });
  const reading = (survey: SurveyResult, isSurveyed: boolean): FileReading => ({
    ...facts,
    format: source.format,
    encoding: source.encoding,
    rows: source.rows,
    ...{ survey, isSurveyed, newSurvey, close },
    plan: plan(survey),
    surveyed: (whole) => reading(whole, true),
  });
  const first = newSurvey();
  for (const record of source.sample) if (!isBad(record)) first.add(record);
  return reading(first.result(), source.whole);
}

const inOrder = (some: readonly string[], all: readonly string[]) => all.filter((column) => some.includes(column));

/** Formulas are kept from spreadsheets in tables of text alone: in JSON and in workbooks an apostrophe is one. */
function unguardOf({ format }: FileFormat, template: ExportTemplateName | null): RowPlan['unguard'] {
  if (format !== 'csv') return undefined;
  return template === 'moodline' ? unguardFormula : takeOffGuard;
}

interface Understood {
  readonly column: ReadonlyMap<ImportField, string>;
  readonly timeColumn: string;
  /** The column that names zones. */
  readonly zone: string | null;
  readonly rows: Table['rows'];
  readonly options: ReadingOptions;
}

function planOf({ column, timeColumn, zone, rows, options }: Understood, survey: SurveyResult): RowPlan {
  const values = (name: string | undefined) => rows.map((row) => row.get(name ?? '') ?? '');
  const hints = { order: options.dayOrder ?? survey.order.order, asOf: options.asOf };
  const sample = values(timeColumn);
  const readerIn = (timeZone: string) => timeReader(sample, timeZone, options.now, hints);
  const readTime = readerIn(zoneOf(timeColumn, options.timeZone));
  // A zone in the name of the column is that of all its times.
  const zones =
    zone && !zoneOfColumn(timeColumn) ? { column: zone, readerIn: zoneReaders(readerIn, readTime) } : undefined;
  const readStars = column.has('stars')
    ? starReader(values(column.get('stars')), highestMark(rows, column.get('stars')))
    : null;
  // Whoever chose the column of ids knows what they are.
  const trustsIds = options.mapping.externalId !== undefined || survey.ids !== 'ids-repeat';
  return { column, readTime, readStars, trustsIds, places: new DayPlaces(), ...(zones && { zones }) };
}

/** What guests of hotels are asked for besides, on the scale of the whole. */
const ASPECTS = /^(?:staff|cleanliness|comfort|facilities|location|value for money|free wi-?fi)$/iu;
const MOST_MARK = 10;

/** The highest mark in the columns of aspects beside that of the stars: where all stars are low, those tell the scale. */
function highestMark(rows: Table['rows'], stars: string | undefined): number {
  const marks = rows.flatMap((row) =>
    [...row].flatMap(([column, value]) => (column !== stars && ASPECTS.test(column) ? Number(value) : [])),
  );
  const highest = Math.max(0, ...marks.filter((mark) => mark <= MOST_MARK));
  return marks.length ? highest : 0;
}

/** Readers of times by what a row says of its zone. A value that names none leaves the zone of the import. */
function zoneReaders(readerIn: (zone: string) => TimeReader, usual: TimeReader): (value: string) => TimeReader {
  const known = new Map<string, TimeReader>();
  return (value) => {
    const reader = known.get(value) ?? (zoneNamed(value) ? readerIn(zoneNamed(value) ?? '') : usual);
    if (known.size < MOST_ZONES) known.set(value, reader);
    return reader;
  };
}

async function surveyOf(reading: FileReading): Promise<SurveyResult> {
  const survey = reading.newSurvey();
  const slices = new TimeSlices();
  for await (const records of reading.rows()) {
    for (const record of records) {
      if (!isBad(record)) survey.add(record);
      if (slices.due) await slices.pause();
    }
    await slices.pause();
  }
  return survey.result();
}

/** Whether rows that were read by one survey are read the same by the other. */
export const readsTheSame = (one: SurveyResult, other: SurveyResult): boolean =>
  one.order.order === other.order.order && (one.ids === 'ids-repeat') === (other.ids === 'ids-repeat');

/** A folder for what is unpacked, made when it is needed. */
class WorkFolder {
  private made: Promise<string> | null = null;

  path(): Promise<string> {
    return (this.made ??= mkdtemp(join(tmpdir(), 'moodline-import-')));
  }

  async remove(): Promise<void> {
    if (this.made) await rm(await this.made, { recursive: true, force: true });
  }
}
