import type { Cell, Table } from '../../document/report-document';
import type { PdfPage } from './pdf-page';

const NUMBER_WIDTH = 66;
const PAD = 4;
const HEAD = { size: 8.5, colour: '#5b6268' } as const;
const BODY = { size: 9.5 } as const;

/** Tables of up to so many rows stay on one page; of longer ones so many rows stand below the head at least. */
const WHOLE = 8;
const LEAST_ROWS = 3;

/** A table that goes on over pages with its head on each, unless it is short. No row is cut. */
export function tableInto(page: PdfPage, table: Table): void {
  const { columns, rows } = table;
  const row = rowWriter(page, table);
  const head = headOf(columns);
  page.need(tableStart(page, table));
  page.tree('Table', (element) => {
    row.write(element, head, { style: HEAD, tag: 'TH' });
    for (const cells of rows) {
      // The head again is for the eye; readers have it already.
      if (page.need(row.height(cells, BODY))) page.artifact(() => row.draw(head, HEAD));
      row.write(element, cells, { style: BODY, tag: 'TD' });
    }
  });
  page.y += 6;
}

/** The height that a table needs to begin on a page. */
export function tableStart(page: PdfPage, table: Table): number {
  const row = rowWriter(page, table);
  const together = table.rows.length <= WHOLE ? table.rows : table.rows.slice(0, LEAST_ROWS);
  return together.reduce((sum, cells) => sum + row.height(cells, BODY), row.height(headOf(table.columns), HEAD));
}

const headOf = (columns: Table['columns']): Cell[] => columns.map(({ title }) => ({ text: title }));

function rowWriter(page: PdfPage, { columns }: Table): RowWriter {
  const numbers = columns.filter(({ numeric }) => numeric).length;
  const wide = (page.width - numbers * NUMBER_WIDTH) / Math.max(1, columns.length - numbers);
  const widths = columns.map(({ numeric }) => (numeric ? NUMBER_WIDTH : wide));
  return new RowWriter(page, { widths, numeric: columns.map(({ numeric }) => numeric) });
}

type Style = typeof HEAD | typeof BODY;

class RowWriter {
  constructor(
    private readonly page: PdfPage,
    private readonly columns: { readonly widths: readonly number[]; readonly numeric: readonly boolean[] },
  ) {}

  height(cells: readonly Cell[], style: Style): number {
    const heights = cells.map(({ text }, index) => this.page.heightOf(text, { ...style, width: this.inner(index) }));
    return Math.max(0, ...heights) + 2 * PAD;
  }

  /** A row with its tags. */
  write(
    table: PDFKit.PDFStructureElement,
    cells: readonly Cell[],
    how: { readonly style: Style; readonly tag: string },
  ): void {
    const { pdf } = this.page;
    const tagged = pdf.struct('TR');
    table.add(tagged);
    this.draw(cells, how.style, (draw, index) => {
      const cell = pdf.struct(index ? how.tag : 'TH', {}, [draw]);
      tagged.add(cell);
      cell.end();
    });
    tagged.end();
  }

  /** @param each draws a cell; tags it, where it is given */
  draw(cells: readonly Cell[], style: Style, each: (draw: () => void, index: number) => void = (draw) => draw()): void {
    const { page } = this;
    const [top, height] = [page.y, this.height(cells, style)];
    let x = page.left;
    cells.forEach(({ text }, index) => {
      const left = x + (index ? PAD : 0);
      const align = this.columns.numeric[index] ? 'right' : 'left';
      each(() => page.write(text, { ...style, align, width: this.inner(index) }, [left, top + PAD]), index);
      x += this.columns.widths[index] ?? 0;
    });
    page.y = top + height;
    const line = () =>
      page.pdf
        .lineWidth(0.5)
        .strokeColor('#e4e6e8')
        .moveTo(page.left, top + height)
        .lineTo(page.left + page.width, top + height)
        .stroke();
    if (style === HEAD) line();
    else page.artifact(line);
  }

  private inner(index: number): number {
    return (this.columns.widths[index] ?? 0) - PAD;
  }
}
