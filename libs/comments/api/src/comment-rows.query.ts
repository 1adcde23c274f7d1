import type { Comment, CommentKind, Emotion, Label, LeftOutReason } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { Prisma, type Database } from '@moodline/shared/db';
import { countedLabel } from './comment-filter.query';
import { GROUP_SIZE } from './group-sizes.repository';
import { TAG_COUNTS } from './tags/tag-condition.query';

interface Row {
  readonly id: number;
  readonly source_id: number;
  readonly source_name: string;
  readonly text: string;
  readonly language: Language;
  readonly published_at: Date;
  readonly engagement: number;
  readonly permalink: string | null;
  readonly label: Label | null;
  readonly positive: number | null;
  readonly neutral: number | null;
  readonly negative: number | null;
  readonly unscored_reason: string | null;
  readonly labelled: boolean;
  readonly machine_label: Label | null;
  readonly human_label: Label | null;
  readonly corrected_by: string | null;
  readonly corrected_at: Date | null;
  readonly correction_reason: string | null;
  readonly unsure: boolean | null;
  readonly kind_left_out: boolean | null;
  readonly emotion: FacetRow<Emotion>;
  readonly kind: FacetRow<CommentKind>;
  readonly copies: number;
  readonly erased_at: Date | null;
  readonly stars: number | null;
  readonly recommended: boolean | null;
  readonly version: string | null;
  readonly left_out: LeftOutReason | null;
  readonly date_unknown: boolean;
  readonly tags: NonNullable<Comment['tags']> | null;
  readonly work: NonNullable<Comment['work']> | null;
}

/** What counts of a facet, what the machine says of it, and what a person said. */
interface FacetRow<Value> {
  readonly value: Value | null;
  readonly machine: Value | null;
  readonly probability: number | null;
  readonly correction: { readonly value: Value; readonly by: string; readonly at: string } | null;
}

/** A facet as a JSON object; its correction is null where nobody has said anything. */
const facetColumn = (facet: 'emotion' | 'kind') => {
  const [name, text] = [Prisma.raw(facet), Prisma.raw(`'${facet}'`)];
  return Prisma.sql`json_build_object('value', l.${name}, 'machine', m.${name}, 'probability', m.${Prisma.raw(`${facet}_probability`)}, 'correction', (
    SELECT json_build_object('value', f.value, 'by', coalesce(fu.name, f.by_name, ''), 'at', f.created_at)
    FROM human_facet f LEFT JOIN "user" fu ON fu.workspace_id = f.workspace_id AND fu.id = f.user_id
    WHERE f.workspace_id = c.workspace_id AND f.comment_id = c.id AND f.facet = ${text}
  )) AS ${name}`;
};

const COLUMNS = Prisma.sql`c.id, c.source_id, s.name AS source_name, c.text, c.language, c.published_at, c.engagement, c.permalink, c.erased_at, c.stars, c.recommended, c.version, c.left_out, c.date_unknown,
  l.label, l.positive, l.neutral, l.negative, l.unscored_reason, l.comment_id IS NOT NULL AS labelled, l.machine_label, l.unsure,
  h.label AS human_label, coalesce(u.name, h.by_name) AS corrected_by, h.created_at AS corrected_at, h.reason AS correction_reason,
  ${facetColumn('emotion')}, ${facetColumn('kind')}, l.kind = ANY(o.kinds) AS kind_left_out,
  ${GROUP_SIZE} AS copies, (
    SELECT json_agg(json_build_object('id', t.id, 'said', ct.said IS NOT NULL, 'probability', round(ct.probability::numeric, 4)::float8) ORDER BY t.name)
    FROM comment_tag ct JOIN tag t ON t.workspace_id = ct.workspace_id AND t.id = ct.tag_id
    WHERE ct.workspace_id = c.workspace_id AND ct.comment_id = c.id AND ${TAG_COUNTS}
  ) AS tags, (
    SELECT json_build_object('state', w.state, 'assignee', CASE WHEN wu.id IS NULL THEN NULL ELSE json_build_object('id', wu.id, 'name', wu.name) END)
    FROM comment_work w
    LEFT JOIN "user" wu ON wu.workspace_id = w.workspace_id AND wu.id = w.assignee_id
    WHERE w.workspace_id = c.workspace_id AND w.comment_id = c.id
  ) AS work`;
