import type { TextQuery } from '@moodline/comments/contract';
import { Prisma } from '@moodline/shared/db';
import { termPattern } from './search-form';

/**
 * A query as a condition on a column that holds texts in their search form (see `searchForm`): true for exactly those that
 * `TextQueryMatcher` takes. What was typed travels as parameters.
 */
export function textCondition({ groups, none }: TextQuery, column: Prisma.Sql): Prisma.Sql {
  const holds = (pattern: string) => Prisma.sql`${column} LIKE ${`%${escapeLike(pattern)}%`}`;
  const conditions = [
    ...groups.map(
      (terms) =>
        Prisma.sql`(${Prisma.join(
          terms.map((term) => holds(termPattern(term))),
          ' OR ',
        )})`,
    ),
    ...none.map((term) => Prisma.sql`NOT ${holds(termPattern(term))}`),
  ];
  return conditions.length ? Prisma.join(conditions, ' AND ') : Prisma.sql`TRUE`;
}

/** `%`, `_` and `\` stand for themselves. */
const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');
