import type { IncomingComment } from '@moodline/comments/api';
import type { RejectedRow } from '@moodline/sources/contract';
import { boundedId, hashedId, textProblem } from '../incoming/comment-row';
import type { SourcePage } from './connector';

/** A clock or a zone may be wrong by this much; a time further ahead is no time of a comment. */
const MAX_SKEW_MS = 24 * 3_600_000;

/** A page of which only what can be stored is left. */
export interface AdmittedPage<Cursor> extends Required<SourcePage<Cursor>> {
  readonly rejected: readonly RejectedRow[];
}

/**
 * Looks at each comment of a page before it is stored. A comment up to a day ahead of the clock counts as written now (clocks and
 * zones are wrong often); one further ahead, or without a time, is rejected. So are empty, damaged and endless texts.
 */
export function admit<Cursor>(page: SourcePage<Cursor>, now: Date): AdmittedPage<Cursor> {
  const rejected: RejectedRow[] = [...(page.rejected ?? [])];
  const comments: IncomingComment[] = [];
  page.comments.forEach((comment, index) => {
    const problem = textProblem(comment.text.trim()) ?? timeProblem(comment.publishedAt, now);
    if (problem) rejected.push({ line: index + 1, ...problem });
    else comments.push(bounded(comment, now));
  });
  const deletedIds = (page.deletedIds ?? []).map(boundedId);
  return {
    rows: page.rows,
    filtered: page.filtered ?? 0,
    cursor: page.cursor,
    notModified: page.notModified ?? false,
    comments,
    rejected,
    deletedIds,
  };
}

function timeProblem(time: Date, now: Date): { code: 'no-time' | 'future-time'; reason: string } | null {
  if (Number.isNaN(time.getTime())) return { code: 'no-time', reason: 'The comment has no time.' };
  if (time.getTime() > now.getTime() + MAX_SKEW_MS)
    return { code: 'future-time', reason: `The comment is dated ${time.toISOString()}, which is in the future.` };
  return null;
}

function bounded(comment: IncomingComment, now: Date): IncomingComment {
  const { externalId, text, author, publishedAt, parentId } = comment;
  return {
    ...comment,
    externalId: boundedId(externalId) || hashedId([text, author ?? null, publishedAt.toISOString()]),
    publishedAt: publishedAt > now ? now : publishedAt,
    parentId: parentId ? boundedId(parentId) : null,
  };
}
