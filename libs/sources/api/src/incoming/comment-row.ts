import { hash } from 'node:crypto';
import { detectLanguage, languageOfTag, type IncomingComment } from '@moodline/comments/api';
import type { ImportField } from '@moodline/sources/contract';
import { BROKEN } from '../import/encoding';
import { isBad, type FileRecord, type ReadRecord } from '../import/file-record';
import { decodeEntities } from './html-entities';
import type { RejectReason } from './reject-reason';
import { joinedSegments } from '../import/text-segments';
import { isTime, type TimeReader } from './time-formats';

/** Which column holds which field, and how its times are read. */
export interface RowPlan {
  readonly column: ReadonlyMap<ImportField, string>;
  readonly readTime: TimeReader;
}

/** A row that became a comment. `source` is set when a column names it. */
export interface GoodRow {
  readonly line: number;
  readonly comment: IncomingComment;
  readonly source: string | null;
}

export type CommentRow = GoodRow | { readonly line: number; readonly problem: RejectReason };

const MAX_TEXT_BYTES = 200_000;
/** Longer ids are hashed: an index entry has to fit on a page of the database. */
const MAX_ID_LENGTH = 200;

/** Turns one row of a file into a comment, or says why it cannot be one. */
export function readCommentRow(record: FileRecord, plan: RowPlan): CommentRow {
  const { line } = record;
  if (isBad(record)) return record;
  const value = (field: ImportField) => valueOf(record, plan, field);
  const text = joinedSegments(value('text'));
  const problem = textProblem(text);
  const time = plan.readTime(value('publishedAt'));
  if (problem || !isTime(time)) return { line, problem: shortRow(record) ?? problem ?? (time as RejectReason) };
  const author = value('author') || null;
  const comment: IncomingComment = {
    externalId: externalId(value('externalId'), { text, time, author }),
    // Exports of sites often carry the text as it stood in the page.
    text: decodeEntities(text),
    publishedAt: time,
    author,
    engagement: readCount(value('engagement')),
    permalink: value('permalink') || null,
    parentId: readParent(value('parentId')),
    language: languageOfTag(value('language')) ?? detectLanguage(text),
  };
  return { line, comment, source: value('source').slice(0, 80) || null };
}

/** A comment that answers no other one names the parent 0 in some exports. */
function readParent(value: string): string | null {
  return value && value !== '0' ? boundedId(value) : null;
}

/** Numbers as sites show them: `1,234`, `1.2万`, `3k`. Anything else counts as 0. */
export function readCount(value: string): number {
  const [, digits, unit = ''] =
    /^(\d[\d,]*(?:\.\d+)?)\s*(万|萬|w|亿|億|千|k|m)?\+?$/iu.exec(value.normalize('NFKC').trim()) ?? [];
  if (!digits) return 0;
  const factors: Readonly<Record<string, number>> = {
    万: 1e4,
    萬: 1e4,
    w: 1e4,
    亿: 1e8,
    億: 1e8,
    千: 1e3,
    k: 1e3,
    m: 1e6,
  };
  return Math.round(Number(digits.replaceAll(',', '')) * (factors[unit.toLowerCase()] ?? 1));
}

/** The id of a comment whose source gives it none: the same text by the same author at the same time is the same comment. */
export function hashedId(parts: readonly (string | null)[]): string {
  return `#${hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 27)}`;
}

/** An id of a source in a form the database can index. */
export function boundedId(id: string): string {
  const clean = id.replaceAll('\0', '').trim();
  return clean.length > MAX_ID_LENGTH ? hashedId([clean]) : clean;
}

/** What keeps a text from being a comment. */
export function textProblem(text: string): RejectReason | null {
  if (!text) return { code: 'empty-text', reason: 'The row has no text.' };
  if (text.includes(BROKEN))
    return { code: 'broken-text', reason: 'The text has bytes that do not belong to the encoding of the file.' };
  if (Buffer.byteLength(text) > MAX_TEXT_BYTES)
    return { code: 'text-too-long', reason: `The text is longer than ${MAX_TEXT_BYTES / 1000} kB.` };
  return null;
}

function valueOf(record: ReadRecord, plan: RowPlan, field: ImportField): string {
  const column = plan.column.get(field);
  return column === undefined ? '' : (record.values.get(column) ?? '').replaceAll('\0', '').trim();
}

function shortRow({ shortBy, values }: ReadRecord): RejectReason | null {
  return shortBy
    ? {
        code: 'column-count',
        reason: `The row has ${values.size - shortBy} values, the table has ${values.size} columns.`,
      }
    : null;
}

function externalId(id: string, { text, time, author }: { text: string; time: Date; author: string | null }): string {
  return id && !id.includes(BROKEN) ? boundedId(id) : hashedId([text, time.toISOString(), author]);
}
