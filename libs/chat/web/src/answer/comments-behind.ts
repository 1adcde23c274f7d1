import type { Fact } from '@moodline/narration/contract';
import type { CommentSelection } from '@moodline/comments/web';

/** What opens the comments behind a fact; null where a fact has none. Single comments come before a whole filter. */
export function commentsBehind({ citations: { commentIds, filter } }: Fact): CommentSelection | null {
  if (commentIds.length > 0) return { ids: commentIds };
  return filter && { filter };
}
