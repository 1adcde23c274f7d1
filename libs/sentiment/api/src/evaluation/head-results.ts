import type { EvaluationResult, HeadResult } from '@moodline/sentiment/contract';
import type { Facet } from '@moodline/comments/contract';
import type { Saying } from './evaluation-file';
import { countedShare } from './metrics';

/** What a head should have said of a text, and what it said. */
export interface HeadRow {
  readonly language: string;
  readonly gold: Saying;
  readonly said: { readonly [Head in Facet]: string | null };
}

/** How often the heads beside the mood are right, on the rows that tell it. @returns undefined where no head was asked */
export function headResults(rows: readonly HeadRow[]): EvaluationResult['heads'] {
  const found = (['emotion', 'kind'] as const).flatMap((head) => {
    const known = rows.filter(({ gold, said }) => gold[head] && said[head]);
    return known.length ? [[head, headResult(known, head)] as const] : [];
  });
  return found.length ? Object.fromEntries(found) : undefined;
}

function headResult(rows: readonly HeadRow[], head: Facet): HeadResult {
  const share = (of: readonly HeadRow[]) =>
    countedShare(of.filter(({ gold, said }) => gold[head] === said[head]).length, of.length);
  const byLanguage = [...Map.groupBy(rows, ({ language }) => language)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    accuracy: share(rows),
    byLanguage: Object.fromEntries(byLanguage.map(([language, members]) => [language, share(members)])),
  };
}
