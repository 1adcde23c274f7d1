import type { Term } from '@moodline/comments/contract';
import { foldText } from '../monitors/text-folding';
import { isSpacedLetter } from '../monitors/word-boundary';

/** Stands in the search form wherever a word of a script with spaces begins or ends. No text holds it. */
export const WORD_MARK = '\u001f';

/**
 * A text as it is searched: folded (see {@link foldText}), with {@link WORD_MARK} where words begin and end, so that a plain search
 * for {@link termPattern} finds exactly what a monitor's keyword finds: `app` in `The app crashed` and in `我的app`, not in `happy`.
 */
export function searchForm(text: string): string {
  return mark(foldText(text).replaceAll(WORD_MARK, ' '), { begins: true, ends: true });
}

/** What stands in the search form of every text that a term takes, and of no other. */
export function termPattern({ text, prefix }: Term): string {
  return mark(foldText(text).replaceAll(WORD_MARK, ' ').trim(), { begins: true, ends: !prefix });
}

/** Between two letters of spaced scripts a word goes on; everywhere else next to such a letter it begins or ends. */
function mark(folded: string, { begins, ends }: { begins: boolean; ends: boolean }): string {
  let marked = '';
  let from = 0;
  let inWord = false;
  for (let at = 0; at < folded.length; at++) {
    const letter = isSpacedLetter(folded.charCodeAt(at));
    if (letter === inWord) continue;
    if (at > 0 || begins) {
      marked += folded.slice(from, at) + WORD_MARK;
      from = at;
    }
    inWord = letter;
  }
  return marked + folded.slice(from) + (inWord && ends ? WORD_MARK : '');
}
