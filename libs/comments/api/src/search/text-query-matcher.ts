import type { Term, TextQuery, TextSpan } from '@moodline/comments/contract';
import { foldText, foldWithOffsets, type FoldedText } from '../monitors/text-folding';
import { beginsWord, endsWord } from '../monitors/word-boundary';
import { searchForm, termPattern } from './search-form';

/** Tells whether a text fits a query, and where its words stand. The rules are those of monitors. */
export class TextQueryMatcher {
  private readonly groups: readonly (readonly string[])[];
  private readonly none: readonly string[];

  constructor(private readonly query: TextQuery) {
    this.groups = query.groups.map((terms) => terms.map(termPattern));
    this.none = query.none.map(termPattern);
  }

  matches(text: string): boolean {
    return this.matchesForm(searchForm(text));
  }

  /** @param form a text in its search form */
  matchesForm(form: string): boolean {
    return (
      this.groups.every((patterns) => patterns.some((pattern) => form.includes(pattern))) &&
      !this.none.some((pattern) => form.includes(pattern))
    );
  }

  /** Every place of every wanted word, in the order of the text. */
  spans(text: string): TextSpan[] {
    const folded = foldWithOffsets(text);
    return this.query.groups
      .flatMap((terms) => terms.flatMap((term) => placesOf(term, folded)))
      .sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

function placesOf(term: Term, folded: FoldedText): TextSpan[] {
  const found: TextSpan[] = [];
  const pattern = foldText(term.text).trim();
  if (!pattern) return found;
  for (let at = folded.text.indexOf(pattern); at >= 0; at = folded.text.indexOf(pattern, at + 1)) {
    const end = at + pattern.length;
    if (!beginsWord(folded.text, at) || !(term.prefix || endsWord(folded.text, end))) continue;
    found.push({ start: folded.starts[at] as number, end: folded.ends[end - 1] as number, word: term.text });
  }
  return found;
}
