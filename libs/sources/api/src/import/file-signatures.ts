import { ArchiveFileError, BinaryFileError, LockedWorkbookError } from './import.errors';

/** What the first bytes of a file tell of formats that are no text. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['25504446', 'a PDF'],
  ['7b5c727466', 'a text document (.rtf)'],
  ['89504e47', 'a picture'],
  ['ffd8ff', 'a picture'],
  ['47494638', 'a picture'],
  ['53514c69', 'an SQLite database'],
  ['50415231', 'a Parquet file'],
  ['4f626a01', 'an Avro file'],
  ['4f5243', 'an ORC file'],
  ['4152524f5731', 'an Arrow file'],
  ['894844460d0a1a0a', 'an HDF5 file'],
  ['24464c32', 'an SPSS file'],
  ['2142444e', 'a mailbox of Outlook (.pst)'],
  ['62706c697374', 'a property list of Apple'],
  ['000100005374616e64617264', 'an Access database'],
];
const ARCHIVES: readonly (readonly [string, string])[] = [
  ['504b0304', 'a zip archive'],
  ['1f8b', 'a gzip archive within another one'],
  ['377abcaf271c', 'a 7z archive'],
  ['52617221', 'a RAR archive'],
  ['425a68', 'a bzip2 archive'],
  ['fd377a585a00', 'an xz archive'],
  ['28b52ffd', 'a Zstandard archive'],
];
/** Office files of before 2007, and what holds newer ones that have a password. */
const COMPOUND = 'd0cf11e0';
/** Names of what lies in such a file. */
const WITHIN: readonly (readonly [string, string])[] = [
  ['WordDocument', 'an old Word document (.doc)'],
  ['PowerPoint Document', 'an old PowerPoint presentation (.ppt)'],
  ['__substg1.0_', 'an e-mail of Outlook (.msg)'],
];
/** Where a tape archive says what it is. */
const TAPE = 257;

/** @throws BinaryFileError, ArchiveFileError, LockedWorkbookError when the first bytes of a file say that it is no text */
export function refuseSignature(head: Buffer): void {
  const begins = ([start]: readonly [string, string]) => head.subarray(0, start.length / 2).toString('hex') === start;
  const archive = ARCHIVES.find(begins);
  if (archive) throw new ArchiveFileError(archive[1]);
  if (head.subarray(TAPE, TAPE + 5).toString('latin1') === 'ustar') throw new ArchiveFileError('a tar archive');
  const signature = SIGNATURES.find(begins);
  if (signature) throw new BinaryFileError(signature[1]);
  if (begins([COMPOUND, ''])) {
    const holds = (name: string) => head.includes(Buffer.from(name, 'utf16le'));
    if (holds('EncryptedPackage')) throw new LockedWorkbookError();
    throw new BinaryFileError(WITHIN.find(([name]) => holds(name))?.[1] ?? 'an old Excel workbook (.xls)');
  }
}
