import PDFDocument from 'pdfkit';
import type { ReportDocument } from '../../document/report-document';
import { FONT_FACES, faceOf, type FontFace, type FontWeight } from '../fonts';
import { pdfFont } from './pdf-fonts';

export type Pdf = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

const MARGIN = { top: 52, bottom: 48, left: 48, right: 48 };
/** Signs that the fonts draw as wide as a Chinese character, as Latin texts write them. */
const NARROW: Readonly<Record<string, string>> = { '“': '"', '”': '"', '‘': "'", '’': "'", '…': '...' };
/** A picture of a face or a thing, with what belongs to it: its colour, and others that it is joined with (Unicode TR 51). */
const EMOJI =
  /\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*)*|\p{Regional_Indicator}{1,2}/gu;
/** Stands for a sign that the fonts do not have. */
const BOX = '□';

export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: 'left' | 'right';
  readonly width?: number;
}

/** A4 pages that are filled from top to bottom, with the tree of tags that screen readers follow. */
export class PdfPage {
  readonly pdf: Pdf;
  readonly left = MARGIN.left;
  readonly width: number;
  private readonly root: Element;
  private readonly isLatin: boolean;
  /** The face of its language; the other ones help out. */
  private readonly face: FontFace;
  private emojiLeftOut = false;

  /** @param tight smaller letters, charts and gaps */
  constructor(
    { language, title, kindOfReport, period, madeAt }: ReportDocument,
    readonly tight = false,
  ) {
    this.isLatin = language === 'en';
    this.face = faceOf(language);
    this.pdf = new PDFDocument({
      ...{ size: 'A4', margins: MARGIN, bufferPages: true, font: pdfFont(this.face, 'regular') as unknown as string },
      ...{ pdfVersion: '1.7', tagged: true, lang: language, displayTitle: true },
      info: {
        Title: `${title} – ${period}`,
        Subject: kindOfReport,
        Creator: 'Moodline',
        CreationDate: new Date(madeAt),
      },
    });
    // It takes fonts that are open, which its types do not know; under another name than their own it would open them again and again.
    for (const face of FONT_FACES)
      for (const weight of ['regular', 'bold'] as const) {
        const font = pdfFont(face, weight);
        this.pdf.registerFont(font.postscriptName, font as unknown as string);
      }
    this.width = this.pdf.page.width - MARGIN.left - MARGIN.right;
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  get bottom(): number {
    return this.pdf.page.height - MARGIN.bottom;
  }

  get y(): number {
    return this.pdf.y;
  }

  set y(value: number) {
    this.pdf.y = value;
  }

  /** Goes on with a new page where less than `height` is left of this one. @returns whether it did */
  need(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    // What is higher than a page begins where it stands: it is cut wherever it begins.
    if (height > this.bottom - MARGIN.top) return false;
    this.pdf.addPage();
    return true;
  }

  /** How many pages there are, and how much of the last one is filled. */
  get extent(): { readonly pages: number; readonly filled: number } {
    const filled = (this.y - MARGIN.top) / (this.bottom - MARGIN.top);
    return { pages: this.pdf.bufferedPageRange().count, filled };
  }

  /** Whether a text that was written or measured lost signs such as pictures of faces, which the fonts do not have. */
  get hasLeftOut(): boolean {
    return this.emojiLeftOut;
  }

  /** Whether that is left of a page which holds nothing yet. */
  fitsPage(height: number): boolean {
    return MARGIN.top + height <= this.bottom;
  }

  /** Something that readers meet as one thing. @param tag of PDF 1.7 (ISO 32000-1, 14.8.4) */
  tagged(tag: string, draw: () => void, alternative?: string): void {
    const element = this.pdf.struct(tag, alternative === undefined ? {} : { alt: alternative }, [draw]);
    this.root.add(element);
    element.end();
  }

  /** A thing of several, such as a table. */
  tree(tag: string, fill: (element: Element) => void): void {
    const element = this.pdf.struct(tag);
    this.root.add(element);
    fill(element);
    element.end();
  }

  /** What readers skip: lines and page numbers. */
  artifact(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }

  heightOf(text: string, style: TextStyle): number {
    this.styled(style, text);
    return this.pdf.heightOfString(this.drawable(text), { width: style.width ?? this.width, lineGap: gapOf(style) });
  }

  /** Writes a text at a place; the next one goes below it. */
  write(text: string, style: TextStyle, at: readonly [x: number, y: number] = [this.left, this.y]): void {
    this.styled(style, text);
    this.pdf.text(this.drawable(text), at[0], at[1], {
      ...{ width: style.width ?? this.width, align: style.align ?? 'left', lineGap: gapOf(style) },
    });
  }

  /** The text without pictures of faces and things, and with a box for each letter that the fonts do not have. */
  drawable(text: string): string {
    const font = pdfFont(this.faceFor(text), 'regular');
    const plain = text.replace(EMOJI, (sign) => (font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? sign : ''));
    // Where there is nothing else, a box says that there was something.
    const kept = plain.trim() || !text.trim() ? plain : text;
    if (kept !== text) this.emojiLeftOut = true;
    return [...(kept === text ? text : kept.replace(/ {2,}/g, ' ').trimEnd())]
      .map((sign) => {
        const narrow = this.isLatin ? NARROW[sign] : undefined;
        if (narrow) return narrow;
        const point = sign.codePointAt(0) ?? 0;
        if (sign === '\n' || font.hasGlyphForCodePoint(point)) return sign;
        return /\p{M}|\p{Cf}|[\ufe00-\ufe0f]/u.test(sign) ? '' : BOX;
      })
      .join('');
  }

  /** Page numbers, and the whole as a file. @param number of a page, and of how many */
  async finish(number: (page: number, of: number) => string): Promise<Buffer> {
    this.root.end();
    const { start, count } = this.pdf.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      this.pdf.switchToPage(start + index);
      // The number stands in the margin, where a text would begin a new page.
      this.pdf.page.margins.bottom = 0;
      this.artifact(() =>
        this.write(number(index + 1, count), { size: 9, colour: '#5b6268', align: 'right' }, [
          this.left,
          this.pdf.page.height - 36,
        ]),
      );
    }
    const chunks: Buffer[] = [];
    this.pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise<void>((resolve) => this.pdf.on('end', resolve));
    this.pdf.end();
    await ended;
    return Buffer.concat(chunks);
  }

  /** @param text that is written or measured next: a text is set in one face */
  styled({ size, bold, colour = '#17191c' }: TextStyle, text: string): void {
    const weight: FontWeight = bold ? 'bold' : 'regular';
    this.pdf
      .font(pdfFont(this.faceFor(text), weight).postscriptName)
      .fontSize(size)
      .fillColor(colour);
  }

  /** The face of the language, or another one that has signs which it lacks, such as simplified characters in a Japanese report. */
  private faceFor(text: string): FontFace {
    const has = (face: FontFace, sign: string) =>
      pdfFont(face, 'regular').hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
    const missing = [...text].filter((sign) => !has(this.face, sign));
    return FONT_FACES.find((face) => face !== this.face && missing.some((sign) => has(face, sign))) ?? this.face;
  }
}

/** Noto's lines stand far apart already. */
const gapOf = ({ size }: TextStyle): number => -0.06 * size;
