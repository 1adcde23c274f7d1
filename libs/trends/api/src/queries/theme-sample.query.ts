import { Injectable } from '@nestjs/common';
import { commentCondition, countedLabel, searchForm } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';
import type { SampledComment } from '../themes/sampled-comment';
import type { ClosedFilter } from './mood-slot';

/** A stretch of time and how many of its comments are read. */
export interface SampleSlice {
  readonly from: Date;
  readonly to: Date;
  readonly limit: number;
}

/** A comment with the time at which it was published. */
export interface TimedComment extends SampledComment {
  readonly publishedAt: Date;
}
type Row = Omit<TimedComment, 'form'> & { readonly form: string | null };

/**
 * Labelled comments of a filter, of each slice the first ones: what it reads is bounded by the limits of the slices, however many
 * comments there are.
 */
@Injectable()
export class ThemeSampleQuery {
  constructor(private readonly database: Database) {}

  async read(filter: ClosedFilter, slices: readonly SampleSlice[]): Promise<TimedComment[]> {
    if (!slices.length) return [];
    const rows = await this.database.$queryRaw<Row[]>`
      SELECT found.* FROM unnest(
        ${slices.map(({ from }) => from.toISOString())}::timestamptz[],
        ${slices.map(({ to }) => to.toISOString())}::timestamptz[],
        ${slices.map(({ limit }) => limit)}::int[]
      ) AS slice (start, stop, size)
      CROSS JOIN LATERAL (
        SELECT c.id, left(c.text, 400) AS text, left(c.search_text, 600) AS form, c.language, l.label, l.unsure, c.engagement,
          c.source_id AS "sourceId", coalesce(c.duplicate_of, c.id) AS "group",
          c.published_at AS "publishedAt"
        FROM comment c ${countedLabel(filter.workspaceId)}
        WHERE ${commentCondition(filter)} AND c.published_at >= slice.start AND c.published_at < slice.stop
          AND l.label IS NOT NULL AND c.text <> ''
        ORDER BY c.published_at, c.id LIMIT slice.size
      ) found`;
    return rows.map((row) => ({ ...row, form: row.form ?? searchForm(row.text) }));
  }
}
