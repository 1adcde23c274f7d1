import { TextDecoder } from 'node:util';
import { analyse } from 'chardet';
import { BROKEN } from '../../import/encoding';

/** Enough of a body to find out how it is encoded. */
const SAMPLE = 64_000;
/** Labels of encodings with one byte a sign: any bytes are valid in them, so being valid proves nothing. */
const ONE_BYTE = /^(?:us-ascii|ascii|latin1|l1|iso[-_]?8859[-_]?\d*|windows-125\d|cp125\d|koi8-.*|macintosh|ibm866)$/iu;
/** Of these, the ones that servers say without knowing. */
const DEFAULT = /^(?:us-ascii|ascii|latin1|l1|iso[-_]?8859[-_]?1|windows-1252|cp1252)$/iu;
const UTF_8 = /^utf-?8$/iu;
/** Of the signs outside of ASCII so many may be damaged in a text that is UTF-8 all the same; and so many have to be there to tell. */
const MAX_DAMAGED = 0.05;
const MIN_SIGNS = 20;
/** From this confidence on (of 100) statistics of bytes are believed. */
const SURE = 50;

/**
 * Decodes the bytes of an answer. A byte order mark counts; then readable text wins over what is said of it: UTF-8 where the bytes
 * are valid UTF-8, else what the server or the text itself says where that is valid, else what the bytes look like. What cannot be
 * read carries the mark `BROKEN`, by which single comments are refused later.
 */
export function decodeText(body: Buffer, contentType: string): string {
  const mark = byteOrderMark(body);
  if (mark) return new TextDecoder(mark).decode(body);
  const head = body.subarray(0, 1000).toString('latin1');
  const labels = [
    /charset\s*=\s*["']?([\w-]+)/iu.exec(contentType)?.[1],
    /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]+)/iu.exec(head)?.[1],
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1],
  ].filter((label) => label !== undefined && isEncoding(label)) as string[];
  const said = (wanted: (label: string) => boolean) => firstWhole(body, labels.filter(wanted));
  return (
    utf8(body, labels) ??
    damagedUtf8(body) ??
    said((label) => !ONE_BYTE.test(label) && !UTF_8.test(label)) ??
    said((label) => ONE_BYTE.test(label) && !DEFAULT.test(label)) ??
    (inPairs(body) ? firstWhole(body, likely(body)) : null) ??
    said((label) => DEFAULT.test(label)) ??
    firstWhole(body, likely(body)) ??
    marked(body)
  );
}

function byteOrderMark(body: Buffer): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  return body[0] === 0xfe && body[1] === 0xff ? 'utf-16be' : null;
}

/** Other encodings are hardly ever valid UTF-8 by chance. Only pairs of bytes may be both: there, what is said decides. */
function utf8(body: Buffer, labels: readonly string[]): string | null {
  const text = whole(body, 'utf-8');
  const other = labels.find((label) => !ONE_BYTE.test(label) && !UTF_8.test(label));
  if (text === null || !other || /[\u0800-\uFFFF]/u.test(text)) return text;
  return /[\u0080-\u07FF]/u.test(text) ? (whole(body, other) ?? text) : text;
}

/** Null for a text that is damaged too much, or too short to tell. */
function damagedUtf8(body: Buffer): string | null {
  const text = marked(body);
  const signs = text.match(/[\u0080-\u{10FFFF}]/gu)?.length ?? 0;
  const damaged = text.split(BROKEN).length - 1;
  return signs >= MIN_SIGNS && damaged <= signs * MAX_DAMAGED ? text : null;
}

const marked = (body: Buffer) => new TextDecoder().decode(body).replaceAll('\uFFFD', BROKEN);

function firstWhole(body: Buffer, labels: readonly string[]): string | null {
  for (const label of labels) {
    const text = whole(body, label);
    if (text !== null) return text;
  }
  return null;
}

function whole(body: Buffer, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

function isEncoding(label: string): boolean {
  try {
    return Boolean(new TextDecoder(label));
  } catch {
    return false;
  }
}

/** Letters outside of ASCII stand alone in European texts and side by side in those of East Asia. */
function inPairs(body: Buffer): boolean {
  let [high, paired] = [0, 0];
  for (let at = 0; at < body.length; at++) {
    if ((body[at] ?? 0) < 0x80) continue;
    high++;
    if ((body[at - 1] ?? 0) >= 0x80 || (body[at + 1] ?? 0) >= 0x80) paired++;
  }
  return paired >= 4 && paired > high * 0.8;
}

/** What the bytes look like, the likeliest first: those of the text alone, for markup says nothing. */
function likely(body: Buffer): string[] {
  const bytes = body.subarray(0, SAMPLE).filter((byte, at, all) => byte >= 0x80 || (all[at - 1] ?? 0) >= 0x80);
  const found = analyse(bytes);
  if (!inPairs(body)) return [...found.map(({ name }) => name).filter(isOneOfOthers), 'windows-1252'];
  const names = found.map(({ name }) => name).filter((name) => isOneOfOthers(name) && !DEFAULT.test(name));
  // Statistics say little of a few signs. Where all of them are Chinese characters in one reading, it is the right one.
  const chinese = /^[\p{ASCII}\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+$/u.test(
    whole(Buffer.from(bytes), 'gb18030') ?? '',
  );
  return chinese && (found[0]?.confidence ?? 0) < SURE ? ['gb18030', ...names] : [...names, 'gb18030'];
}

const isOneOfOthers = (name: string) => isEncoding(name) && !UTF_8.test(name);
