import type { Block, DocumentSection, ReportDocument, ShownFigure } from '../../document/report-document';
import { REPORT_WORDS } from '../../document/words-of';
import { drawInto, heightIn } from './pdf-drawing';
import { PdfPage } from './pdf-page';
import { tableInto, tableStart } from './pdf-table';

const QUIET = '#5b6268';
const TONES = { good: '#0b7a75', bad: '#c2410c', plain: QUIET } as const;
const SMALL = { size: 9, colour: QUIET } as const;
const HEADING = { size: 14, bold: true } as const;
const LOGO = [180, 44] as const;

/** A last page that is filled less than this is not worth a page. */
const LEAST_FILLED = 0.35;

const textOf = ({ tight }: PdfPage) => ({ size: tight ? 9.75 : 10.5 });
const gapOf = ({ tight }: PdfPage): number => (tight ? 12 : 18);

/**
 * The report as a PDF: A4, tagged, with an outline and page numbers. No chart, quotation or row is cut. Where little would stand on the last
 * page, the pages are set tighter, if that saves one.
 */
export async function reportPdf(report: ReportDocument): Promise<Buffer> {
  const words = REPORT_WORDS[report.language];
  const roomy = pagesOf(report, false);
  const { pages, filled } = roomy.extent;
  const tight = pages > 1 && filled < LEAST_FILLED ? pagesOf(report, true) : null;
  const page = tight && tight.extent.pages < pages ? tight : roomy;
  return page.finish((number, of) => words.page(String(number), String(of)));
}

/** Sets the pages; {@link PdfPage.finish} makes the file. @param isTight smaller letters, charts and gaps */
export function pagesOf(report: ReportDocument, isTight: boolean): PdfPage {
  const page = new PdfPage(report, isTight);
  head(page, report);
  const rest = report.sections.slice(0, -1);
  for (const section of rest) writeSection(page, section);
  const last = report.sections.at(-1);
  if (last) {
    // The foot does not stand on a page of its own: the last section goes with it, where both fit one.
    const both = wholeHeight(page, last) + footHeight(page, footOf(page, report));
    if (page.fitsPage(both)) page.need(both);
    writeSection(page, last);
  }
  const foot = footOf(page, report);
  page.need(footHeight(page, foot));
  page.y += FOOT_GAP;
  for (const text of foot) page.tagged('P', () => page.write(text, SMALL));
  return page;
}

const FOOT_GAP = 14;

const footOf = ({ hasLeftOut }: PdfPage, { foot, language }: ReportDocument): string[] => [
  ...foot,
  ...(hasLeftOut ? [REPORT_WORDS[language].withoutEmoji] : []),
];

const footHeight = (page: PdfPage, texts: readonly string[]): number =>
  FOOT_GAP + texts.reduce((sum, text) => sum + page.heightOf(text, SMALL), 0);

/** The height of a section with all of its blocks. */
function wholeHeight(page: PdfPage, { title, blocks }: DocumentSection): number {
  const heights = blocks.map((block) => {
    if (block.kind !== 'sentences') return heightOf(page, block);
    return block.items.reduce((sum, { text }) => sum + itemHeight(page, text) + 2, 0);
  });
  return headingHeight(page, title) + heights.reduce((sum, height) => sum + height + 6, 0);
}

function head(page: PdfPage, { look, kindOfReport, title, period, compared }: ReportDocument): void {
  const { pdf } = page;
  page.artifact(() => pdf.rect(0, 0, pdf.page.width, 8).fill(look.colour));
  if (look.logo) {
    const image = Buffer.from(look.logo.slice(look.logo.indexOf(',') + 1), 'base64');
    const top = page.y;
    page.artifact(() => pdf.image(image, page.left, top, { fit: [...LOGO] }));
    page.y = top + LOGO[1] + 12;
  }
  page.tagged('P', () => page.write(kindOfReport, SMALL));
  page.tagged('H1', () => page.write(title, { size: 22, bold: true }));
  page.tagged('P', () => page.write(period, textOf(page)));
  page.tagged('P', () => page.write(compared, SMALL));
}

/** Between two blocks. */
const GAP = 6;

function writeSection(page: PdfPage, { title, blocks }: DocumentSection): void {
  // A heading does not stay alone at the end of a page.
  page.need(headingHeight(page, title) + beginning(page, blocks, 0));
  page.y += gapOf(page);
  if (title) {
    page.pdf.outline.addItem(title);
    page.tagged('H2', () => page.write(title, HEADING));
    page.y += 4;
  }
  blocks.forEach((block, at) => {
    if (block.kind !== 'table') page.need(beginning(page, blocks, at));
    writeBlock(page, block);
  });
}

