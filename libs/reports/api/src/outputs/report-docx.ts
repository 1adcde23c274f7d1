import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type IStylesOptions,
  type ITableBordersOptions,
  Table as DocxTable,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ReportLanguage } from '@moodline/reports/contract';
import type { Block, ReportDocument, ShownFigure, Table } from '../document/report-document';
import { pngOf } from '../drawing/png';

/** Width of the text of an A4 page in dots of 96 to the inch. */
const WIDTH = 600;
const TWIPS = 15;
/** East Asian text is set in a font and with the shapes of the language, also where Latin letters stand around it. */
const EAST_ASIA = {
  zh: { font: 'Microsoft YaHei', language: 'zh-CN' },
  en: { font: 'Microsoft YaHei', language: 'zh-CN' },
  ja: { font: 'Yu Gothic', language: 'ja-JP' },
} as const;
const QUIET = '5B6268';
const TEXT = '17191C';
const SMALLEST = { color: QUIET, size: 16 } as const;
/** Lines between rows, as on the page of a report; numbers side by side have none. */
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'D9DCDF' } as const;
const NO_LINES: ITableBordersOptions = {
  ...{ top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE },
  ...{ insideHorizontal: NO_LINE, insideVertical: NO_LINE },
};
const ROW_LINES: ITableBordersOptions = { ...NO_LINES, bottom: LINE, insideHorizontal: LINE };
const TONES = { good: '0B7A75', bad: 'C2410C', plain: QUIET } as const;

/** Small dots near the text, as on the page of a report. */
const BULLETS = 'bullets';
const BULLET = {
  ...{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT },
  style: { run: { font: 'Arial', color: QUIET }, paragraph: { indent: { left: 380, hanging: 320 } } },
} as const;

type Part = Paragraph | DocxTable;

/** The report as a Word document, to be worked on: headings are headings, tables are tables, charts are pictures. */
export function reportDocx(report: ReportDocument): Promise<Buffer> {
  const { title, kindOfReport, period, compared, look, sections, foot, language } = report;
  const body: Part[] = [
    new Paragraph({ border: { bottom: { style: 'single', size: 36, space: 1, color: look.colour.slice(1) } } }),
    ...(look.logo ? [logo(look.logo)] : []),
    line(kindOfReport, { color: QUIET, size: 18 }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
    line(period),
    line(compared, { color: QUIET, size: 18 }),
    ...sections.flatMap((section) => [
      ...(section.title
        ? [new Paragraph({ heading: HeadingLevel.HEADING_1, text: section.title, keepNext: true })]
        : []),
      ...section.blocks.flatMap((block) => parts(block, language, section === sections.at(-1))),
    ]),
    new Paragraph({ keepNext: true }),
    ...foot.map((text, index) => line(text, { ...SMALLEST, keepNext: index < foot.length - 1 })),
  ];
  const pageNumber = new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16, color: QUIET })],
  });
  const document = new Document({
    ...{ title, creator: 'Moodline', description: kindOfReport },
    styles: stylesOf(language),
    numbering: { config: [{ reference: BULLETS, levels: [BULLET] }] },
    sections: [{ footers: { default: new Footer({ children: [pageNumber] }) }, children: body }],
  });
  return Packer.toBuffer(document);
}

/** Headings as on the page of a report, in a font of the language. */
function stylesOf(language: ReportLanguage): IStylesOptions {
  const eastAsia = EAST_ASIA[language];
  const run = {
    font: { ascii: 'Arial', hAnsi: 'Arial', eastAsia: eastAsia.font },
    size: 21,
    language: { value: language, eastAsia: eastAsia.language },
  };
  return {
    default: {
      // Without its rule some programs take the height of a line as exact, and cut charts and large letters off.
      document: { run, paragraph: { spacing: { after: 60, line: 276, lineRule: LineRuleType.AUTO } } },
      title: { run: { size: 44, bold: true, color: TEXT }, paragraph: { spacing: { before: 0, after: 80 } } },
      heading1: { run: { size: 28, bold: true, color: TEXT }, paragraph: { spacing: { before: 360, after: 120 } } },
    },
  };
}

interface LineStyle {
  readonly color?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly keepNext?: boolean;
}

const line = (text: string, { keepNext, ...style }: LineStyle = {}) =>
  new Paragraph({ keepNext, children: [new TextRun({ text, ...style })] });

function logo(address: string): Paragraph {
  const data = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  const type = address.startsWith('data:image/png') ? 'png' : 'jpg';
  const { width, height } = sizeOf(data, type);
  const scale = Math.min(180 / width, 48 / height, 1);
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return new Paragraph({ children: [new ImageRun({ type, data, transformation })] });
}

