import { Injectable } from '@nestjs/common';
import type { Comment, CommentPage, CommentQuery, LeftOutReason } from '@moodline/comments/contract';
import type { Label, Language } from '@moodline/shared/contract';
import { Database, Prisma } from '@moodline/shared/db';
import { countedLabel } from './comment-filter.query';
import { CommentListQuery } from './list/comment-list.query';
import { cursorOf, placeOf, type PickedComment } from './list/comment-order.query';
import { CommentTotalQuery } from './list/comment-total.query';
import type { ResolvedFilter } from './resolved-filter';

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
  readonly copies: number;
  readonly erased_at: Date | null;
  readonly stars: number | null;
  readonly recommended: boolean | null;
  readonly left_out: LeftOutReason | null;
  readonly date_unknown: boolean;
}

type Paging = Pick<CommentQuery, 'cursor' | 'limit' | 'sort'>;

const COLUMNS = Prisma.sql`c.id, c.source_id, s.name AS source_name, c.text, c.language, c.published_at, c.engagement, c.permalink, c.erased_at, c.stars, c.recommended, c.left_out, c.date_unknown,
  l.label, l.positive, l.neutral, l.negative, l.unscored_reason, l.comment_id IS NOT NULL AS labelled, l.machine_label, l.unsure,
  h.label AS human_label, coalesce(u.name, h.by_name) AS corrected_by, h.created_at AS corrected_at, h.reason AS correction_reason,
  (SELECT count(*)::int FROM comment d WHERE d.workspace_id = c.workspace_id AND coalesce(d.duplicate_of, d.id) = coalesce(c.duplicate_of, c.id)) AS copies`;
/** What is shown beside a comment. */
const beside = (workspaceId: number) => Prisma.sql`
  JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id ${countedLabel(workspaceId)}
  LEFT JOIN human_label h ON h.workspace_id = c.workspace_id AND h.comment_id = c.id
  LEFT JOIN "user" u ON u.workspace_id = h.workspace_id AND u.id = h.user_id`;

/** Reads comments as people see them. */
@Injectable()
export class CommentRepository {
  constructor(
    private readonly database: Database,
    private readonly list: CommentListQuery = new CommentListQuery(database),
    private readonly totals: CommentTotalQuery = new CommentTotalQuery(database),
  ) {}

  async timeZone(workspaceId: number): Promise<string> {
    const { timeZone } = await this.database.workspace.findUniqueOrThrow({
      where: { id: workspaceId },
      select: { timeZone: true },
    });
    return timeZone;
  }

  /** Whether the index of the search knows all texts of a workspace. It does not for a while after an update that changes their form. */
  async searchIndexed(workspaceId: number): Promise<boolean> {
    const [row] = await this.database.$queryRaw<{ missing: boolean }[]>`
      SELECT EXISTS (
        SELECT FROM comment WHERE workspace_id = ${workspaceId} AND search_text IS NULL AND erased_at IS NULL
      ) AS missing`;
    return !row?.missing;
  }

  /** One page by keyset: stable while new comments come in. How many there are is counted with the first page only. */
  async page(filter: ResolvedFilter, { cursor, limit, sort }: Paging): Promise<CommentPage> {
    const place = placeOf(cursor);
    const [picked, counted] = await Promise.all([
      this.list.pick(filter, { sort, place, limit: limit + 1 }),
      place ? null : this.totals.count(filter),
    ]);
    const shown = picked.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.byIds(
        filter.workspaceId,
        shown.map(({ id }) => id),
      ),
      nextCursor: picked.length > limit && last ? cursorOf(last) : null,
      total: counted?.total ?? null,
      totalCapped: counted?.capped ?? false,
      slowSearch: Boolean(filter.q) && !filter.searchIndexed,
    };
  }

  /** Comments by id, in the order of the ids; ids that are not there are left out. */
  async byIds(workspaceId: number, ids: readonly number[]): Promise<Comment[]> {
    const rows = await this.database.$queryRaw<
      Row[]
    >`SELECT ${COLUMNS} FROM comment c ${beside(workspaceId)} WHERE c.workspace_id = ${workspaceId} AND c.id = ANY(${[...ids]}::bigint[])`;
    const found = new Map(rows.map((row) => [row.id, toComment(row)]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** Ids of all matching comments from the oldest on, read in batches so that memory stays constant. */
  async *allIds(filter: ResolvedFilter, batch: number): AsyncGenerator<number[]> {
    let place: PickedComment | null = null;
    for (;;) {
      const picked: PickedComment[] = await this.list.pick(filter, { sort: 'oldest', place, limit: batch });
      if (picked.length) yield picked.map(({ id }) => id);
      place = picked.at(-1) ?? null;
      if (picked.length < batch || !place) return;
    }
  }
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
    ...besides(row),
    ...(row.erased_at && { erasedAt: row.erased_at.toISOString() }),
  };
}

/** What most comments have not got. */
function besides({ stars, recommended, left_out, date_unknown }: Row): Partial<Comment> {
  return {
    ...(stars !== null && { stars: Math.round(stars * 100) / 100 }),
    ...(recommended !== null && { recommended }),
    ...(left_out !== null && { leftOut: left_out }),
    ...(date_unknown && { dateUnknown: true }),
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
