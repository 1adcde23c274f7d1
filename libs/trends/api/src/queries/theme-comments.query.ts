import { Injectable } from '@nestjs/common';
import { countedLabel, commentCondition } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';
import type { ThemeComment } from '../themes/theme-groups';
import type { ClosedFilter } from './mood-slot';

/**
 * Labelled comments of a filter for grouping. Where there are more than `limit`, a sample by text hash: as good as random,
 * and the same every time.
 */
@Injectable()
export class ThemeCommentsQuery {
  constructor(private readonly database: Database) {}

  list(filter: ClosedFilter, limit: number): Promise<ThemeComment[]> {
    return this.database.$queryRaw<ThemeComment[]>`
      SELECT c.id, left(c.text, 500) AS text, c.text_hash AS "textHash", c.language, l.label, c.engagement
      FROM comment c ${countedLabel(filter.workspaceId)}
      WHERE ${commentCondition(filter)} AND l.label IS NOT NULL AND c.erased_at IS NULL
      ORDER BY c.text_hash, c.id LIMIT ${limit}`;
  }

  /** Ids of the labelled comments of a filter with the most engagement. */
  async loudest(filter: ClosedFilter, limit: number): Promise<number[]> {
    const rows = await this.database.$queryRaw<{ id: number }[]>`
      SELECT c.id FROM comment c ${countedLabel(filter.workspaceId)}
      WHERE ${commentCondition(filter)} AND l.label IS NOT NULL AND c.erased_at IS NULL
      ORDER BY c.engagement DESC, c.id DESC LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  }
}