/** Width and height of an image; those of the frame where the file does not say. */
function sizeOf(data: Buffer, type: 'png' | 'jpg'): { width: number; height: number } {
  if (type === 'png' && data.length > 24)
    return { width: data.readUInt32BE(16) || 180, height: data.readUInt32BE(20) || 48 };
  // A frame header of JPEG (ITU-T T.81, B.2.2): marker, length, precision, height, width.
  for (let at = 2; at + 9 < data.length && data[at] === 0xff; at += 2 + data.readUInt16BE(at + 2)) {
    const marker = data[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc3)
      return { height: data.readUInt16BE(at + 5) || 48, width: data.readUInt16BE(at + 7) || 180 };
  }
  return { width: 180, height: 48 };
}

/** @param isLast what follows is the foot, which does not stand on a page of its own */
function parts(block: Block, language: ReportLanguage, isLast: boolean): Part[] {
  switch (block.kind) {
    case 'paragraph':
      return block.text.split('\n').map((text) => line(text, block.quiet ? { color: QUIET, size: 18 } : {}));
    case 'sentences':
      return block.items.map(
        ({ text }) => new Paragraph({ text, numbering: { reference: BULLETS, level: 0 }, keepNext: isLast }),
      );
    case 'figures':
      return [figures(block.items)];
    case 'chart': {
      const { width, height, alternative } = block.drawing;
      const image = new ImageRun({
        ...{ type: 'png', data: pngOf(block.drawing, language) },
        transformation: { width: WIDTH, height: Math.round((height * WIDTH) / width) },
        altText: { name: block.name, title: block.title, description: alternative },
      });
      return [
        new Paragraph({ keepNext: true, children: [new TextRun({ text: block.title, bold: true })] }),
        // With the note or the table below it.
        new Paragraph({ keepNext: true, children: [image] }),
      ];
    }
    case 'table':
      return [tableOf(block.table), new Paragraph({})];
    case 'quote':
      return [
        new Paragraph({
          ...{ indent: { left: 280 }, keepNext: true, children: [new TextRun({ text: block.text, italics: false })] },
          border: { left: { style: 'single', size: 18, space: 8, color: TONES[block.tone] } },
        }),
        new Paragraph({
          ...{ indent: { left: 280 }, spacing: { after: 120 } },
          children: [new TextRun({ text: block.by, color: QUIET, size: 18 })],
          border: { left: { style: 'single', size: 18, space: 8, color: TONES[block.tone] } },
        }),
      ];
  }
}

const cell = (children: Paragraph[], percent: number) =>
  new TableCell({
    ...{ children, margins: { top: 50, bottom: 50, left: 80, right: 80 } },
    width: { size: percent, type: WidthType.PERCENTAGE },
  });

function figures(items: readonly ShownFigure[]): DocxTable {
  const cells = items.map(({ name, value, note, tone }) =>
    cell(
      [
        line(name, { color: QUIET, size: 18 }),
        line(value, { bold: true, size: 40 }),
        line(note, { color: TONES[tone], size: 16 }),
      ],
      100 / items.length,
    ),
  );
  return new DocxTable({
    ...{ width: { size: 100, type: WidthType.PERCENTAGE }, borders: NO_LINES },
    rows: [new TableRow({ children: cells })],
  });
}

/** Width of a column of numbers; names have what is left. */
const NUMBER_PERCENT = 14;

function tableOf({ columns, rows }: Table): DocxTable {
  const paragraph = (text: string, index: number, head: boolean) =>
    new Paragraph({
      alignment: columns[index]?.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
      children: [new TextRun({ text, size: 18, ...(head && { color: QUIET }) })],
    });
  const numbers = columns.filter(({ numeric }) => numeric).length;
  const wide = (100 - NUMBER_PERCENT * numbers) / Math.max(1, columns.length - numbers);
  const percents = columns.map(({ numeric }) => (numeric ? NUMBER_PERCENT : wide));
  const cells = (texts: readonly string[], head: boolean) =>
    texts.map((text, index) => cell([paragraph(text, index, head)], percents[index] ?? wide));
  const head = cells(
    columns.map(({ title }) => title),
    true,
  );
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: cells(
          row.map(({ text }) => text),
          false,
        ),
      }),
  );
  return new DocxTable({
    ...{ width: { size: 100, type: WidthType.PERCENTAGE }, borders: ROW_LINES },
    columnWidths: percents.map((percent) => Math.round((percent / 100) * WIDTH * TWIPS)),
    rows: [new TableRow({ tableHeader: true, children: head }), ...body],
  });
}
