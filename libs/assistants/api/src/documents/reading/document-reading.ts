import { extname } from 'node:path';
import { DOCUMENT_LIMITS, type DocumentKind } from '@moodline/assistants/contract';
import {
  DocumentEmptyError,
  DocumentEncryptedError,
  DocumentKindError,
  DocumentTooLargeError,
} from '../documents.errors';
import type { ReadDocument } from './block';
import { readDocx } from './docx-blocks';
import { readMarkdown } from './markdown-blocks';
import { splitPassages, type SplitPassage } from './passages';
import { readPdf } from './pdf-blocks';
import { readText } from './text-blocks';
import { decodedText } from './text-decoding';

/** A file as it is stored. */
export interface DocumentText {
  readonly kind: DocumentKind;
  readonly pages: number | null;
  readonly emptyPages: number;
  readonly characters: number;
  readonly passages: readonly SplitPassage[];
}

/** What the first bytes of a file tell of formats that are not read. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['89504e47', 'a picture'],
  ['ffd8ff', 'a picture'],
  ['47494638', 'a picture'],
  ['1f8b', 'an archive'],
  ['377abcaf', 'an archive'],
  ['52617221', 'an archive'],
  ['7b5c727466', 'a rich text file (RTF)'],
  ['7f454c46', 'a program'],
  ['4d5a', 'a program'],
];
const OLD_OFFICE = 'd0cf11e0';

/** Reads a file and splits it into passages. What it is, its first bytes say; its name tells Markdown from text only. */
export async function readDocument(bytes: Buffer, name: string): Promise<DocumentText> {
  const kind = kindOf(bytes, name);
  const { blocks, pages, emptyPages } = await read(kind, bytes);
  const passages = splitPassages(blocks);
  const characters = passages.reduce((sum, { text }) => sum + text.length, 0);
  if (!/[\p{L}\p{N}]/u.test(passages.map(({ text }) => text).join(' '))) throw new DocumentEmptyError();
  if (characters > DOCUMENT_LIMITS.characters) throw new DocumentTooLargeError('characters');
  return { kind, pages, emptyPages, characters, passages };
}

function read(kind: DocumentKind, bytes: Buffer): ReadDocument | Promise<ReadDocument> {
  if (kind === 'pdf') return readPdf(bytes);
  if (kind === 'docx') return readDocx(bytes);
  const text = decodedText(bytes);
  if (/^\s*<(?:!doctype html|html)\b/iu.test(text)) throw new DocumentKindError('a web page');
  return kind === 'markdown' ? readMarkdown(text) : readText(text);
}

function kindOf(bytes: Buffer, name: string): DocumentKind {
  if (!bytes.length) throw new DocumentEmptyError();
  const start = bytes.subarray(0, 8).toString('hex');
  const ending = extname(name).toLowerCase();
  // Some programs write a line before the mark of a PDF.
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (start.startsWith('504b')) return 'docx';
  // A new document with a password lies in the format of the old ones.
  if (start.startsWith(OLD_OFFICE) && ending === '.docx') throw new DocumentEncryptedError();
  if (start.startsWith(OLD_OFFICE)) throw new DocumentKindError('an old Office file (.doc, .xls)');
  const other = OTHERS.find(([mark]) => start.startsWith(mark));
  if (other) throw new DocumentKindError(other[1]);
  return ['.md', '.markdown'].includes(ending) ? 'markdown' : 'text';
}