/** A chart and its table that are higher together may stand on two pages. */
const CHART_WITH_TABLE = 420;

/** The height that a block needs to begin: a chart with the small print that says how it is read, or with its table, which do not go to another page without it. */
function beginning(page: PdfPage, blocks: readonly Block[], at: number): number {
  const [block, next] = [blocks[at], blocks[at + 1]];
  if (!block) return 0;
  const height = heightOf(page, block);
  if (block.kind !== 'chart' || !next) return height;
  if (next.kind === 'paragraph' && next.quiet) return height + GAP + page.heightOf(next.text, SMALL);
  const both = next.kind === 'table' ? height + GAP + tableStart(page, next.table) : height;
  return both <= CHART_WITH_TABLE ? both : height;
}

const headingHeight = (page: PdfPage, title: string): number =>
  title ? page.heightOf(title, HEADING) + gapOf(page) + 8 : 8;

const itemHeight = (page: PdfPage, text: string): number =>
  page.heightOf(text, { ...textOf(page), width: page.width - 14 });

/** The height that a block needs to begin: what cannot be cut. */
function heightOf(page: PdfPage, block: Block): number {
  switch (block.kind) {
    case 'paragraph':
      return Math.min(page.heightOf(block.text, block.quiet ? SMALL : textOf(page)), 60);
    case 'sentences':
      return itemHeight(page, block.items[0]?.text ?? '');
    case 'figures':
      return 70;
    case 'chart':
      return chartHeight(page, block);
    case 'table':
      return tableStart(page, block.table);
    case 'quote':
      return quoteHeight(page, block);
  }
}

const chartHeight = (page: PdfPage, { title, drawing }: Extract<Block, { kind: 'chart' }>) =>
  page.heightOf(title, { ...textOf(page), bold: true }) + 4 + heightIn(page, drawing);

const quoteHeight = (page: PdfPage, { text, by }: Extract<Block, { kind: 'quote' }>) =>
  page.heightOf(text, { ...textOf(page), width: page.width - 12 }) +
  page.heightOf(by, { ...SMALL, width: page.width - 12 });

function writeBlock(page: PdfPage, block: Block): void {
  switch (block.kind) {
    case 'paragraph':
      page.tagged('P', () => page.write(block.text, block.quiet ? SMALL : textOf(page)));
      break;
    case 'sentences':
      for (const { text } of block.items) listItem(page, text);
      break;
    case 'figures':
      figures(page, block.items);
      break;
    case 'chart':
      page.tagged('Caption', () => page.write(block.title, { ...textOf(page), bold: true }));
      page.y += 4;
      page.tagged('Figure', () => drawInto(page, block.drawing), block.drawing.alternative);
      break;
    case 'table':
      tableInto(page, block.table);
      break;
    case 'quote':
      quote(page, block);
      break;
  }
  page.y += GAP;
}

function listItem(page: PdfPage, text: string): void {
  const style = { ...textOf(page), width: page.width - 14 };
  page.need(page.heightOf(text, style));
  const top = page.y;
  page.artifact(() => page.pdf.circle(page.left + 4, top + 8, 1.6).fill(QUIET));
  page.tagged('P', () => page.write(text, style, [page.left + 14, top]));
  page.y += 2;
}

/** Numbers side by side. */
function figures(page: PdfPage, items: readonly ShownFigure[]): void {
  const width = page.width / Math.max(1, items.length);
  const top = page.y;
  let lowest = top;
  items.forEach(({ name, value, note, tone }, index) => {
    const x = page.left + index * width;
    const inner = width - 10;
    page.tagged('P', () => {
      page.write(name, { ...SMALL, width: inner }, [x, top]);
      page.write(value, { size: 20, bold: true, width: inner }, [x, page.y]);
      page.write(note, { size: 8.5, colour: TONES[tone], width: inner }, [x, page.y]);
    });
    lowest = Math.max(lowest, page.y);
  });
  page.y = lowest;
}

function quote(page: PdfPage, { text, by, tone }: Extract<Block, { kind: 'quote' }>): void {
  const top = page.y;
  const width = page.width - 12;
  page.tagged('BlockQuote', () => {
    page.write(text, { ...textOf(page), width }, [page.left + 12, top]);
    page.write(by, { ...SMALL, width }, [page.left + 12, page.y]);
  });
  const height = page.y - top;
  page.artifact(() => page.pdf.rect(page.left, top, 2.5, height).fill(TONES[tone]));
}
