import type { IncomingComment } from '@moodline/comments/api';
import type { RejectedRow } from '@moodline/sources/contract';
import { boundedId, hashedId, textProblem } from '../incoming/comment-row';
import type { SourcePage } from './connector';
import { dateOutlook } from './dates/date-outlook';

/** A page of which only what can be stored is left. */
export interface AdmittedPage<Cursor> extends Required<SourcePage<Cursor>> {
  readonly rejected: readonly RejectedRow[];
}

/**
 * Looks at each comment of a page before it is stored: empty (without stars), damaged and endless texts are rejected. For its date nothing is: a
 * comment dated ahead of the clock was written when it is seen, and one without a date that can be read is marked so.
 * @param countUndated a person wants those without a date counted on the day they are read
 */
export function admit<Cursor>(page: SourcePage<Cursor>, now: Date, countUndated = false): AdmittedPage<Cursor> {
  const rejected: RejectedRow[] = [...(page.rejected ?? [])];
  const comments: IncomingComment[] = [];
  page.comments.forEach((comment, index) => {
    const problem = isStarsAlone(comment) ? null : textProblem(comment.text.trim());
    if (problem) rejected.push({ line: index + 1, ...problem });
    else comments.push(bounded(comment, now, countUndated));
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

/** A review without words: its stars say what there is to say. */
const isStarsAlone = ({ text, stars }: IncomingComment) => !text.trim() && Boolean(stars && stars >= 1 && stars <= 5);

function bounded(comment: IncomingComment, now: Date, countUndated: boolean): IncomingComment {
  const { externalId, text, author, publishedAt, parentId, formerIds } = comment;
  const undated = dateOutlook(publishedAt, now) === 'none';
  const written = Number.isNaN(publishedAt.getTime()) ? null : publishedAt.toISOString();
  return {
    ...comment,
    externalId: boundedId(externalId) || hashedId([text || `${comment.stars} ★`, author ?? null, written]),
    ...(formerIds ? { formerIds: formerIds.map(boundedId) } : {}),
    publishedAt: undated || publishedAt > now ? now : publishedAt,
    ...(undated ? (countUndated ? { dateAssumed: true } : { dateUnknown: true }) : {}),
    parentId: parentId ? boundedId(parentId) : null,
  };
}
