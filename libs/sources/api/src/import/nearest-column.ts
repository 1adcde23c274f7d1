import type { ImportField } from '@moodline/sources/contract';
import type { Recognition } from './column-recognition';
import { isNever, nameRank } from './column-names';

/** The column that comes nearest to a field which no column fits: by its name, or the one with most words. Null where none comes near. */
export function nearestColumn(
  { looks, columns }: Recognition,
  field: Extract<ImportField, 'text' | 'publishedAt'>,
): string | null {
  const free = looks.filter(
    ({ column }) => !columns.some((entry) => entry.column === column) && !isNever(column, field),
  );
  const named = free
    .map(({ column }) => ({ column, rank: nameRank(column, field) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  if (named[0] || field === 'publishedAt') return named[0]?.column ?? null;
  const wordy = free.filter(({ letters, filled }) => filled > 0 && letters >= 4).sort((a, b) => b.letters - a.letters);
  return wordy[0]?.column ?? null;
}
