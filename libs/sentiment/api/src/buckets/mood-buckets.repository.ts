import { Injectable } from '@nestjs/common';
import type { CommentCounter } from '@moodline/comments/api';
import { arrayParameter, DatabaseLock, lock, lockShared, Prisma, type Transaction } from '@moodline/shared/db';
import {
  bucketCounts,
  columns,
  COUNTED,
  IN_BUCKETS,
  IN_TOTALS,
  isEmpty,
  type BucketCounts,
} from './bucket-counts.query';
import { keepRules } from './bucket-rules.query';
import { markStale } from './facet-days.query';

/**
 * The mood buckets and their totals. Whoever changes comments, labels or matches in a way that is counted asks before the change what
 * the comments are counted as ({@link before}) and hands that in at the end ({@link after}): the difference is written, in the same
 * transaction, as its last statement but the commit, so that the rows of busy hours are held for as short a time as possible.
 */
@Injectable()
export class MoodBuckets implements CommentCounter {
  /** Keeps buckets from being counted anew until the transaction ends. Before any lock on rows: see the order of locks. */
  async hold(transaction: Transaction, workspaceId: number): Promise<void> {
    await lockShared(transaction, DatabaseLock.MoodBuckets, workspaceId);
  }

  /** Call before the rules change by which comments are counted (the zone, kinds left out): buckets follow in slices, see `BucketZone`. */
  async rulesChanging(transaction: Transaction, workspaceId: number): Promise<void> {
    await lock(transaction, DatabaseLock.MoodBuckets, workspaceId);
    await keepRules(transaction, workspaceId);
  }

  /** What comments are counted as at this moment. */
  async before(
    transaction: Transaction,
    workspaceId: number,
    commentIds: readonly number[],
  ): Promise<readonly BucketCounts[]> {
    if (!commentIds.length) return [];
    return countIn(
      transaction,
      bucketCounts(workspaceId, Prisma.sql`c.id = ANY(${arrayParameter(commentIds)}::bigint[])`),
    );
  }

  /** Writes what these comments are counted as now, less what was counted before; of comments that are gone nothing is counted now. */
  async after(
    transaction: Transaction,
    workspaceId: number,
    commentIds: readonly number[],
    before: readonly BucketCounts[],
  ): Promise<void> {
    const now = await this.before(transaction, workspaceId, commentIds);
    await write(transaction, workspaceId, difference(before, now));
    // Also where no bucket differs: two comments may have changed places.
    await markStale(transaction, workspaceId, hoursOf([...before, ...now]));
  }

  /** Counts comments into buckets that did not know them. @param which condition on `comment c` @param monitors rows with an `id` */
  async add(transaction: Transaction, workspaceId: number, which: Prisma.Sql, monitors: Prisma.Sql): Promise<void> {
    await write(transaction, workspaceId, await countIn(transaction, bucketCounts(workspaceId, which, monitors)));
  }

  /**
   * Counts comments anew whose buckets of whatever monitor are taken away. For who has kept all others from counting.
   * @param taken condition on `mood_bucket` @param which condition on `comment c`: the comments of these buckets
   */
  async recount(
    transaction: Transaction,
    workspaceId: number,
    { taken, which }: { taken: Prisma.Sql; which: Prisma.Sql },
  ): Promise<void> {
    const sums = Prisma.sql`monitor_id, source_id, ${columns(BOTH, (name) => `sum(${name})::int AS ${name}`)}`;
    const before = await transaction.$queryRaw<Total[]>`
      WITH gone AS (DELETE FROM mood_bucket WHERE workspace_id = ${workspaceId} AND ${taken} RETURNING *)
      SELECT ${sums} FROM gone GROUP BY 1, 2`;
    const now = await transaction.$queryRaw<Total[]>`
      WITH come AS (
        INSERT INTO mood_bucket (workspace_id, monitor_id, hour, source_id, language, ${columns(IN_BUCKETS)})
        SELECT ${workspaceId}, monitor_id, hour, source_id, language, ${columns(IN_BUCKETS)}
        FROM (${bucketCounts(workspaceId, which)}) counted
        WHERE NOT ${isEmpty('counted')}
        RETURNING *
      )
      SELECT ${sums} FROM come GROUP BY 1, 2`;
    await addTotals(transaction, workspaceId, JSON.stringify([...before.map(moved(-1)), ...now.map(moved(1))]));
  }

  /** Both around a change. */
  async around<T>(
    transaction: Transaction,
    workspaceId: number,
    commentIds: readonly number[],
    change: () => Promise<T>,
  ): Promise<T> {
    const before = await this.before(transaction, workspaceId, commentIds);
    const result = await change();
    await this.after(transaction, workspaceId, commentIds, before);
    return result;
  }
}

/** Hours of all comments that are counted anywhere, each once. */
const hoursOf = (counts: readonly BucketCounts[]) => [
  ...new Set(counts.filter((one) => one.monitor_id === 0).map(({ hour }) => hour)),
];

