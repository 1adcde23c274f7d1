import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import {
  DocumentBrokenError,
  DocumentEncryptedError,
  DocumentKindError,
  DocumentTooLargeError,
} from '../documents.errors';

/** Files within a document; a long one has some hundreds. */
const MOST_ENTRIES = 5_000;
/** Bytes that one of its texts may have unpacked. */
const MOST_UNPACKED = 60_000_000;
/** A bit of the flags of an entry. */
const ENCRYPTED = 1;

/** The parts of a DOCX that are read. The sizes they say to have are limited, and checked while they are unpacked. */
export async function docxParts(bytes: Buffer): Promise<{ readonly document: Buffer; readonly styles: Buffer | null }> {
  const zip = await opened(bytes);
  try {
    const entries = await listed(zip);
    const main = [...entries.keys()].find((name) => /^word\/document\d*\.xml$/u.test(name));
    const document = main && entries.get(main);
    if (!document) throw new DocumentKindError(whatElse(entries));
    const styles = entries.get('word/styles.xml');
    return { document: await unpacked(zip, document), styles: styles ? await unpacked(zip, styles) : null };
  } finally {
    zip.close();
  }
}

function opened(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(new DocumentBrokenError()) : resolve(zip),
    ),
  );
}

function listed(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('error', () => reject(new DocumentBrokenError()));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > MOST_ENTRIES) reject(new DocumentTooLargeError('unpacked'));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

async function unpacked(zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.generalPurposeBitFlag & ENCRYPTED) throw new DocumentEncryptedError();
  if (entry.uncompressedSize > MOST_UNPACKED) throw new DocumentTooLargeError('unpacked');
  const stream = await new Promise<AsyncIterable<Buffer>>((resolve, reject) =>
    zip.openReadStream(entry, (error, found) => (error ? reject(new DocumentBrokenError()) : resolve(found))),
  );
  const chunks: Buffer[] = [];
  try {
    // One that holds more than it says is an error of the stream.
    for await (const chunk of stream) chunks.push(chunk);
  } catch {
    throw new DocumentBrokenError();
  }
  return Buffer.concat(chunks);
}

function whatElse(entries: ReadonlyMap<string, Entry>): string {
  if (entries.has('xl/workbook.xml')) return 'an Excel workbook';
  if (entries.has('ppt/presentation.xml')) return 'a PowerPoint presentation';
  if (entries.has('content.xml')) return 'an OpenDocument file';
  return 'a zip archive';
}
