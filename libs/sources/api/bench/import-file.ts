import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SEED = resolve(__dirname, '../../../../prisma/seed/demo');
/** Rows fall on each minute of the time before this instant, as comments of a busy brand do. */
const LAST = Date.UTC(2026, 4, 1);
const MINUTE_MS = 60_000;
const CHUNK = 64 * 1024;

/**
 * A CSV file of so many comments, the same each time: the texts of the demo in turn, each with its number so that no two are
 * alike, with an id, an author, a time and likes.
 */
export function importFile(rows: number): Buffer {
  const texts = seedTexts();
  const lines = Array.from({ length: rows }, (_, index) => {
    const text = `${texts[index % texts.length]} ${index}`;
    return [
      `c${index}`,
      new Date(LAST - index * MINUTE_MS).toISOString(),
      `"${text.replaceAll('"', '""')}"`,
      `author ${index % 9973}`,
      (index * 7919) % 500,
    ].join(',');
  });
  return Buffer.from(`id,date,text,author,likes\n${lines.join('\n')}\n`);
}

/** A file as it arrives over the network. */
export async function* inChunks(file: Buffer): AsyncGenerator<Buffer> {
  for (let start = 0; start < file.length; start += CHUNK) yield file.subarray(start, start + CHUNK);
}

function seedTexts(): string[] {
  const files = readdirSync(SEED)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  return files.flatMap((name) =>
    readFileSync(join(SEED, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { text: string }).text),
  );
}
