import { LONGEST_ESSAY } from '@moodline/assistants/contract';

/** An essay of a class. */
export interface ClassEssay {
  readonly name: string;
  readonly text: string;
}

/** Why a file or a row is left out. */
export type LeftOutReason = 'kind' | 'empty' | 'long' | 'columns' | 'broken' | 'large' | 'more';
export interface ClassFiles {
  readonly essays: readonly ClassEssay[];
  readonly leftOut: readonly { readonly name: string; readonly reason: LeftOutReason }[];
}

/** Essays at once: more than two classes. */
export const MOST_CLASS = 80;
/** Largest file, and what a zip may unpack to, in bytes. */
export const LARGEST_FILE = 10_000_000;

const TEXT = /\.(?:txt|md|text)$/iu;
const NAMES = /^(?:name|title|student|pupil|author|姓名|名字|学生|标题|题目|名前|氏名|生徒|題名|タイトル)$/iu;
const TEXTS = /^(?:text|essay|content|body|正文|作文|内容|文章|本文)$/iu;

/** Reads text files, tables in CSV with a column of names and one of texts, and zips of both. */
export async function readClassFiles(files: readonly File[]): Promise<ClassFiles> {
  const essays: ClassEssay[] = [];
  const leftOut: { name: string; reason: LeftOutReason }[] = [];
  for (const { name, bytes } of await opened(files, leftOut)) {
    const read = TEXT.test(name)
      ? [{ name: name.replace(TEXT, ''), text: decoded(bytes) }]
      : await rowsOf(decoded(bytes), name, leftOut);
    for (const one of read) {
      const reason = reasonAgainst(one, essays.length);
      if (reason) leftOut.push({ name: one.name || name, reason });
      else essays.push({ ...one, text: one.text.trim() });
    }
  }
  return { essays, leftOut };
}

function reasonAgainst({ text }: ClassEssay, there: number): LeftOutReason | null {
  if (!/\p{L}/u.test(text)) return 'empty';
  if (text.trim().length > LONGEST_ESSAY) return 'long';
  return there >= MOST_CLASS ? 'more' : null;
}

interface Opened {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files themselves, and what lies in zips; folders of a zip and hidden files are nothing. */
async function opened(files: readonly File[], leftOut: { name: string; reason: LeftOutReason }[]): Promise<Opened[]> {
  const all: Opened[] = [];
  for (const file of files) {
    if (file.size > LARGEST_FILE) leftOut.push({ name: file.name, reason: 'large' });
    else if (/\.zip$/iu.test(file.name)) all.push(...(await unzipped(file, leftOut)));
    else if (isReadable(file.name)) all.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    else leftOut.push({ name: file.name, reason: 'kind' });
  }
  return all;
}

const isReadable = (name: string) => TEXT.test(name) || /\.csv$/iu.test(name);

async function unzipped(file: File, leftOut: { name: string; reason: LeftOutReason }[]): Promise<Opened[]> {
  const { unzipSync } = await import('fflate');
  let left = LARGEST_FILE;
  const seen = (name: string) => !/(?:^|\/)(?:\.|__MACOSX)|\/$/u.test(name);
  const take = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!seen(name)) return false;
    const reason = !isReadable(name) ? 'kind' : (left -= originalSize) < 0 ? 'large' : null;
    if (reason) leftOut.push({ name, reason });
    return !reason;
  };
  try {
    const entries = unzipSync(new Uint8Array(await file.arrayBuffer()), { filter: take });
    return Object.entries(entries).map(([name, bytes]) => ({ name: name.replace(/^.*\//u, ''), bytes }));
  } catch {
    leftOut.push({ name: file.name, reason: 'broken' });
    return [];
  }
}

async function rowsOf(
  text: string,
  name: string,
  leftOut: { name: string; reason: LeftOutReason }[],
): Promise<ClassEssay[]> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  try {
    const options = { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true };
    const [head = [], ...rows]: string[][] = parse(text, { ...options, delimiter: [',', ';', '\t'] });
    const [names, texts] = [head.findIndex((one) => NAMES.test(one)), head.findIndex((one) => TEXTS.test(one))];
    if (texts < 0) {
      leftOut.push({ name, reason: 'columns' });
      return [];
    }
    return rows.map((row, at) => ({ name: row[names] || `${name} ${at + 1}`, text: row[texts] ?? '' }));
  } catch {
    leftOut.push({ name, reason: 'broken' });
    return [];
  }
}

/** UTF-8, UTF-16 by its mark, else what Windows writes in Japan, where that has kana, or in China. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const japanese = strictly(bytes, 'shift_jis');
  const hasKana = japanese !== null && /[\u3040-\u30ff]{2}/u.test(japanese) && !/[\uff61-\uff9f]{2}/u.test(japanese);
  return strictly(bytes, 'utf-8') ?? (hasKana ? japanese : new TextDecoder('gb18030').decode(bytes));
}

/** Null where the bytes are not in this encoding. */
function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