async function countIn(transaction: Transaction, counts: Prisma.Sql): Promise<BucketCounts[]> {
  const [row] = await transaction.$queryRaw<{ counts: BucketCounts[] | null }[]>`
    SELECT json_agg(row) AS counts
    FROM (
      SELECT monitor_id, (extract(epoch FROM hour) * 1000)::bigint AS hour, source_id, language, ${columns(COUNTED)}
      FROM (${counts}) counted
    ) row`;
  return row?.counts ?? [];
}

/** Columns that buckets and totals have in common. */
const BOTH = IN_TOTALS.filter((name) => name !== 'apart');
type Total = Readonly<Record<(typeof BOTH)[number], number>> & {
  readonly monitor_id: number;
  readonly source_id: number;
};

/** What a comment is counted as has changed, and not whether it is there: what is in no bucket now is apart. */
const moved = (sign: 1 | -1) => (total: Total) => {
  const { positive, neutral, negative, unscored, pending } = total;
  const counts = Object.fromEntries(BOTH.map((name) => [name, sign * total[name]]));
  return { ...total, ...counts, apart: -sign * (positive + neutral + negative + unscored + pending) };
};

/** Buckets in which something differs, with the difference. */
function difference(before: readonly BucketCounts[], now: readonly BucketCounts[]): BucketCounts[] {
  const byKey = new Map<string, BucketCounts>();
  const add = (counts: BucketCounts, direction: 1 | -1) => {
    const key = [counts.monitor_id, counts.hour, counts.source_id, counts.language].join();
    const known = byKey.get(key);
    const sums = COUNTED.map((name) => [name, (known?.[name] ?? 0) + direction * counts[name]] as const);
    byKey.set(key, { ...counts, ...Object.fromEntries(sums) });
  };
  for (const counts of before) add(counts, -1);
  for (const counts of now) add(counts, 1);
  return [...byKey.values()].filter((counts) => COUNTED.some((name) => counts[name] !== 0));
}

/** The columns of changes that were sent as JSON. */
const typed = (names: readonly string[]) => columns(names, (name) => `${name} bigint`);

/** The ORDER BY makes every transaction lock the rows in the same order: buckets first, then totals. */
async function write(transaction: Transaction, workspaceId: number, changes: readonly BucketCounts[]): Promise<void> {
  if (!changes.length) return;
  const json = JSON.stringify(changes);
  await transaction.$executeRaw`
    INSERT INTO mood_bucket AS bucket (workspace_id, monitor_id, hour, source_id, language, ${columns(IN_BUCKETS)})
    SELECT ${workspaceId}, monitor_id, to_timestamp(hour / 1000.0), source_id, language, ${columns(IN_BUCKETS)}
    FROM json_to_recordset(${json}::json) AS d (monitor_id int, hour bigint, source_id int, language text, ${typed(IN_BUCKETS)})
    WHERE (${columns(IN_BUCKETS)}) <> (${columns(IN_BUCKETS, () => '0')})
    ORDER BY monitor_id, hour, source_id, language
    ON CONFLICT (workspace_id, monitor_id, hour, source_id, language) DO UPDATE SET
      ${columns(IN_BUCKETS, (name) => `${name} = bucket.${name} + excluded.${name}`)}`;
  if (changes.some((change) => COUNTED.some((name) => change[name] < 0)))
    await dropEmpty(transaction, workspaceId, json);
  await addTotals(transaction, workspaceId, json);
}

/** Of the buckets that were just made smaller, those without a comment go. They are locked already. */
async function dropEmpty(transaction: Transaction, workspaceId: number, json: string): Promise<void> {
  await transaction.$executeRaw`
    DELETE FROM mood_bucket b
    USING json_to_recordset(${json}::json) AS d (monitor_id int, hour bigint, source_id int, language text)
    WHERE b.workspace_id = ${workspaceId} AND b.monitor_id = d.monitor_id AND b.hour = to_timestamp(d.hour / 1000.0)
      AND b.source_id = d.source_id AND b.language = d.language AND ${isEmpty('b')}`;
}

async function addTotals(transaction: Transaction, workspaceId: number, json: string): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO mood_total AS total (workspace_id, monitor_id, source_id, ${columns(IN_TOTALS)})
    SELECT ${workspaceId}, monitor_id, source_id, ${columns(IN_TOTALS, (name) => `sum(${name})`)}
    FROM json_to_recordset(${json}::json) AS d (monitor_id int, source_id int, ${typed(IN_TOTALS)})
    GROUP BY 2, 3
    ORDER BY 2, 3
    ON CONFLICT (workspace_id, monitor_id, source_id) DO UPDATE SET
      ${columns(IN_TOTALS, (name) => `${name} = total.${name} + excluded.${name}`)}`;
}
