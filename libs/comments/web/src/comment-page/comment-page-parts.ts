import { InjectionToken, type Type } from '@angular/core';
import type { Comment } from '@moodline/comments/contract';

/** Loads a component that has the input `comment`. */
export type CommentPagePart = () => Promise<Type<{ readonly comment: () => Comment }>>;

/** What other domains show below the comment on its page, in the order in which the application provides it. */
export const COMMENT_PAGE_PARTS = new InjectionToken<readonly CommentPagePart[]>('comment-page-parts', {
  factory: () => [],
});
