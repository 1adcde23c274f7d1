import { Injectable } from '@nestjs/common';
import { bucketRows, countedLabel, commentCondition } from '@moodline/comments/api';
import { Database, Prisma } from '@moodline/shared/db';
import { bucketsSuffice } from '../mood/mood-counter';
import type { ThemeComment } from '../themes/theme-groups';
import type { ClosedFilter } from './mood-slot';

/** Of more comments than that not all are looked at. */
const LOOKED_AT = 30_000;
const HOUR_MS = 3_600_000;

/**
 * Labelled comments of a filter for grouping. Where there are more than `limit`, a sample by text hash: as good as random,
 * and the same every time. Of very many only those of some hours are read, which are drawn by the hash of the hour.
 */
@Injectable()
export class ThemeCommentsQuery {
  constructor(private readonly database: Database) {}

  async list(filter: ClosedFilter, limit: number, lookedAt = LOOKED_AT): Promise<ThemeComment[]> {
    const hours = await this.drawnHours(filter, lookedAt);
    const columns = Prisma.sql`c.id, left(c.text, 500) AS text, c.text_hash AS "textHash", c.language, l.label, c.engagement`;
    const found = (more: Prisma.Sql) => Prisma.sql`
      SELECT ${columns} FROM comment c ${countedLabel(filter.workspaceId)}
      WHERE ${commentCondition(filter)} AND l.label IS NOT NULL AND c.erased_at IS NULL ${more}`;
    if (!hours)
      return this.database.$queryRaw<ThemeComment[]>`
        ${found(Prisma.empty)} ORDER BY c.text_hash, c.id LIMIT ${limit}`;
    const inHour = Prisma.sql`AND c.published_at >= hour.at AND c.published_at < hour.at + interval '1 hour' OFFSET 0`;
    return this.database.$queryRaw<ThemeComment[]>`
      SELECT found.* FROM unnest(${hours}::timestamptz[]) AS hour (at) CROSS JOIN LATERAL (${found(inHour)}) found
      ORDER BY found."textHash", found.id LIMIT ${limit}`;
  }

  /** @returns null when all may be read: there are few, or the buckets do not know how many */
  private async drawnHours(filter: ClosedFilter, lookedAt: number): Promise<string[] | null> {
    if (!bucketsSuffice({ ...filter, label: undefined })) return null;
    const [row] = await this.database.$queryRaw<{ n: number }[]>`
      SELECT coalesce(sum(b.positive + b.neutral + b.negative), 0)::int AS n
      FROM ${bucketRows(filter, [filter.from], Prisma.sql`b.monitor_id = ${filter.monitor ?? 0}`)}`;
    const share = lookedAt / Math.max(1, row?.n ?? 0);
    if (share >= 1) return null;
    const first = Math.floor(filter.from.getTime() / HOUR_MS);
    const last = Math.ceil(filter.to.getTime() / HOUR_MS);
    return Array.from({ length: last - first }, (_, index) => first + index)
      .filter((hour) => drawn(hour) < share)
      .map((hour) => new Date(hour * HOUR_MS).toISOString());
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

/** A fraction that belongs to an hour, spread evenly (the finaliser of MurmurHash3, public domain). */
function drawn(hour: number): number {
  let mixed = Math.imul(hour ^ (hour >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
