import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { DOCUMENT_LIMITS } from '@moodline/assistants/contract';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  DocumentBrokenError,
  DocumentEncryptedError,
  DocumentTooLargeError,
  DocumentWithoutTextError,
} from '../documents.errors';
import type { ReadDocument } from './block';
import { pageBlocks, type PdfLine } from './pdf-lines';

/** Reads the text of a PDF, page by page. Nothing in it is run, drawn or fetched. */
export async function readPdf(bytes: Buffer): Promise<ReadDocument> {
  const pdf = await opened(bytes);
  try {
    if (pdf.numPages > DOCUMENT_LIMITS.pages) throw new DocumentTooLargeError('pages');
    const pages: PdfLine[][] = [];
    let characters = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const lines = await pageLines(await pdf.getPage(number));
      characters += lines.reduce((sum, { text }) => sum + text.length, 0);
      if (characters > DOCUMENT_LIMITS.characters) throw new DocumentTooLargeError('characters');
      pages.push(lines);
    }
    if (!characters) throw new DocumentWithoutTextError(pdf.numPages);
    const blocks = pageBlocks(pages);
    return { blocks, pages: pdf.numPages, emptyPages: pages.filter((lines) => !lines.length).length };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** Tables by which Chinese and Japanese PDFs say which signs they mean, and the measures of fonts that are not embedded. */
function dataFolder(name: string): string {
  const manifest = findPackageJSON('pdfjs-dist', __filename);
  if (!manifest) throw new Error('The package pdfjs-dist is missing. Install the packages of Moodline again.');
  return `${join(dirname(manifest), name)}/`;
}

async function opened(bytes: Buffer): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      ...{ cMapUrl: dataFolder('cmaps'), cMapPacked: true, standardFontDataUrl: dataFolder('standard_fonts') },
      ...{ disableFontFace: true, useSystemFonts: false, useWorkerFetch: false, enableXfa: false },
      ...{ stopAtErrors: false, verbosity: 0 },
    }).promise;
  } catch (error) {
    // The classes of the library are not exported for each of them; their names are its contract.
    if ((error as Error).name === 'PasswordException') throw new DocumentEncryptedError();
    throw new DocumentBrokenError();
  }
}

async function pageLines(page: PDFPageProxy): Promise<PdfLine[]> {
  const lines: PdfLine[] = [];
  try {
    const { items } = await page.getTextContent();
    let open: { text: string; top: number; height: number } | null = null;
    for (const item of items) {
      if (!('str' in item)) continue;
      if (item.str) {
        const height = item.height || Math.abs(Number(item.transform[3])) || 1;
        open ??= { text: '', top: Number(item.transform[5]), height };
        open.text += item.str;
        open.height = Math.max(open.height, item.str.trim() ? height : 0);
      }
      if (item.hasEOL && open) {
        lines.push(open);
        open = null;
      }
    }
    if (open) lines.push(open);
  } catch {
    throw new DocumentBrokenError();
  } finally {
    page.cleanup();
  }
  return lines.filter(({ text }) => text.trim());
}
