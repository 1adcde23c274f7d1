import type { Term, TextQuery } from '@moodline/comments/contract';
import { termPattern, WORD_MARK } from './search-form';

/** Of a longer word only the beginning is looked up, here as in the SQL function `search_tokens`. */
const LONGEST_TOKEN = 40;
/** Days that comments are put together by, counted from 1970 in UTC. */
const SLOT_MS = 30 * 86_400_000;
const SLOT_MARK = '\u001e';
/** Signs that the SQL function takes for spaces. */
const PUNCTUATION = /[，。！？、：；…“”"'!?,.:;()（）·~-]/gu;

/** Which of the slots of 30 days an instant lies in. */
export const slotOf = (instant: Date): number => Math.floor(instant.getTime() / SLOT_MS);

/**
 * A query as a `tsquery` over `search_tokens`: true for every text that the query takes, and for some others, which a look at the
 * text itself leaves out. Null where the index cannot help: nothing is wanted, or something that has no token (`!!`).
 */
export function tokenQuery({ groups }: TextQuery): string | null {
  const parts = groups.flatMap((terms) => {
    const alternatives = terms.map(termTokens);
    // One alternative without a token may stand in any text.
    return alternatives.every(Boolean) ? [`(${alternatives.join(' | ')})`] : [];
  });
  return parts.length ? parts.join(' & ') : null;
}

/** Slots of a workspace as a `tsquery`: the comment lies in one of them. */
export function slotQuery(workspaceId: number, { first, last }: { first: number; last: number }): string {
  const slots = Array.from({ length: last - first + 1 }, (_, index) =>
    quoted(`${SLOT_MARK}${workspaceId} ${first + index}`),
  );
  return `(${slots.join(' | ')})`;
}

function termTokens(term: Term): string | null {
  const parts = termPattern(term).split(WORD_MARK);
  const tokens = parts.flatMap((part, index) => {
    if (index % 2 === 0) return part ? pairs(part) : [];
    const isOpen = term.prefix && index === parts.length - 1;
    return part ? [isOpen || part.length > LONGEST_TOKEN ? `${quoted(cut(part))}:*` : quoted(part)] : [];
  });
  return tokens.length ? `(${tokens.join(' & ')})` : null;
}

/** Neighbouring signs of a run. The last one alone says nothing of what follows it in a text, so that it stands for a beginning. */
function pairs(part: string): string[] {
  return part
    .replace(PUNCTUATION, ' ')
    .split(/\s+/u)
    .flatMap((run) => {
      const signs = [...run];
      if (signs.length === 1) return [`${quoted(run)}:*`];
      return signs.slice(1).map((sign, index) => quoted(`${signs[index]}${sign}`));
    });
}

const cut = (word: string) => [...word].slice(0, LONGEST_TOKEN).join('');
const quoted = (token: string) => `'${token.replace(/['\\]/g, '$&$&')}'`;
