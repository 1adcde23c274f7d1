import { createGunzip } from 'node:zlib';
import { pipeline, Readable } from 'node:stream';
import { BinaryFileError, UnpackedTooLargeError } from './import.errors';
import { headOf, type StoredFile } from './stored-file';
import type { Sheet } from './workbook';

/** Largest size of what a packed file holds, in bytes: a few kilobytes can be made to unpack to terabytes. */
export const MAX_UNPACKED = 2_000_000_000;

/** A file without its packing: text, or the sheets of a workbook. */
export type Unpacked =
  | { readonly kind: 'text'; readonly file: StoredFile }
  | { readonly kind: 'workbook'; readonly sheets: readonly Sheet[] };

/**
 * Takes the packing off a file: gzip as it is read, a workbook sheet by sheet into a folder. By what is in it, not by its name.
 * @param folder where sheets are unpacked to
 * @throws BinaryFileError, UnpackedTooLargeError
 */
export async function unpack(file: StoredFile, folder: () => Promise<string>): Promise<Unpacked> {
  const { head } = await headOf(file, 8);
  const start = head.toString('hex');
  if (start.startsWith('1f8b')) return { kind: 'text', file: gunzipped(file) };
  if (!start.startsWith('504b0304')) return { kind: 'text', file };
  // Only those who import workbooks pay for the parser.
  const { unpackWorkbook } = await import('./workbook');
  return { kind: 'workbook', sheets: await unpackWorkbook(file, await folder()) };
}

/** The file within a gzip file, unpacked as it is read. */
function gunzipped(file: StoredFile): StoredFile {
  return { path: null, open: () => limited(pipeline(Readable.from(file.open()), createGunzip(), () => undefined)) };
}

async function* limited(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > MAX_UNPACKED) throw new UnpackedTooLargeError(MAX_UNPACKED);
      yield chunk;
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw code.startsWith('Z_') ? new BinaryFileError('a gzip archive that is damaged or cut off') : error;
  }
}
