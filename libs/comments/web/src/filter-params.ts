import type { CommentFilter } from '@moodline/comments/contract';

/** The filter as query parameters of the API (also of a link to the comments page): lists by comma, empty fields left out. */
export function filterParams(filter: CommentFilter): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [key, value] of Object.entries(filter)) {
    const text = value ? String(value) : '';
    if (text) params[key] = text;
  }
  return params;
}
