import { dirname, join } from 'node:path';
import { findPackageJSON } from 'node:module';
import { Document, HeadingLevel, Packer, PageBreak, Paragraph, TextRun } from 'docx';
import PDFDocument from 'pdfkit';

const FONT = '@expo-google-fonts/noto-sans-sc';

/**
 * A file as people bring it, made from a text: `# ` and `## ` begin headings, `---` begins a page, an empty line a paragraph. What is to come out
 * stands at the end of the name: `.pdf.txt`, `.docx.txt`, or the text itself.
 */
export async function documentFile(
  name: string,
  source: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const made = name.replace(/\.txt$/u, '');
  if (made.endsWith('.pdf')) return { name: made, bytes: await pdfOf(source) };
  if (made.endsWith('.docx')) return { name: made, bytes: await docxOf(source) };
  return { name, bytes: Buffer.from(source) };
}

interface Piece {
  readonly level: number;
  readonly text: string;
}

const pagesOf = (source: string): Piece[][] =>
  source.split(/^---$/mu).map((page) =>
    page
      .split(/\n\s*\n/u)
      .map((piece) => piece.trim())
      .filter(Boolean)
      .map((piece) => ({ level: /^#+/u.exec(piece)?.[0].length ?? 0, text: piece.replace(/^#+ /u, '') })),
  );

/** @param options of pdfkit, as a password */
export async function pdfOf(source: string, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const manifest = findPackageJSON(FONT, __filename);
  const pdf = new PDFDocument({ ...options, autoFirstPage: false });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const end = new Promise((resolve) => pdf.on('end', resolve));
  pdf.font(join(dirname(manifest ?? ''), '400Regular/NotoSansSC_400Regular.ttf'));
  for (const page of pagesOf(source)) {
    pdf.addPage();
    for (const { level, text } of page) {
      pdf.fontSize(level ? 22 - 3 * level : 11).text(text, { features: [] });
      pdf.moveDown();
    }
  }
  pdf.end();
  await end;
  return Buffer.concat(chunks);
}

const LEVELS = [undefined, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

function docxOf(source: string): Promise<Buffer> {
  const children = pagesOf(source).flatMap((page, index) => [
    ...(index ? [new Paragraph({ children: [new PageBreak()] })] : []),
    ...page.map(({ level, text }) => new Paragraph({ heading: LEVELS[level], children: [new TextRun(text)] })),
  ]);
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}
