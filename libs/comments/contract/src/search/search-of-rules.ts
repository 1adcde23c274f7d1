import { readKeyword } from '../monitors/keyword';
import type { MonitorRules } from '../monitors/monitor';
import { wordForms } from '../monitors/word-forms';
import { writeTextQuery, type Term } from './text-query';

/** The address has room for a search of this length. */
const LONGEST_SEARCH = 200;

/** The search that takes the same comments as rules; null where the search box cannot say it (case, accents, languages, sources, length). */
export function searchOf({ any, all, none, languages, sources }: MonitorRules): string | null {
  if (languages.length || sources.length) return null;
  if ([any, all, none].some(({ words, exactCase, exactAccents }) => words.length && (exactCase || exactAccents)))
    return null;
  const terms = (word: string, forms: boolean): Term[] => {
    const keyword = readKeyword(word);
    if (typeof keyword === 'string') return [];
    const others = forms && !keyword.prefix ? wordForms(keyword.text) : [];
    return [keyword, ...others.map((text) => ({ text, prefix: false }))];
  };
  const written = writeTextQuery({
    groups: [
      ...(any.words.length ? [any.words.flatMap((word) => terms(word, any.wordForms))] : []),
      ...all.words.map((word) => terms(word, all.wordForms)),
    ].filter((group) => group.length),
    none: none.words.flatMap((word) => terms(word, none.wordForms)),
  });
  return written && written.length <= LONGEST_SEARCH ? written : null;
}
