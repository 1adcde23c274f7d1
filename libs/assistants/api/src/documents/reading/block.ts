/** A paragraph, a line of a list or a row of a table. Pages count from 1; null where the file has none. `heading`: the one above it, or empty. */
export interface Block {
  readonly page: number | null;
  readonly heading: string;
  readonly text: string;
}

/** What was read of a file. `emptyPages` are pages without a word. */
export interface ReadDocument {
  readonly blocks: readonly Block[];
  readonly pages: number | null;
  readonly emptyPages: number;
}

/** Signs that nobody sees, of which PostgreSQL takes no NUL, and what is no sign at all. Tabs and line breaks are not among them. */
const UNSEEN = /(?![\t\n])[\p{Cc}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/** What nobody sees goes, and runs of spaces become one; line breaks stay. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(UNSEEN, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim()
    .toWellFormed();
}

const CJK_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}，、。；：！？）」』”]$/u;
const CJK_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}（「『“，、。；：！？]/u;

/** Joins what the layout broke into lines: with a space between words, without one in Chinese and Japanese, and without the hyphen of a divided word. */
export function joined(first: string, second: string): string {
  if (!first) return second;
  if (CJK_END.test(first) && CJK_START.test(second)) return first + second;
  if (/\p{Ll}-$/u.test(first) && /^\p{Ll}/u.test(second)) return first.slice(0, -1) + second;
  return `${first} ${second}`;
}

/** A line so long ends where the page did, and not where a thought did. */
const FULL_LINE = { latin: 55, cjk: 26 } as const;
const SENTENCE_END = /[.!?。！？：:;；][”"』」）)]*$/u;

/** Lines of a text whose paragraphs may have been broken at the width of a page. Short lines stay lines. */
export function unwrapped(lines: readonly string[]): string {
  const kept: string[] = [];
  let open = '';
  for (const line of lines) {
    open = open ? joined(open, line) : line;
    const full = line.length >= (CJK_END.test(line) ? FULL_LINE.cjk : FULL_LINE.latin);
    if (full && !SENTENCE_END.test(line)) continue;
    kept.push(open);
    open = '';
  }
  return (open ? [...kept, open] : kept).join('\n');
}
