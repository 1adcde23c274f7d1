import { htmlToText } from '../incoming/html-text';

/** A longer row is no row of a table but a page that never closes one. */
const MAX_ROW = 2_000_000;
const ROW_OPENS = /<(?:tr|(?:\w+:)?row)\b[^>]*>/gi;
const ROW_CLOSES = /<\/(?:tr|table|(?:\w+:)?row)\s*>|<tr\b/gi;
const CELL = /<(?:t[dh]|(?:\w+:)?cell)\b([^>]*)>/gi;
const CELL_CLOSES = /<\/(?:t[dh]|(?:\w+:)?cell)\s*>/i;
const MAX_SPAN = 1_000;

/**
 * Cuts the tables of a page into rows of cells as it arrives: what many programs write under the name of a workbook (.xls), as HTML
 * or as the XML of Excel 2003.
 */
export class HtmlTableRows {
  private rest = '';

  push(html: string): string[][] {
    this.rest += html;
    const rows: string[][] = [];
    let at = 0;
    for (;;) {
      ROW_OPENS.lastIndex = at;
      const open = ROW_OPENS.exec(this.rest);
      if (!open) break;
      const from = open.index + open[0].length;
      if (open[0].endsWith('/>')) {
        at = from;
        continue;
      }
      ROW_CLOSES.lastIndex = from;
      const close = ROW_CLOSES.exec(this.rest);
      if (!close) {
        at = open.index;
        break;
      }
      const cells = cellsOf(this.rest.slice(from, close.index));
      if (cells.some(Boolean)) rows.push(cells);
      at = close.index;
    }
    // A tag may be cut in two by the end of the piece.
    this.rest = this.rest.slice(at === 0 ? Math.max(0, this.rest.length - MAX_ROW) : at);
    return rows;
  }
}

function cellsOf(row: string): string[] {
  const cells: string[] = [];
  const opens = [...row.matchAll(CELL)];
  for (const [index, open] of opens.entries()) {
    const attributes = open[1] ?? '';
    const place = Number(/\bindex\s*=\s*"?(\d+)/i.exec(attributes)?.[1] ?? 0);
    while (cells.length < Math.min(place - 1, MAX_SPAN)) cells.push('');
    if (attributes.endsWith('/')) {
      cells.push('');
      continue;
    }
    const content = row.slice(open.index + open[0].length, opens[index + 1]?.index ?? row.length);
    cells.push(htmlToText(content.split(CELL_CLOSES, 1)[0] ?? '').trim());
    const span = Math.min(MAX_SPAN, Number(/\b(?:colspan|mergeacross)\s*=\s*"?(\d+)/i.exec(attributes)?.[1] ?? 0));
    const more = /mergeacross/i.test(attributes) ? span : span - 1;
    for (let count = 0; count < more; count++) cells.push('');
  }
  return cells;
}
