import { Injectable } from '@nestjs/common';
import type { ExportedComment } from '@moodline/comments/contract';
import { Database } from '@moodline/shared/db';
import { countedLabel } from '../comment-filter.query';
import { readIntakeRules } from '../leaving-out/intake-rules.query';
import { KEPT_ID } from '../privacy/keyed-hash';
import { KeptHandles } from '../privacy/masking/kept-handles';
import { maskPersonalData } from '../privacy/masking/masking';

type Row = Omit<ExportedComment, 'published_at' | 'fetched_at' | 'person_label_at'> & {
  readonly published_at: Date;
  readonly fetched_at: Date;
  readonly person_label_at: Date | null;
};

/** Comments with everything that an export says of them. Without those whose text retention has erased. */
@Injectable()
export class ExportRowsQuery {
  constructor(private readonly database: Database) {}

  /** @returns in the order of the ids */
  async byIds(workspaceId: number, ids: readonly number[]): Promise<ExportedComment[]> {
    const rows = await this.database.$queryRaw<Row[]>`
      SELECT c.external_id AS id, s.name AS source, c.text, c.published_at, c.date_unknown, c.fetched_at, c.language, c.engagement AS likes,
        c.stars, c.recommended, c.permalink AS link, c.parent_external_id AS parent_id,
        ARRAY(
          SELECT m.name FROM comment_monitor cm JOIN monitor m ON m.workspace_id = cm.workspace_id AND m.id = cm.monitor_id
          WHERE cm.workspace_id = c.workspace_id AND cm.comment_id = c.id AND m.removed_at IS NULL ORDER BY m.name
        ) AS monitors,
        l.label, coalesce(l.unsure, false) AS unsure, l.machine_label, l.positive, l.neutral, l.negative,
        CASE WHEN l.label IS NULL THEN l.unscored_reason END AS unscored_reason,
        h.label AS person_label, coalesce(u.name, h.by_name) AS person_label_by, h.created_at AS person_label_at, h.reason AS person_label_reason,
        c.left_out, c.id AS moodline_id
      FROM comment c
      JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id
      ${countedLabel(workspaceId)}
      LEFT JOIN human_label h ON h.workspace_id = c.workspace_id AND h.comment_id = c.id
      LEFT JOIN "user" u ON u.workspace_id = h.workspace_id AND u.id = h.user_id
      WHERE c.workspace_id = ${workspaceId} AND c.id = ANY(${[...ids]}::bigint[]) AND c.erased_at IS NULL`;
    const { handles } = await readIntakeRules(this.database, workspaceId);
    const kept = new KeptHandles(handles);
    const found = new Map(rows.map((row) => [Number(row.moodline_id), exported(row, kept)]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }
}

/** Texts are masked when they come in; once more here, for those that came when fewer patterns were known. */
function exported(row: Row, kept: KeptHandles): ExportedComment {
  const digits = (value: number | null, places: number) => (value === null ? null : Number(value.toFixed(places)));
  return {
    ...row,
    id: row.id.startsWith('#') ? `${KEPT_ID}${row.id.slice(1)}` : row.id,
    text: maskPersonalData(row.text, kept),
    published_at: row.published_at.toISOString(),
    fetched_at: row.fetched_at.toISOString(),
    person_label_at: row.person_label_at?.toISOString() ?? null,
    stars: digits(row.stars, 2),
    positive: row.machine_label ? digits(row.positive, 4) : null,
    neutral: row.machine_label ? digits(row.neutral, 4) : null,
    negative: row.machine_label ? digits(row.negative, 4) : null,
    moodline_id: Number(row.moodline_id),
  };
}
