import type { CommentFilter } from '@moodline/comments/contract';

/** Where the comments of a filter are shown; null where nobody may follow (a reader without an account). */
export type CommentLink = (filter: CommentFilter) => string | null;

export const NO_LINKS: CommentLink = () => null;

/** Links into the product at `publicUrl`. */
export const linksInto =
  (publicUrl: string): CommentLink =>
  (filter) => {
    const given = Object.entries(filter).filter(([, value]) => value !== undefined && value !== null);
    const query = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
    return `${publicUrl}/comments?${query}`;
  };
