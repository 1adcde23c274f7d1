import { Injectable } from '@nestjs/common';
import type { ExportedComment, Facet } from '@moodline/comments/contract';
import { Database, Prisma } from '@moodline/shared/db';
import { countedLabel } from '../comment-filter.query';
import { TAG_COUNTS } from '../tags/tag-condition.query';
import { readIntakeRules } from '../leaving-out/intake-rules.query';
import { KEPT_ID } from '../privacy/keyed-hash';
import { KeptHandles } from '../privacy/masking/kept-handles';
import { maskPersonalData } from '../privacy/masking/masking';

type Moment = 'person_label_at' | 'person_emotion_at' | 'person_kind_at';
type Row = Omit<ExportedComment, 'published_at' | 'fetched_at' | Moment> & {
  readonly published_at: Date;
  readonly fetched_at: Date;
} & Readonly<Record<Moment, Date | null>>;

/** What a person said of an emotion or a kind, as a table of that name. */
const personSaid = (facet: Facet) => {
  const [table, text] = [Prisma.raw(`person_${facet}`), Prisma.raw(`'${facet}'`)];
  return Prisma.sql`LEFT JOIN LATERAL (
        SELECT f.value, coalesce(fu.name, f.by_name) AS by, f.created_at AS at
        FROM human_facet f LEFT JOIN "user" fu ON fu.workspace_id = f.workspace_id AND fu.id = f.user_id
        WHERE f.workspace_id = c.workspace_id AND f.comment_id = c.id AND f.facet = ${text}
      ) ${table} ON TRUE`;
};
const facetColumns = (facet: Facet) =>
  Prisma.raw(
    `l.${facet}, m.${facet} AS machine_${facet}, m.${facet}_probability, person_${facet}.value AS person_${facet}, ` +
      `person_${facet}.by AS person_${facet}_by, person_${facet}.at AS person_${facet}_at`,
  );

/** Tags that count, what people said of tags, and what the machine gave. */
const tagsOf = (value: Prisma.Sql, condition: Prisma.Sql) => Prisma.sql`coalesce((
          SELECT json_agg(${value} ORDER BY t.name)
          FROM comment_tag ct
          JOIN tag t ON t.workspace_id = ct.workspace_id AND t.id = ct.tag_id
          LEFT JOIN "user" tu ON tu.workspace_id = ct.workspace_id AND tu.id = ct.user_id
          WHERE ct.workspace_id = c.workspace_id AND ct.comment_id = c.id AND ${condition}
        ), '[]')`;
const SAID_TAG = Prisma.sql`json_build_object('tag', t.name, 'color', t.color, 'said', ct.said, 'by', coalesce(tu.name, ct.by_name),
            'at', to_char(ct.said_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'drawn', ct.drawn)`;
const GIVEN_TAG = Prisma.sql`json_build_object('tag', t.name, 'probability', round(ct.probability::numeric, 4)::float8)`;
const TAG_COLUMNS = Prisma.sql`${tagsOf(Prisma.sql`t.name`, TAG_COUNTS)} AS tags,
        ${tagsOf(SAID_TAG, Prisma.sql`ct.said IS NOT NULL`)} AS person_tags,
        ${tagsOf(GIVEN_TAG, Prisma.sql`ct.said IS NULL AND ${TAG_COUNTS}`)} AS machine_tags`;

/** Comments with everything that an export says of them. Without those whose text retention has erased. */
@Injectable()
export class ExportRowsQuery {
  constructor(private readonly database: Database) {}

  /** @returns in the order of the ids */
  async byIds(workspaceId: number, ids: readonly number[]): Promise<ExportedComment[]> {
    const rows = await this.database.$queryRaw<Row[]>`
      SELECT c.external_id AS id, s.name AS source, c.text, c.published_at, c.date_unknown, c.fetched_at, c.language, c.engagement AS likes,
        c.stars, c.recommended, c.version, c.permalink AS link, c.parent_external_id AS parent_id,
        ARRAY(
          SELECT m.name FROM comment_monitor cm JOIN monitor m ON m.workspace_id = cm.workspace_id AND m.id = cm.monitor_id
          WHERE cm.workspace_id = c.workspace_id AND cm.comment_id = c.id AND m.removed_at IS NULL ORDER BY m.name
        ) AS monitors,
        l.label, coalesce(l.unsure, false) AS unsure, l.machine_label, l.positive, l.neutral, l.negative,
        CASE WHEN l.label IS NULL THEN l.unscored_reason END AS unscored_reason,
        h.label AS person_label, coalesce(u.name, h.by_name) AS person_label_by, h.created_at AS person_label_at, h.reason AS person_label_reason,
        ${facetColumns('emotion')}, ${facetColumns('kind')},
        ${TAG_COLUMNS},
        coalesce(c.left_out, CASE WHEN l.kind = ANY(o.kinds) THEN 'kind' END) AS left_out, c.id AS moodline_id
      FROM comment c
      JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id
      ${countedLabel(workspaceId)}
      LEFT JOIN label m ON m.workspace_id = c.workspace_id AND m.comment_id = c.id AND m.current
      LEFT JOIN leaving_out o ON o.workspace_id = c.workspace_id
      ${personSaid('emotion')} ${personSaid('kind')}
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
    person_emotion_at: row.person_emotion_at?.toISOString() ?? null,
    person_kind_at: row.person_kind_at?.toISOString() ?? null,
    emotion_probability: digits(row.emotion_probability, 4),
    kind_probability: digits(row.kind_probability, 4),
    stars: digits(row.stars, 2),
    positive: row.machine_label ? digits(row.positive, 4) : null,
    neutral: row.machine_label ? digits(row.neutral, 4) : null,
    negative: row.machine_label ? digits(row.negative, 4) : null,
    moodline_id: Number(row.moodline_id),
  };
}
