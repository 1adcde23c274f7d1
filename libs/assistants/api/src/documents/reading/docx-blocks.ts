import { SaxesParser } from 'saxes';
import { DocumentBrokenError } from '../documents.errors';
import { tidy, type ReadDocument } from './block';
import { docxParts } from './docx-archive';

type Attributes = Readonly<Record<string, string>>;
interface Handler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(value: string): void;
}

/** Reads the paragraphs, headings and tables of a DOCX. Its pages are those that Word counted when it was saved, or those it breaks itself. */
export async function readDocx(bytes: Buffer): Promise<ReadDocument> {
  const { document, styles } = await docxParts(bytes);
  const reading = new DocxReading(styles ? headingStyles(styles) : new Map());
  readXml(document, reading);
  return reading.end();
}

/** Levels of the styles that are headings: their ids are translated, their names are not. */
function headingStyles(styles: Buffer): Map<string, number> {
  const levels = new Map<string, number>();
  let id = '';
  readXml(styles, {
    open: (name, attributes) => {
      if (name === 'style') id = attributes['w:styleId'] ?? '';
      const [, level] = /^heading ([1-6])$/iu.exec(name === 'name' ? (attributes['w:val'] ?? '') : '') ?? [];
      if (level) levels.set(id, Number(level));
      if (name === 'name' && /^title$/iu.test(attributes['w:val'] ?? '')) levels.set(id, 1);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return levels;
}

interface Paragraph {
  text: string;
  level: number;
}

interface Placed {
  readonly heading: string;
  readonly text: string;
  /** Page breaks before it: those that Word laid out, and those that somebody put there. */
  readonly laidOut: number;
  readonly put: number;
}

class DocxReading implements Handler {
  private readonly blocks: Placed[] = [];
  private readonly headings: string[] = [];
  /** A text box is a paragraph within another one. */
  private readonly paragraphs: Paragraph[] = [];
  /** Cells of the rows that are open: a table may stand in a cell. */
  private readonly rows: string[][] = [];
  private laidOut = 0;
  private put = 0;
  private inText = false;
  /** Within what is written twice for old programs. */
  private twice = 0;

  constructor(private readonly styles: ReadonlyMap<string, number>) {}

  open(name: string, attributes: Attributes): void {
    const paragraph = this.paragraphs.at(-1);
    if (name === 'Fallback') this.twice++;
    if (this.twice) return;
    if (name === 'p') this.paragraphs.push({ text: '', level: 0 });
    else if (name === 'tr') this.rows.push([]);
    else if (name === 'tc') this.rows.at(-1)?.push('');
    else if (name === 't') this.inText = true;
    else if (name === 'lastRenderedPageBreak') this.laidOut++;
    else if (name === 'br' && attributes['w:type'] === 'page') this.put++;
    else if (paragraph && name === 'pStyle') paragraph.level = this.styles.get(attributes['w:val'] ?? '') ?? 0;
    else if (paragraph && name === 'tab') paragraph.text += ' ';
    else if (paragraph && (name === 'br' || name === 'cr')) paragraph.text += '\n';
    else if (paragraph && name === 'noBreakHyphen') paragraph.text += '-';
  }

  text(value: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (this.inText && !this.twice && paragraph) paragraph.text += value;
  }

  close(name: string): void {
    if (name === 'Fallback') this.twice--;
    if (this.twice) return;
    if (name === 't') this.inText = false;
    if (name === 'p') this.endParagraph(this.paragraphs.pop());
    if (name === 'tr') {
      const cells = (this.rows.pop() ?? []).map((cell) => cell.trim()).filter(Boolean);
      this.add(cells.join(' | '));
    }
  }

  end(): ReadDocument {
    const byWord = this.laidOut > 0;
    const pages = byWord ? this.laidOut + 1 : this.put > 0 ? this.put + 1 : null;
    const blocks = this.blocks.map(({ heading, text, laidOut, put }) => ({
      ...{ heading, text },
      page: pages === null ? null : (byWord ? laidOut : put) + 1,
    }));
    return { blocks, pages, emptyPages: 0 };
  }

  private endParagraph(paragraph: Paragraph | undefined): void {
    const text = tidy(paragraph?.text ?? '');
    if (!paragraph || !text) return;
    const cells = this.rows.at(-1);
    if (cells?.length) cells.push(joinedCell(cells.pop() ?? '', text));
    else if (paragraph.level) {
      this.headings.length = Math.min(this.headings.length, paragraph.level - 1);
      this.headings[paragraph.level - 1] = text;
    } else this.add(text);
  }

  private add(text: string): void {
    const cells = this.rows.at(-1);
    // A table in a cell is a part of the cell.
    if (cells?.length && text) cells.push(joinedCell(cells.pop() ?? '', text));
    else if (text)
      this.blocks.push({
        heading: this.headings.filter(Boolean).join(' › '),
        ...{ text, laidOut: this.laidOut, put: this.put },
      });
  }
}

const joinedCell = (cell: string, text: string) => (cell ? `${cell} ${text}` : text);

/** Names are without their prefix. @throws DocumentBrokenError for what is no XML, or has a document type */
function readXml(bytes: Buffer, handler: Handler): void {
  const parser = new SaxesParser();
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  const broken = () => {
    throw new DocumentBrokenError();
  };
  parser.on('opentag', ({ name, attributes }) => handler.open(local(name), attributes));
  parser.on('closetag', ({ name }) => handler.close(local(name)));
  parser.on('text', (value) => handler.text(value));
  parser.on('cdata', (value) => handler.text(value));
  parser.on('doctype', broken);
  parser.on('error', broken);
  parser.write(bytes.toString('utf8')).close();
}
