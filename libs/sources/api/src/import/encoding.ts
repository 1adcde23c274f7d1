import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { analyse } from 'chardet';
import { encodingByWords } from './encoding-words';
import { BinaryFileError } from './import.errors';
import { refuseSignature } from './file-signatures';

/** Encodings a file may have; the names are those of the WHATWG, which `TextDecoder` takes. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-874',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** One byte a character: any bytes are valid in each of them, so only the words tell them apart. The usual one first. */
const SINGLE_BYTE: readonly Encoding[] = ENCODINGS.slice(ENCODINGS.indexOf('windows-1252'));

/** Stands where bytes could not be read. A noncharacter: no honest text contains it (U+FFFD, in contrast, is found in many exports). */
export const BROKEN = '\uFFFF';

/** Bytes below this are never the second half of a character in any of the multi-byte encodings above, UTF-16 aside. */
const ALWAYS_ALONE = 0x30;
const MARK = '\uFEFF';
const MAX_BROKEN_SHARE = 0.005;
/** Bytes without a safe place to cut; more than any honest text has. */
const MAX_UNCUT = 1_000_000;

/**
 * Finds out how a file is encoded from its first bytes (64 kB are enough).
 * @returns `ascii` while nothing but ASCII was seen: {@link TextDecoding} decides later
 * @throws BinaryFileError, ArchiveFileError, LockedWorkbookError when it is no text
 */
export function detectEncoding(head: Buffer): Encoding | 'ascii' {
  refuseSignature(head);
  if (head.subarray(0, 3).toString('hex') === 'efbbbf') return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.includes(0)) return detectUtf16(head);
  return isAscii(head) ? 'ascii' : multiByteEncoding(head);
}

/** Text without a byte order mark that holds zero bytes is UTF-16, or no text. */
function detectUtf16(head: Buffer): Encoding {
  const even = head.subarray(0, head.length - (head.length % 2));
  const score = (encoding: Encoding) => {
    const text = new TextDecoder(encoding).decode(even);
    return (text.match(/[\t\n\r\x20-\x7E\u3000-\u30FF\u4E00-\u9FFF\uFF00-\uFFEF]/gu)?.length ?? 0) / text.length;
  };
  const [little, big] = [score('utf-16le'), score('utf-16be')];
  if (Math.max(little, big) < 0.7) throw new BinaryFileError('no text');
  return little >= big ? 'utf-16le' : 'utf-16be';
}

/**
 * Every byte sequence is valid in some encoding, so statistics choose among those in which the text is (nearly) whole.
 * A text that is nearly whole UTF-8 is UTF-8 with damage.
 */
function multiByteEncoding(sample: Buffer): Encoding {
  const text = sample.subarray(0, safeCut(sample) || sample.length);
  if (brokenShare(text, 'utf-8') < MAX_BROKEN_SHARE / 5 && isUtf8(text)) return 'utf-8';
  const written = linesOf(text).filter((line) => !isAscii(line));
  const valid = written.filter(isUtf8Line);
  if (valid.length) {
    const other = otherEncoding(Buffer.concat(valid), Buffer.concat(written.filter((line) => !isUtf8(line))));
    if (other || valid.length > written.length / 2) return other ?? 'utf-8';
  }
  return brokenShare(text, 'utf-8') < MAX_BROKEN_SHARE / 5 ? 'utf-8' : encodingOf(text);
}

/** Of a file whose lines are UTF-8 and something else, the other encoding: one of the same writing in which those lines are words. Null where they are damaged. */
function otherEncoding(valid: Buffer, others: Buffer): Encoding | null {
  const text = valid.toString('utf8');
  const candidates: readonly Encoding[] = /\p{Script=Hangul}/u.test(text)
    ? ['euc-kr']
    : /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
      ? ['shift_jis', 'euc-jp']
      : ['gb18030', 'big5'];
  return candidates.find((encoding) => isWhole(others, encoding) && isEastAsian(others, encoding)) ?? null;
}

/** Whether bytes make some words of Chinese, Japanese or Korean, and nothing else: a damaged sign does not. */
function isEastAsian(bytes: Buffer, encoding: Encoding): boolean {
  const text = new TextDecoder(encoding).decode(bytes).replace(/[\p{ASCII}\u3000-\u303f\uff00-\uff65“”‘’…—·]/gu, '');
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]{4,}$/u.test(text);
}

