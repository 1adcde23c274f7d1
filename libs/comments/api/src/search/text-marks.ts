import { parseTextQuery, type Comment } from '@moodline/comments/contract';
import { withSpellings } from './spellings';
import { TextQueryMatcher } from './text-query-matcher';

/** Comments with the places where the words of a search stand, beside those that are marked in them already. */
export function markSearch(search: string | undefined, comments: readonly Comment[]): Comment[] {
  if (!search) return [...comments];
  const matcher = new TextQueryMatcher(withSpellings(parseTextQuery(search)));
  return comments.map((comment) => {
    const spans = [...(comment.spans ?? []), ...matcher.spans(comment.text)];
    return { ...comment, spans: spans.sort((a, b) => a.start - b.start || b.end - a.end) };
  });
}
