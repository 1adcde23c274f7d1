import type { Comment, CommentFilter, CommentPage } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { map, of, switchMap, type Observable } from 'rxjs';
import type { TrendsClient } from '../trends.client';

const SHOWN = 5;

/**
 * The comments of a filter with the most reactions, those in the reader's language first: without a translation nobody reads the others.
 * A filter that names languages is taken at its word.
 */
export function loudestFor(
  language: Language,
  filter: CommentFilter,
  client: Pick<TrendsClient, 'loudest'>,
): Observable<readonly Comment[]> {
  const items = map(({ items: found }: CommentPage): readonly Comment[] => found);
  if (filter.language?.length) return client.loudest(filter, SHOWN).pipe(items);
  return client.loudest({ ...filter, language: [language] }, SHOWN).pipe(
    items,
    switchMap((own) => {
      if (own.length >= SHOWN) return of(own);
      const known = new Set(own.map(({ id }) => id));
      return client
        .loudest(filter, SHOWN)
        .pipe(map(({ items: all }) => [...own, ...all.filter(({ id }) => !known.has(id))].slice(0, SHOWN)));
    }),
  );
}
