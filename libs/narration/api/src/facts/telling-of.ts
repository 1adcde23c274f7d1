import type { FactPeriod, FactScope } from '@moodline/narration/contract';
import type { CommentFilter } from '@moodline/comments/contract';

/** What the facts of one question have in common. */
export interface TellingOf {
  readonly period: FactPeriod;
  /** What changes are compared with. */
  readonly compared: FactPeriod;
  readonly scope: FactScope;
  /** Opens the comments of the period. */
  readonly filter: CommentFilter;
}

/** What opens all comments of a filter, with a few of them. */
export const opens = (filter: CommentFilter, commentIds: readonly number[] = []) => ({
  commentIds: [...commentIds],
  filter,
});
