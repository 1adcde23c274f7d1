/** Endings of the files that can be imported. */
export const FILE_ENDINGS = [
  '.csv',
  '.tsv',
  '.txt',
  '.json',
  '.jsonl',
  '.ndjson',
  '.xlsx',
  '.xml',
  '.html',
  '.htm',
  '.js',
  '.gz',
] as const;

/** Whether the name looks like a file Moodline reads. What is inside decides in the end, so it is only a first hint. */
export function isImportable(fileName: string): boolean {
  return FILE_ENDINGS.some((ending) => fileName.toLowerCase().endsWith(ending));
}

/** The source that a file goes to when nothing else is said: its name without the ending, as the server would name it. */
export function sourceNameOf(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, '').slice(0, 80);
}

/** A number of bytes as people read it. */
export function fileSize(bytes: number, number: (value: number, digits?: number) => string): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const unit = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  return `${number(bytes / 1024 ** unit, unit < 2 ? 0 : 1)} ${units[unit]}`;
}
