import type { Comment, CommentFilter } from '@moodline/comments/contract';
import { firstValueFrom, of } from 'rxjs';
import { loudestFor } from './loudest-for';

/** Ids of comments by language; the loudest have the highest. */
const COMMENTS: readonly (readonly [number, string])[] = [
  [9, 'zh'],
  [8, 'zh'],
  [7, 'en'],
  [6, 'zh'],
  [5, 'zh'],
  [4, 'zh'],
  [3, 'en'],
  [2, 'ja'],
];
const client = {
  loudest: ({ language }: CommentFilter, limit: number) => {
    const items = COMMENTS.filter(([, own]) => !language || language.includes(own as 'en')).slice(0, limit);
    return of({ items: items.map(([id]) => ({ id }) as Comment), nextCursor: null });
  },
};
const found = async (language: 'en' | 'zh' | 'ja', filter: CommentFilter = {}) =>
  (await firstValueFrom(loudestFor(language, filter, client as never))).map(({ id }) => id);

describe('loudestFor', () => {
  it("has the reader's language first, and the others where there are too few", async () => {
    expect(await found('en')).toEqual([7, 3, 9, 8, 6]);
    expect(await found('ja')).toEqual([2, 9, 8, 7, 6]);
    expect(await found('zh')).toEqual([9, 8, 6, 5, 4]);
  });

  it('takes a filter with a language at its word', async () => {
    expect(await found('en', { language: ['ja'] })).toEqual([2]);
  });
});
