import { joined, tidy, type Block, type ReadDocument } from './block';

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/u;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})$/u;
const FENCE = /^ {0,3}(?:```|~~~)/u;
/** Lines that stand by themselves: of a list, a table, a quotation. */
const OWN_LINE = /^(?:[-*+]|\d+[.)]|\||>)\s?/u;
const TABLE_RULE = /^\|?[\s:|-]+\|[\s:|-]*$/u;
const RULE = /^(?:[-*_]\s*){3,}$/u;

/** Headings and paragraphs of Markdown, without its marks. */
export function readMarkdown(text: string): ReadDocument {
  const blocks: Block[] = [];
  const headings: string[] = [];
  let open = '';
  let fenced = false;
  const close = () => {
    if (open) blocks.push({ page: null, heading: headings.filter(Boolean).join(' › '), text: open });
    open = '';
  };
  const head = (level: number, title: string) => {
    close();
    headings.length = Math.min(headings.length, level - 1);
    headings[level - 1] = plain(title);
  };
  for (const line of tidy(withoutComments(text)).split('\n')) {
    const [, marks = '', title = ''] = HEADING.exec(line) ?? [];
    if (FENCE.test(line)) {
      close();
      fenced = !fenced;
    } else if (fenced) open = open ? `${open}\n${line}` : line;
    else if (marks) head(marks.length, title);
    else if (UNDERLINE.test(line) && open && !open.includes('\n')) {
      const titled = open;
      open = '';
      head(line.includes('=') ? 1 : 2, titled);
    } else if (!line || RULE.test(line)) close();
    else if (!TABLE_RULE.test(line)) open = continued(open, line);
  }
  close();
  return { blocks, pages: null, emptyPages: 0 };
}

function continued(open: string, line: string): string {
  if (!open) return plain(line);
  return OWN_LINE.test(line) ? `${open}\n${plain(line)}` : joined(open, plain(line));
}

const withoutComments = (text: string) => text.replace(/<!--[\s\S]*?-->/gu, '').replace(/^---\n[\s\S]*?\n---\n/u, '');

/** A line as it is read aloud: pictures, emphasis and addresses of links go, their words stay. */
function plain(line: string): string {
  return line
    .replace(/^\s*(?:[-*+]|>)\s+/u, '')
    .replace(/^\|(.*)\|$/u, '$1')
    .replace(/\s*\|\s*/gu, ' | ')
    .replace(/!\[[^\]]{0,200}\]\([^)]{0,500}\)/gu, '')
    .replace(/\[([^\]]{1,500})\]\([^)]{0,500}\)/gu, '$1')
    .replace(/(\*\*|__)(?=\S)([^\n]{1,500}?\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]{1,500}?)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/`([^`\n]{1,500})`/gu, '$1')
    .replace(/<\/?[a-z][^<>]{0,200}>/giu, '')
    .trim();
}
