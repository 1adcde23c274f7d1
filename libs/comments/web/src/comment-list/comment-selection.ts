import type { CommentFilter } from '@moodline/shared/contract';
import type { CommentNarrowing, CommentSort } from '../comments.client';

/** What a list shows: everything that matches a filter, or single comments. */
export type CommentSelection =
  | { readonly filter: CommentFilter; readonly sort?: CommentSort; readonly narrowing?: CommentNarrowing }
  | { readonly ids: readonly number[] };
