import { Injectable } from '@nestjs/common';
import {
  type BucketColumn,
  bucketRows,
  EMOTION_COLUMNS,
  facetDayRows,
  type FacetDays,
  filteredComments,
  KIND_COLUMNS,
  KIND_LEFT_OUT,
} from '@moodline/comments/api';
import { LABELS } from '@moodline/comments/contract';
import { boundedRead, Database, Prisma } from '@moodline/shared/db';
import type { ClosedFilter } from './mood-slot';

const FACETS = { ...EMOTION_COLUMNS, ...KIND_COLUMNS } as const;
const FACET_COLUMNS: readonly BucketColumn[] = [...Object.values(FACETS), KIND_LEFT_OUT];

/** Comments per emotion and kind by the names of their columns, labelled ones, and those that are left out for their kind. */
export type FacetCounts = Readonly<Record<(typeof FACETS)[keyof typeof FACETS] | typeof KIND_LEFT_OUT | 'n', number>>;

@Injectable()
export class FacetCountsQuery {
  constructor(private readonly database: Database) {}

  /** A few rows a day however many comments there are. Where that is right: see `MoodWays`. */
  async fromBuckets(filter: ClosedFilter): Promise<FacetCounts> {
    return this.sum(bucketRows(filter, [filter.from], pickOf(filter)));
  }

  /** What is counted beforehand of a filter with one facet: the rest of `days` is not in it. */
  async fromDays(filter: ClosedFilter, days: FacetDays): Promise<FacetCounts> {
    return this.sum(facetDayRows(filter, [filter.from], { pick: pickOf(filter), days }));
  }

  /** From the comments themselves: for any filter. Those that are left out for their kind are of that kind all the same. */
  async fromComments(filter: ClosedFilter): Promise<FacetCounts> {
    const kinds = filter.leftOutKinds ?? [];
    const out = Prisma.sql`coalesce(c.kind = ANY(${kinds}::text[]), FALSE)`;
    const emotions = Object.entries(EMOTION_COLUMNS).map(
      ([value, name]) =>
        Prisma.sql`count(*) FILTER (WHERE c.label IS NOT NULL AND c.emotion = ${value} AND NOT ${out})::int AS ${Prisma.raw(name)}`,
    );
    const ofKind = Object.entries(KIND_COLUMNS).map(
      ([value, name]) => Prisma.sql`count(*) FILTER (WHERE c.kind = ${value})::int AS ${Prisma.raw(name)}`,
    );
    const standing = filteredComments({ ...filter, leftOutKinds: [] }, Prisma.sql`l.label, l.emotion, l.kind`);
    return this.one(Prisma.sql`
      SELECT count(*) FILTER (WHERE c.label IS NOT NULL AND NOT ${out})::int AS n,
        ${Prisma.join([...emotions, ...ofKind], ', ')},
        count(*) FILTER (WHERE ${out})::int AS ${Prisma.raw(KIND_LEFT_OUT)}
      FROM (${standing}) c`);
  }

  private sum(rows: Prisma.Sql): Promise<FacetCounts> {
    const sums = FACET_COLUMNS.map((name) => `coalesce(sum(b.${name}), 0)::int AS ${name}`);
    return this.one(Prisma.sql`
      SELECT coalesce(sum(b.positive + b.neutral + b.negative), 0)::int AS n, ${Prisma.raw(sums.join(', '))}
      FROM ${rows}`);
  }

  private async one(sql: Prisma.Sql): Promise<FacetCounts> {
    const [row] = await boundedRead<FacetCounts[]>(this.database, sql);
    if (!row) throw new Error('Sums without a row');
    return row;
  }
}

const pickOf = ({ monitor }: ClosedFilter) => ({
  monitors: Prisma.sql`b.monitor_id = ${monitor ?? 0}`,
  columns: [...LABELS, ...FACET_COLUMNS],
});

/** Counts of parts that have no comment in common, together. */
export function addFacets(parts: readonly FacetCounts[]): FacetCounts {
  const names = [...Object.values(FACETS), KIND_LEFT_OUT, 'n'] as const;
  return Object.fromEntries(
    names.map((name) => [name, parts.reduce((sum, part) => sum + part[name], 0)]),
  ) as FacetCounts;
}
