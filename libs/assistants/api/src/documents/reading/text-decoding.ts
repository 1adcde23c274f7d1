import { TextDecoder } from 'node:util';
import { analyse } from 'chardet';
import { DocumentKindError } from '../documents.errors';

/** Encodings that texts still come in. */
const OLD = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'windows-1252'] as const;
/** Of a text at most this share may be signs that could not be read. */
const MOST_BROKEN = 0.005;

/** The text of a file without a format. @throws DocumentKindError for what is none */
export function decodedText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw new DocumentKindError('no text');
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  if (brokenShare(utf8) === 0) return utf8;
  const likely = analyse(bytes.subarray(0, 100_000)).map(({ name }) =>
    name.toLowerCase().replace('iso-8859-1', OLD[4]),
  );
  for (const encoding of [...likely, ...OLD].filter((name) => OLD.some((one) => one === name))) {
    const text = new TextDecoder(encoding).decode(bytes);
    if (brokenShare(text) <= MOST_BROKEN) return text;
  }
  if (brokenShare(utf8) <= MOST_BROKEN) return utf8;
  throw new DocumentKindError('no text');
}

const brokenShare = (text: string) => (text.match(/\uFFFD/gu)?.length ?? 0) / Math.max(1, text.length);
