import { Injectable } from '@nestjs/common';
import { countedLabel, commentCondition, everyTextIndexed, wordCandidates } from '@moodline/comments/api';
import { Database, Prisma } from '@moodline/shared/db';
import { themePattern } from '../themes/theme-words';
import type { ClosedFilter } from './mood-slot';

/** Labelled comments in which one of a theme's words is found. */
export interface ThemeCount {
  /** Index of the theme. */
  readonly theme: number;
  readonly n: number;
  readonly positive: number;
  readonly negative: number;
}

/** Counts the comments of each theme, in the whole period and not only in the sample that was grouped. */
@Injectable()
export class ThemeCountsQuery {
  constructor(private readonly database: Database) {}

  /** @param themes words of each; themes without a comment have no row */
  async count(filter: ClosedFilter, themes: readonly (readonly string[])[]): Promise<ThemeCount[]> {
    const indexed = await everyTextIndexed(this.database, filter.workspaceId);
    const counts: ThemeCount[] = [];
    for (const [theme, words] of themes.entries()) {
      const candidates = (indexed && wordCandidates(filter, words)) || Prisma.sql`TRUE`;
      const [row] = await this.database.$queryRaw<Omit<ThemeCount, 'theme'>[]>`
        SELECT count(*)::int AS n,
          (count(*) FILTER (WHERE l.label = 'positive'))::int AS positive, (count(*) FILTER (WHERE l.label = 'negative'))::int AS negative
        FROM comment c ${countedLabel(filter.workspaceId)}
        WHERE ${commentCondition(filter)} AND ${candidates} AND c.text ~* ${themePattern(words)} AND l.label IS NOT NULL`;
      if (row?.n) counts.push({ theme, ...row });
    }
    return counts;
  }
}