/** What the bytes of a text that is no UTF-8 look like. */
function encodingOf(text: Buffer): Encoding {
  const likely = analyse(text).map(({ name }) => name.toLowerCase().replace('iso-8859-1', 'windows-1252'));
  const candidates = [
    ...likely.filter((name): name is Encoding => ENCODINGS.includes(name as Encoding)),
    'gb18030' as const,
  ];
  const found = candidates.find(
    (encoding) => !encoding.startsWith('utf-') && brokenShare(text, encoding) < MAX_BROKEN_SHARE,
  );
  if (!found) return 'utf-8';
  const isSingle = SINGLE_BYTE.includes(found);
  return isSingle ? encodingByWords(text, SINGLE_BYTE) : found;
}

function brokenShare(bytes: Buffer, encoding: Encoding): number {
  if (isWhole(bytes, encoding)) return 0;
  const text = new TextDecoder(encoding).decode(bytes);
  return (text.match(/\uFFFD/gu)?.length ?? 0) / Math.max(1, text.length);
}

function isWhole(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Decodes a file as it streams. Characters are never cut; a line whose bytes are broken carries {@link BROKEN}, so that it
 * can be refused by name while all others are read. The byte order mark is left out.
 */
export class TextDecoding {
  private pending: Buffer = Buffer.alloc(0);
  private atLineStart = true;
  private readonly utf16: TextDecoder | null;

  /** @param found what {@link detectEncoding} said */
  constructor(private found: Encoding | 'ascii') {
    this.utf16 = found.startsWith('utf-16') ? new TextDecoder(found) : null;
  }

  /** The encoding, final only after {@link end}: a file may begin with a long stretch of ASCII. */
  get encoding(): Encoding {
    return this.found === 'ascii' ? 'utf-8' : this.found;
  }

  push(chunk: Buffer): string {
    if (this.utf16) return this.withoutMarks(this.utf16.decode(chunk, { stream: true }));
    if (this.found === 'ascii' && !isAscii(chunk))
      this.found = multiByteEncoding(chunk.subarray(chunk.findIndex((byte) => byte > 0x7f)));
    const bytes = this.pending.length ? Buffer.concat([this.pending, chunk]) : chunk;
    const cut = safeCut(bytes) || (bytes.length > MAX_UNCUT ? bytes.length : 0);
    this.pending = bytes.subarray(cut);
    return this.text(bytes.subarray(0, cut));
  }

  end(): string {
    return this.utf16 ? this.withoutMarks(this.utf16.decode()) : this.text(this.pending);
  }

  /** Files that were put together have a byte order mark at the beginning of a line, where it hides a quote or a bracket. */
  private withoutMarks(text: string): string {
    const cut = this.atLineStart && text.startsWith(MARK) ? text.slice(1) : text;
    if (text) this.atLineStart = /[\n\r]$/.test(text);
    return cut.includes(MARK) ? cut.replace(/(?<=[\n\r])\uFEFF/g, '') : cut;
  }

  private text(bytes: Buffer): string {
    if (!bytes.length) return '';
    return this.withoutMarks(decodeLines(bytes, this.encoding));
  }
}

const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80);

/** Position behind the last byte that surely ends a character; 0 when there is none. */
function safeCut(bytes: Buffer): number {
  let cut = bytes.length;
  while (cut > 0 && (bytes[cut - 1] ?? 0) >= ALWAYS_ALONE) cut--;
  return cut;
}

/** Of files that were put together, lines of the other one are UTF-8. Hardly any text of these encodings is so by chance, as soon as it has three bytes a sign. */
const PAIRED: readonly Encoding[] = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'];
const holdsUtf8 = (bytes: Buffer) =>
  bytes.some((byte, at) => byte >= 0xe2 && byte <= 0xef && isTail(bytes, at + 1) && isTail(bytes, at + 2));
const isUtf8Line = (line: Buffer) => holdsUtf8(line) && isUtf8(line);
const isTail = (bytes: Buffer, at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80;

function decodeLines(bytes: Buffer, encoding: Encoding): string {
  if (!PAIRED.includes(encoding) || !holdsUtf8(bytes)) return decodeMarked(bytes, encoding);
  return linesOf(bytes)
    .map((line) => (isUtf8Line(line) ? line.toString('utf8') : decodeMarked(line, encoding)))
    .join('');
}

/** Decodes whole characters; only in a line that is broken does the mark take the place of the broken bytes. */
function decodeMarked(bytes: Buffer, encoding: Encoding): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const newline = bytes.indexOf(0x0a);
    if (newline < 0 || newline === bytes.length - 1)
      return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes).replaceAll('\uFFFD', BROKEN);
    return linesOf(bytes)
      .map((line) => decodeMarked(line, encoding))
      .join('');
  }
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
}
