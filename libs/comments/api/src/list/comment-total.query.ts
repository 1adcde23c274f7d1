import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '@moodline/shared/db';
import { pickedComments } from '../comment-filter.query';
import { bucketRows, type BucketColumn } from '../counts/bucket-rows.query';
import { EMOTION_COLUMNS, KIND_COLUMNS } from '../counts/facet-columns';
import type { ResolvedFilter } from '../resolved-filter';
import { candidateCondition } from '../search/search-condition.query';
import { searchWindows } from '../search/search-windows';

/** How many comments a filter has. */
export interface CommentTotal {
  readonly total: number;
  /** There are more than that; how many was not counted. */
  readonly capped: boolean;
}

/** Up to here comments are counted one by one. */
export const COUNTED_TO = 10_000;
/** The same for a search, where each comment has to be looked at. */
const SEARCHED_TO = 1_000;

/** Counts the comments of a filter in a time that does not grow with them: exactly where a table of counts knows, else up to a limit. */
@Injectable()
export class CommentTotalQuery {
  constructor(private readonly database: Database) {}

  async count(filter: ResolvedFilter): Promise<CommentTotal> {
    const known = bucketColumns(filter);
    if (known) return { total: await this.fromBuckets(filter, known), capped: false };
    const all = await this.ofAnyLabel(filter);
    if (all) return all;
    if (candidateCondition(filter)) return this.searched(filter);
    return capped(await this.upTo(filter, COUNTED_TO + 1), COUNTED_TO);
  }

  /** With those that are in no bucket, which are counted. @returns null where the buckets do not know it */
  private async ofAnyLabel(filter: ResolvedFilter): Promise<CommentTotal | null> {
    if (filter.label?.length || filter.emotion?.length || filter.kind?.length || !bucketsKnow(filter)) return null;
    const [row] = await this.database.$queryRaw<{ apart: number | null }[]>`
      SELECT sum(apart)::int AS apart FROM mood_total WHERE workspace_id = ${filter.workspaceId} AND monitor_id = ${filter.monitor ?? 0}`;
    // Nothing is counted yet.
    if (!row || row.apart === null) return null;
    const othersShown = row.apart && !filter.counted;
    if (othersShown && filter.leftOutKinds?.length) return null;
    const counted = await this.fromBuckets(filter, EVERY_COLUMN);
    const apart = othersShown ? await this.upTo(filter, COUNTED_TO + 1, IN_NO_BUCKET) : 0;
    return { total: counted + Math.min(apart, COUNTED_TO), capped: apart > COUNTED_TO };
  }

  private async fromBuckets(filter: ResolvedFilter, columns: readonly BucketColumn[]): Promise<number> {
    const from = filter.from ?? EVER;
    const period = { ...filter, from, to: filter.to ?? NEVER };
    const [row] = await this.database.$queryRaw<{ n: number }[]>`
      SELECT coalesce(sum(${Prisma.raw(columns.map((name) => `b.${name}`).join(' + '))}), 0)::int AS n
      FROM ${bucketRows(period, [from], { monitors: Prisma.sql`b.monitor_id = ${filter.monitor ?? 0}`, columns })}`;
    return row?.n ?? 0;
  }

  /** Month by month, until enough are found. */
  private async searched(filter: ResolvedFilter): Promise<CommentTotal> {
    const [ends] = await this.database.$queryRaw<{ first: Date | null; last: Date | null }[]>`
      SELECT min(published_at) AS first, max(published_at) AS last FROM comment WHERE workspace_id = ${filter.workspaceId}`;
    const from = filter.from && ends?.first && filter.from > ends.first ? filter.from : (ends?.first ?? null);
    const last = ends?.last && new Date(ends.last.getTime() + 1);
    const to = filter.to && last && filter.to < last ? filter.to : (last ?? null);
    let total = 0;
    for (const window of searchWindows({ from, to, sort: 'newest', place: null })) {
      total += await this.upTo({ ...filter, ...window }, SEARCHED_TO + 1 - total);
      if (total > SEARCHED_TO) break;
    }
    return capped(total, SEARCHED_TO);
  }

  private async upTo(filter: ResolvedFilter, limit: number, more = Prisma.empty): Promise<number> {
    const [row] = await this.database.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM (${pickedComments(filter, Prisma.sql`c.id`)} ${more} LIMIT ${limit}) found`;
    return row?.n ?? 0;
  }
}

/** Ends of time for a period without them. */
const EVER = new Date('1900-01-01T00:00:00Z');
const NEVER = new Date('2200-01-01T00:00:00Z');

/** Comments that are left out of the mood, or of an unknown date. Without a label and without a text there is none: what waits keeps its text. */
const IN_NO_BUCKET = Prisma.sql`AND (c.left_out IS NOT NULL OR c.date_unknown)`;
const EVERY_COLUMN = ['positive', 'neutral', 'negative', 'unscored', 'pending'] as const;

/**
 * What of the buckets is the number of comments of a filter; null where they do not know it. A comment that is left out of the mood
 * is in none.
 */
function bucketColumns(filter: ResolvedFilter): readonly BucketColumn[] | null {
  if (!bucketsKnow(filter)) return null;
  const { label, emotion, kind } = filter;
  const asked = [label, emotion, kind].filter((values) => values?.length);
  if (asked.length !== 1) return null;
  if (emotion?.length) return distinct(emotion.map((value) => EMOTION_COLUMNS[value]));
  if (kind?.length) return distinct(kind.map((value) => KIND_COLUMNS[value]));
  const names = distinct(label ?? []);
  if (names.includes('unsure')) return names.length === 1 ? ['unsure'] : null;
  return names;
}

const distinct = <T>(names: readonly T[]): readonly T[] => [...new Set(names)];

/** Buckets know no texts, nothing else that comes with a comment, and not what single people said. */
function bucketsKnow(filter: ResolvedFilter): boolean {
  const { q, theme, tag, unique, alike, machine, human, undated, from, to } = filter;
  const { stars, recommended, version, leftOut } = filter;
  const given = stars?.length || recommended || version?.length || leftOut;
  if (filter.state || filter.assignee) return false;
  const onHours = [from, to].every((end) => !end || end.getTime() % HALF_HOUR_MS === 0);
  return onHours && !(q || theme || tag || unique || alike || machine || human || given || undated);
}

/** Buckets begin with the hours of the zone; there are zones of half hours. */
const HALF_HOUR_MS = 1_800_000;

const capped = (found: number, limit: number): CommentTotal => ({
  total: Math.min(found, limit),
  capped: found > limit,
});
