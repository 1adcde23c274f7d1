import type { CommentQuery } from '@moodline/comments/contract';
import { Prisma } from '@moodline/shared/db';

/** A comment of a list, with the value it is sorted by: milliseconds of its time, or its engagement. */
export interface PickedComment {
  readonly id: number;
  readonly value: number;
}

type Sort = CommentQuery['sort'];

/** Time and id that a list goes by. */
export interface ListColumns {
  readonly time: Prisma.Sql;
  readonly id: Prisma.Sql;
}
export const OF_COMMENTS: ListColumns = { time: Prisma.sql`c.published_at`, id: Prisma.sql`c.id` };
/** The same of the label that counts: in the order of an index that knows which comments have it. */
export const OF_LABELS: ListColumns = { time: Prisma.sql`l.published_at`, id: Prisma.sql`l.comment_id` };

/** What a list is sorted by. With the id no two comments are equal. */
export function commentOrder(sort: Sort, { time, id } = OF_COMMENTS): Prisma.Sql {
  if (sort === 'loudest') return Prisma.sql`ORDER BY c.engagement DESC, c.id DESC`;
  return sort === 'oldest' ? Prisma.sql`ORDER BY ${time}, ${id}` : Prisma.sql`ORDER BY ${time} DESC, ${id} DESC`;
}

/** Comments behind the one that a cursor names, as a condition to be added. */
export function behind(sort: Sort, place: PickedComment | null, columns = OF_COMMENTS): Prisma.Sql {
  if (!place) return Prisma.empty;
  const { value, id } = place;
  if (sort === 'loudest') return Prisma.sql`AND (c.engagement, c.id) < (${value}::int, ${id}::bigint)`;
  const instant = new Date(value);
  return sort === 'oldest'
    ? Prisma.sql`AND (${columns.time}, ${columns.id}) > (${instant}::timestamptz, ${id}::bigint)`
    : Prisma.sql`AND (${columns.time}, ${columns.id}) < (${instant}::timestamptz, ${id}::bigint)`;
}

/** Columns of a {@link PickedComment}. */
export function pickedColumns(sort: Sort): Prisma.Sql {
  return sort === 'loudest'
    ? Prisma.sql`c.id, c.engagement::float8 AS value`
    : Prisma.sql`c.id, (extract(epoch FROM c.published_at) * 1000)::float8 AS value`;
}

/** A cursor is `<sort value>_<id>` of the last comment of a page. @returns null for one that is none: the list starts at its beginning */
export function placeOf(cursor: string | undefined): PickedComment | null {
  const match = cursor?.match(/^(\d{1,15})_(\d{1,15})$/);
  return match ? { value: Number(match[1]), id: Number(match[2]) } : null;
}

export const cursorOf = ({ value, id }: PickedComment): string => `${value}_${id}`;
