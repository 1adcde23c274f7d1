/** A keyword as the matcher takes it. `text` is what stands in the comment; with `prefix`, a longer word that begins so is right, too. */
export interface Keyword {
  readonly text: string;
  readonly prefix: boolean;
}

/** What can be wrong with a keyword; the interface has words for each. */
export type KeywordFault = 'empty' | 'too-long' | 'no-letters' | 'star-inside' | 'star-too-early';

const LONGEST_KEYWORD = 100;

/** English sentences for the faults, as the API answers them. */
export const KEYWORD_FAULT_MESSAGES: Readonly<Record<KeywordFault, string>> = {
  empty: 'A keyword is empty.',
  'too-long': `A keyword has at most ${LONGEST_KEYWORD} characters.`,
  'no-letters': 'A keyword needs a letter, a digit or a symbol.',
  'star-inside': 'A star stands at the end of a word only. Put the keyword in quotes to find the star itself.',
  'star-too-early': 'Write at least two letters before the star.',
};

const QUOTED = /^["“”„«「『](.*)["“”»」』]$/su;
const SOMETHING = /[\p{L}\p{N}\p{S}]/u;
const WRITTEN_WITHOUT_SPACES = /^[\p{Script=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}]/u;

/** Reads a keyword as people write it: a word or words, a "phrase in quotes" taken to the letter, or a beginning with a star. */
export function readKeyword(written: string): Keyword | KeywordFault {
  const trimmed = written.trim();
  if (!trimmed) return 'empty';
  if (trimmed.length > LONGEST_KEYWORD) return 'too-long';
  const quoted = QUOTED.exec(trimmed);
  if (quoted) return checked({ text: (quoted[1] ?? '').trim(), prefix: false });
  const prefix = /[*＊]$/.test(trimmed);
  const text = prefix ? trimmed.slice(0, -1).trim() : trimmed;
  if (/[*＊]/.test(text)) return 'star-inside';
  if (prefix && text.length < 2 && !WRITTEN_WITHOUT_SPACES.test(text)) return 'star-too-early';
  return checked({ text, prefix });
}

function checked(keyword: Keyword): Keyword | KeywordFault {
  if (!keyword.text) return 'empty';
  return SOMETHING.test(keyword.text) ? keyword : 'no-letters';
}

/** Cuts a pasted list into keywords: at commas, semicolons, tabs and line breaks, but not within quotes. */
export function splitKeywords(pasted: string): string[] {
  const parts = pasted.match(/(?:"[^"\n]*"|“[^”\n]*”|「[^」\n]*」|[^,，、;；\t\n\r])+/gu) ?? [];
  return [...new Set(parts.map((part) => part.trim()).filter(Boolean))];
}
