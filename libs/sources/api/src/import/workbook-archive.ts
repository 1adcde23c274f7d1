import { fromBuffer, open, type Entry, type Options, type ZipFile } from 'yauzl';
import { ArchiveFileError, BinaryFileError, UnpackedTooLargeError } from './import.errors';
import type { StoredFile } from './stored-file';

const ZIP = 'a zip archive';
const MAX_ENTRIES = 10_000;
/** Larger archives without a place on the disk are not read. */
const MAX_IN_MEMORY = 100_000_000;
const OPTIONS = { lazyEntries: true, autoClose: false } as const;

/** The files within a workbook. The sizes they say to have are limited and are checked while they are unpacked. */
export class WorkbookArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(file: StoredFile): Promise<WorkbookArchive> {
    const zip = await openZip(file);
    const entries = await listed(zip).catch((error: unknown) => {
      zip.close();
      throw damaged(error);
    });
    const archive = new WorkbookArchive(zip, entries);
    const what = whatElse(entries);
    if (!what) return archive;
    archive.close();
    throw what === ZIP ? new ArchiveFileError(what) : new BinaryFileError(what);
  }

  has(path: string): boolean {
    return this.entries.has(path);
  }

  /** @param limit most bytes it may have unpacked */
  read(path: string, limit: number): Promise<AsyncIterable<Buffer>> {
    const entry = this.entries.get(path);
    if (!entry) throw new BinaryFileError('a workbook that is damaged');
    if (entry.uncompressedSize > limit) throw new UnpackedTooLargeError(limit);
    return new Promise((resolve, reject) =>
      this.zip.openReadStream(entry, (error, stream) => (error ? reject(damaged(error)) : resolve(sound(stream)))),
    );
  }

  close(): void {
    this.zip.close();
  }
}

async function openZip(file: StoredFile): Promise<ZipFile> {
  const { path } = file;
  const bytes = path === null ? await inMemory(file) : null;
  return new Promise<ZipFile>((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile) => (error ? reject(damaged(error)) : resolve(zip));
    const options: Options = OPTIONS;
    if (bytes) fromBuffer(bytes, options, done);
    else open(path ?? '', options, done);
  });
}

async function inMemory(file: StoredFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of file.open()) {
    size += chunk.length;
    if (size > MAX_IN_MEMORY) throw new UnpackedTooLargeError(MAX_IN_MEMORY);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function listed(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > MAX_ENTRIES) reject(new UnpackedTooLargeError(MAX_ENTRIES));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

/** What an archive is that is no workbook; null for one. */
function whatElse(entries: ReadonlyMap<string, Entry>): string | null {
  if (entries.has('xl/workbook.xml')) return null;
  if (entries.has('xl/workbook.bin')) return 'a binary Excel workbook (.xlsb)';
  if (entries.has('content.xml') && entries.has('mimetype')) return 'an OpenDocument file';
  if ([...entries.keys()].some((name) => /\.iwa$|^Index\.zip$/u.test(name)))
    return 'a Numbers, Pages or Keynote document';
  if (entries.has('ppt/presentation.xml')) return 'a PowerPoint presentation';
  return entries.has('word/document.xml') ? 'a Word document' : ZIP;
}

/** A stream whose faults say that the archive is damaged. */
async function* sound(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* stream;
  } catch (error) {
    throw damaged(error);
  }
}

const damaged = (error: unknown) =>
  error instanceof UnpackedTooLargeError || error instanceof BinaryFileError
    ? error
    : new BinaryFileError('a workbook that is damaged');
