import { Injectable } from '@nestjs/common';
import { countedLabel, commentCondition } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';
import type { ClosedFilter } from './mood-slot';

/** Labelled comments in which a theme's pattern is found. */
export interface ThemeCount {
  /** Index of the pattern. */
  readonly theme: number;
  readonly n: number;
  readonly positive: number;
  readonly negative: number;
}

/** Counts the comments of each theme, in the whole period and not only in the sample that was grouped. */
@Injectable()
export class ThemeCountsQuery {
  constructor(private readonly database: Database) {}

  /** @param patterns regular expressions; themes without a comment have no row */
  async count(filter: ClosedFilter, patterns: readonly string[]): Promise<ThemeCount[]> {
    if (!patterns.length) return [];
    return this.database.$queryRaw<ThemeCount[]>`
      SELECT (wanted.ordinal - 1)::int AS theme, count(*)::int AS n,
        count(*) FILTER (WHERE l.label = 'positive')::int AS positive, count(*) FILTER (WHERE l.label = 'negative')::int AS negative
      FROM unnest(${[...patterns]}::text[]) WITH ORDINALITY AS wanted(pattern, ordinal)
      JOIN comment c ON c.text ~* wanted.pattern ${countedLabel(filter.workspaceId)}
      WHERE ${commentCondition(filter)} AND l.label IS NOT NULL
      GROUP BY 1`;
  }
}
