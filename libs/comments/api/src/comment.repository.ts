import { Injectable } from '@nestjs/common';
import type { Comment, CommentPage, CommentQuery } from '@moodline/comments/contract';
import type { Label, Language } from '@moodline/shared/contract';
import { Database, Prisma } from '@moodline/shared/db';
import { countedLabel, filteredComments } from './comment-filter.query';
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
}

type Paging = Pick<CommentQuery, 'cursor' | 'limit' | 'sort'>;

const COLUMNS = Prisma.sql`c.id, c.source_id, s.name AS source_name, c.text, c.language, c.published_at, c.engagement, c.permalink, c.erased_at,
  l.label, l.positive, l.neutral, l.negative, l.unscored_reason, l.comment_id IS NOT NULL AS labelled, l.machine_label, l.unsure,
  h.label AS human_label, u.name AS corrected_by, h.created_at AS corrected_at, h.reason AS correction_reason,
  (SELECT count(*)::int FROM comment d WHERE d.workspace_id = c.workspace_id AND coalesce(d.duplicate_of, d.id) = coalesce(c.duplicate_of, c.id)) AS copies`;
/** What is shown beside a comment. */
const beside = (workspaceId: number) => Prisma.sql`
  JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id ${countedLabel(workspaceId)}
  LEFT JOIN human_label h ON h.workspace_id = c.workspace_id AND h.comment_id = c.id
  LEFT JOIN "user" u ON u.workspace_id = h.workspace_id AND u.id = h.user_id`;
const EXPORT_BATCH = 1000;

/** Reads comments as people see them. */
@Injectable()
export class CommentRepository {
  constructor(private readonly database: Database) {}

  async timeZone(workspaceId: number): Promise<string> {
    const { timeZone } = await this.database.workspace.findUniqueOrThrow({
      where: { id: workspaceId },
      select: { timeZone: true },
    });
    return timeZone;
  }

  /** One page by keyset: stable while new comments come in. */
  async page(filter: ResolvedFilter, { cursor, limit, sort }: Paging): Promise<CommentPage> {
    const [rows, [count]] = await Promise.all([
      this.slice(filter, { sort, cursor, limit: limit + 1 }),
      this.database.$queryRaw<
        { total: number }[]
      >`SELECT count(*)::int AS total FROM (${filteredComments(filter, Prisma.sql`c.id`)}) found`,
    ]);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(toComment),
      nextCursor: rows.length > limit && last ? encodeCursor(sort, last) : null,
      total: count?.total ?? 0,
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

  /** All matching comments from the oldest on, read in batches so that memory stays constant. */
  async *all(filter: ResolvedFilter): AsyncGenerator<Comment> {
    let cursor: string | undefined;
    for (;;) {
      const rows = await this.slice(filter, { sort: 'oldest', cursor, limit: EXPORT_BATCH });
      yield* rows.map(toComment);
      const last = rows.at(-1);
      if (rows.length < EXPORT_BATCH || !last) return;
      cursor = encodeCursor('oldest', last);
    }
  }

  /** The comments of a page are picked first and joined then: quick whatever the planner knows of a table that is being filled. */
  private slice(filter: ResolvedFilter, { sort, cursor, limit }: Paging): Promise<Row[]> {
    return this.database.$queryRaw<Row[]>`
      SELECT ${COLUMNS} FROM (
        SELECT c.* FROM (${filteredComments(filter, Prisma.sql`c.*`)}) c WHERE TRUE ${after(sort, cursor)} ${order(sort)} LIMIT ${limit}
      ) c ${beside(filter.workspaceId)} ${order(sort)}`;
  }
}

function order(sort: CommentQuery['sort']): Prisma.Sql {
  if (sort === 'loudest') return Prisma.sql`ORDER BY c.engagement DESC, c.id DESC`;
  return sort === 'oldest'
    ? Prisma.sql`ORDER BY c.published_at, c.id`
    : Prisma.sql`ORDER BY c.published_at DESC, c.id DESC`;
}

/** A cursor is `<sort value>_<id>` of the last row. A cursor that is not one starts from the beginning. */
function after(sort: CommentQuery['sort'], cursor: string | undefined): Prisma.Sql {
  const match = cursor?.match(/^(\d{1,15})_(\d{1,16})$/);
  if (!match) return Prisma.empty;
  const [value, id] = [Number(match[1]), Number(match[2])];
  if (sort === 'loudest') return Prisma.sql`AND (c.engagement, c.id) < (${value}::int, ${id}::bigint)`;
  const instant = new Date(value);
  return sort === 'oldest'
    ? Prisma.sql`AND (c.published_at, c.id) > (${instant}::timestamptz, ${id}::bigint)`
    : Prisma.sql`AND (c.published_at, c.id) < (${instant}::timestamptz, ${id}::bigint)`;
}

const encodeCursor = (sort: CommentQuery['sort'], row: Row) =>
  `${sort === 'loudest' ? row.engagement : row.published_at.getTime()}_${row.id}`;

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
    ...(row.erased_at && { erasedAt: row.erased_at.toISOString() }),
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
