import { joined, tidy, type Block } from './block';

/** A line of a page as it was laid out: its height, and how far above the foot of the page it stands, in points. */
export interface PdfLine {
  readonly text: string;
  readonly top: number;
  readonly height: number;
}

/** Lines so much higher than most of the document, and so short, are headings. */
const HEADING_HEIGHT = 1.15;
const LONGEST_HEADING = 80;
/** Lines farther apart than this, in their height, belong to two paragraphs. */
const PARAGRAPH_GAP = 1.75;
/** A line that stands on so many pages, as a part of them, is a running head or foot. */
const RUNNING = 0.6;
const LEAST_PAGES = 4;

/** Paragraphs and headings of the pages of a PDF, which has nothing but lines. */
export function pageBlocks(pages: readonly (readonly PdfLine[])[]): Block[] {
  const usual = usualHeight(pages.flat());
  const running = runningLines(pages);
  const blocks: Block[] = [];
  let heading = '';
  pages.forEach((lines, index) => {
    let open: { text: string; last: PdfLine } | null = null;
    let inHeading = false;
    const close = () => {
      if (open) blocks.push({ page: index + 1, heading, text: tidy(open.text) });
      open = null;
    };
    for (const line of lines) {
      const text = tidy(line.text);
      if (!text || running.has(plain(text))) continue;
      if (line.height >= usual * HEADING_HEIGHT && text.length <= LONGEST_HEADING) {
        close();
        heading = inHeading ? joined(heading, text) : text;
        inHeading = true;
        continue;
      }
      inHeading = false;
      if (open && !follows(line, open)) close();
      open = { text: open ? join(open.text, text) : text, last: line };
    }
    close();
  });
  return blocks.filter(({ text }) => text);
}

function usualHeight(lines: readonly PdfLine[]): number {
  const signs = new Map<number, number>();
  for (const { height, text } of lines) {
    const rounded = Math.round(height * 2) / 2;
    signs.set(rounded, (signs.get(rounded) ?? 0) + text.length);
  }
  return [...signs].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
}

/** Numbers of pages differ, all else of a running line does not. */
const plain = (text: string) => text.replace(/\d+/gu, '#');

function runningLines(pages: readonly (readonly PdfLine[])[]): Set<string> {
  if (pages.length < LEAST_PAGES) return new Set();
  const seen = new Map<string, number>();
  for (const lines of pages)
    for (const edge of new Set([lines[0], lines.at(-1)].map((line) => plain(tidy(line?.text ?? '')))))
      seen.set(edge, (seen.get(edge) ?? 0) + 1);
  return new Set([...seen].filter(([text, count]) => text && count >= pages.length * RUNNING).map(([text]) => text));
}

const LIST_ITEM = /^(?:[•◦▪·‣–-]|\d{1,2}[.)、．]|[(（]\d{1,2}[)）])\s?/u;

function follows(line: PdfLine, { last }: { readonly last: PdfLine }): boolean {
  const gap = last.top - line.top;
  return gap >= -1 && gap <= PARAGRAPH_GAP * Math.max(line.height, last.height);
}

const join = (first: string, second: string) =>
  LIST_ITEM.test(second) ? `${first}\n${second}` : joined(first, second);
