import { decodeEntities } from './html-entities';

const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
/** Elements that repeat the words of others. */
const QUOTES = new Set(['blockquote', 'aside']);
/** Elements whose content is not text for readers. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
  'title',
  'textarea',
  'select',
]);

/** Text within so many quotations. */
interface Passage {
  readonly depth: number;
  text: string;
}

/**
 * The readable text of a piece of HTML, as plain text: blocks become lines, quotations become lines that begin with `> `, scripts and
 * styles are left out, entities are decoded once. It is text then, whatever it looks like. Runs in linear time on anything.
 */
export function htmlToText(html: string): string {
  const passages = stripTags(html).map(({ depth, text }) => ({ depth, text: tidy(decodeEntities(text)) }));
  if (passages.length === 1) return passages[0]?.text ?? '';
  const written = passages.filter(({ text }) => text);
  return tidy(written.map(({ depth, text }) => (depth ? text.replace(/^/gmu, '> ') : text)).join('\n'));
}

function stripTags(html: string): Passage[] {
  const ends = new TagEnds(html);
  let last: Passage = { depth: 0, text: '' };
  const passages = [last];
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      last.text += html.slice(at);
      return passages;
    }
    last.text += html.slice(at, open);
    const end = /[a-z/!?]/i.test(html[open + 1] ?? '') ? ends.of(open) : -1;
    if (end < 0) {
      last.text += '<';
      at = open + 1;
      continue;
    }
    const closes = html[open + 1] === '/';
    const name = /^\/?([a-z][a-z0-9]*)/i.exec(html.slice(open + 1, open + 20))?.[1]?.toLowerCase() ?? '';
    if (QUOTES.has(name)) passages.push((last = { depth: Math.max(0, last.depth + (closes ? -1 : 1)), text: '' }));
    else if (BLOCKS.has(name)) last.text += '\n';
    if (name === 'img') last.text += signOf(html.slice(open, end));
    at = SILENT.has(name) && !closes ? ends.behind(name, end) : end;
  }
}

/** Classes, and addresses of pictures, of emoji that are written as images. */
const EMOJI_IMAGE =
  /\b(?:class|src|data-[a-z-]+)\s*=\s*["']?[^"'>]*\b(?:wp-smiley|smil(?:ey|ie)s?|emo(?:ji|te|ticon|jione)s?|twemoji)\b/i;
/** Signs alone, or a name of one as `[怒]` and `:rage:`. */
const SIGNS =
  /^(?:(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0F|\u20E3|\s)+|\[[^\]\s]{1,8}\]|:[+\-\w]{2,40}:)$/u;
const MAX_SIGN = 30;

/** An emoji written as an image is a word of its author; other pictures say nothing. */
function signOf(tag: string): string {
  const [, double, single, bare] = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(tag) ?? [];
  const sign = decodeEntities(double ?? single ?? bare ?? '').trim();
  if (!sign || sign.length > MAX_SIGN) return '';
  return SIGNS.test(sign) || EMOJI_IMAGE.test(tag) ? sign : '';
}

/** Finds where tags end. What was not found once is not looked for again, so that no input costs more than its length. */
class TagEnds {
  private readonly missing = new Set<string>();

  constructor(private readonly html: string) {}

  /** Position behind the tag or comment that begins at `open`; -1 when it has no end. */
  of(open: number): number {
    if (this.html.startsWith('<!--', open)) {
      const end = this.find('-->', open + 4);
      return end < 0 ? this.html.length : end;
    }
    if (this.html.startsWith('<![CDATA[', open)) return open + 9;
    if (this.missing.has('tag')) return -1;
    for (let at = open + 1; at < this.html.length; at++) {
      const char = this.html[at];
      if (char === '>') return at + 1;
      if (char !== '"' && char !== "'") continue;
      // A quote that is never closed is an ordinary character.
      const close = this.find(char, at + 1);
      if (close >= 0) at = close - 1;
    }
    this.missing.add('tag');
    return -1;
  }

  /** Position behind the closing tag of an element; the end of the text when there is none. */
  behind(name: string, from: number): number {
    const closing = new RegExp(`</${name}[^>]*>?`, 'gi');
    closing.lastIndex = from;
    return closing.test(this.html) ? closing.lastIndex : this.html.length;
  }

  private find(what: string, from: number): number {
    if (this.missing.has(what)) return -1;
    const found = this.html.indexOf(what, from);
    if (found < 0) this.missing.add(what);
    return found < 0 ? -1 : found + what.length;
  }
}

function tidy(text: string): string {
  const lines = text
    .replace(/[^\S\n]+/gu, ' ')
    .split('\n')
    .map((line) => line.trim());
  return lines
    .filter((line, index) => line || lines[index - 1])
    .join('\n')
    .trim();
}
