import { readCommentRow } from '../../incoming/comment-row';
import { openFile, type ReadingOptions } from '../file-reading';
import { doubtsOf } from '../import-doubts';
import { fileOf } from '../stored-file';

/** What was understood of a file that stands in a spec. Times without a zone are UTC unless it says otherwise. */
export async function readExport(content: string | Buffer, options: Partial<ReadingOptions> = {}) {
  const file = fileOf(Buffer.isBuffer(content) ? content : Buffer.from(content), 64);
  const now = new Date('2026-11-26T12:00:00Z');
  const reading = await openFile(file, { mapping: {}, timeZone: 'UTC', now, ...options });
  const rows = [];
  for await (const records of reading.rows())
    rows.push(...records.map((record) => readCommentRow(record, reading.plan)));
  await reading.close();
  const comments = rows.flatMap((row) => ('comment' in row ? [row.comment] : []));
  return {
    reading,
    comments,
    texts: comments.map(({ text }) => text),
    times: comments.map(({ publishedAt }) => publishedAt.toISOString().replace(':00.000Z', 'Z')),
    likes: comments.map(({ engagement }) => engagement ?? null),
    stars: comments.map(({ stars }) => stars ?? null),
    externalIds: comments.map(({ externalId }) => externalId),
    authors: comments.map(({ author }) => author ?? null),
    parents: comments.map(({ parentId }) => parentId ?? null),
    links: comments.map(({ permalink }) => permalink ?? null),
    leftOut: comments.map(({ leftOut }) => leftOut ?? null),
    recommended: comments.map(({ recommended }) => recommended ?? null),
    versions: comments.map(({ version }) => version ?? null),
    ids: new Set(comments.map(({ externalId }) => externalId)).size,
    lines: rows.map(({ line }) => line),
    bad: rows.flatMap((row) => ('problem' in row ? [row.problem.code] : [])),
    doubts: doubtsOf(reading).map(({ code }) => code),
    columns: Object.fromEntries(reading.plan.column),
  };
}

/** Rows of a file, one string a line. */
export const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;

/** What a file is expected to hold; what is not named is not compared. */
export interface Expected {
  readonly texts?: readonly string[];
  readonly times?: readonly string[];
  readonly stars?: readonly (number | null)[];
  readonly likes?: readonly (number | null)[];
  readonly bad?: readonly string[];
  readonly externalIds?: readonly string[];
  readonly authors?: readonly (string | null)[];
  readonly parents?: readonly (string | null)[];
  readonly links?: readonly (string | null)[];
  readonly leftOut?: readonly (string | null)[];
  readonly recommended?: readonly (boolean | null)[];
  readonly versions?: readonly (string | null)[];
}

/** Reads a file and compares what is named. */
export async function expectHeld(
  content: string | Buffer,
  expected: Expected,
  options: Partial<ReadingOptions> = {},
): Promise<void> {
  const read: Expected = await readExport(content, options);
  expect(Object.fromEntries(Object.keys(expected).map((key) => [key, read[key as keyof Expected]]))).toEqual(expected);
}