/** What is shown beside a comment. What people said is looked up comment by comment, however little of it there is. */
const beside = (workspaceId: number) => Prisma.sql`
  JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id ${countedLabel(workspaceId)}
  LEFT JOIN label m ON m.workspace_id = c.workspace_id AND m.comment_id = c.id AND m.current
  LEFT JOIN leaving_out o ON o.workspace_id = c.workspace_id
  LEFT JOIN LATERAL (SELECT * FROM human_label WHERE workspace_id = c.workspace_id AND comment_id = c.id OFFSET 0) h ON TRUE
  LEFT JOIN "user" u ON u.workspace_id = h.workspace_id AND u.id = h.user_id`;

/** Comments by id as people see them, in the order of the ids; ids that are not there are left out. */
export async function readComments(
  database: Database,
  workspaceId: number,
  ids: readonly number[],
): Promise<Comment[]> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM comment c ${beside(workspaceId)} WHERE c.workspace_id = ${workspaceId} AND c.id = ANY(${[...ids]}::bigint[])`;
  const found = new Map(rows.map((row) => [row.id, toComment(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

function toComment(row: Row): Comment {
  return {
    id: row.id,
    source: { id: row.source_id, name: row.source_name },
    text: row.text,
    language: row.language,
    publishedAt: row.published_at.toISOString(),
    engagement: row.engagement,
    permalink: row.permalink,
    label: row.label,
    probabilities: row.machine_label
      ? { positive: row.positive ?? 0, neutral: row.neutral ?? 0, negative: row.negative ?? 0 }
      : null,
    machineLabel: row.machine_label,
    correction: correctionOf(row),
    unsure: row.unsure ?? false,
    copies: row.copies,
    unscoredReason: row.label ? null : row.labelled ? row.unscored_reason : 'pending',
    ...facetsOf(row),
    ...besides(row),
    ...(row.erased_at && { erasedAt: row.erased_at.toISOString() }),
  };
}

/** What most comments have not got. */
function besides(row: Row): Partial<Comment> {
  const { stars, recommended, version, left_out, kind_left_out, date_unknown, tags, work } = row;
  const leftOut = left_out ?? (kind_left_out ? 'kind' : null);
  return {
    ...(stars !== null && { stars: Math.round(stars * 100) / 100 }),
    ...(recommended !== null && { recommended }),
    ...(version !== null && { version }),
    ...(leftOut && { leftOut }),
    ...(date_unknown && { dateUnknown: true }),
    ...(tags && { tags }),
    ...(work && { work }),
  };
}

function facetsOf({ emotion, kind }: Row): Pick<Comment, 'emotion' | 'kind'> {
  return {
    ...((emotion.machine || emotion.correction) && { emotion: facetOf(emotion) }),
    ...((kind.machine || kind.correction) && { kind: facetOf(kind) }),
  };
}

/** A person's word stands before there is a machine's, too. */
function facetOf<Value>({ value, machine, probability, correction }: FacetRow<Value>): FacetRow<Value> {
  const said = correction && { ...correction, at: new Date(correction.at).toISOString() };
  return {
    value: said?.value ?? value,
    machine,
    probability: probability === null ? null : Math.round(probability * 1e4) / 1e4,
    correction: said,
  };
}

function correctionOf({
  human_label: label,
  corrected_by: by,
  corrected_at: at,
  correction_reason: reason,
}: Row): Comment['correction'] {
  return label && at ? { label, by: by ?? '', at: at.toISOString(), reason } : null;
}
