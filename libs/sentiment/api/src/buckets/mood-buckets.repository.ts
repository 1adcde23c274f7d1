import { Injectable } from '@nestjs/common';
import type { CommentCounter } from '@moodline/comments/api';
import { arrayParameter, DatabaseLock, lockShared, Prisma, type Transaction } from '@moodline/shared/db';
import { bucketCounts, COUNTED, type BucketCounts } from './bucket-counts.query';

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
  }

  /** Counts comments into buckets that did not know them. @param which condition on `comment c` @param monitors rows with an `id` */
  async add(transaction: Transaction, workspaceId: number, which: Prisma.Sql, monitors: Prisma.Sql): Promise<void> {
    await write(transaction, workspaceId, await countIn(transaction, bucketCounts(workspaceId, which, monitors)));
  }

  /** Counts comments into buckets that were deleted, of whatever monitor; the totals stay. For who has kept all others from counting. */
  async recount(transaction: Transaction, workspaceId: number, which: Prisma.Sql): Promise<void> {
    await transaction.$executeRaw`
      INSERT INTO mood_bucket (workspace_id, monitor_id, hour, source_id, language,
        positive, neutral, negative, unscored, unsure, pending, positive_sum, neutral_sum, negative_sum)
      SELECT ${workspaceId}, monitor_id, hour, source_id, language,
        positive, neutral, negative, unscored, unsure, pending, positive_sum, neutral_sum, negative_sum
      FROM (${bucketCounts(workspaceId, which)}) counted
      WHERE positive + neutral + negative + unscored + pending > 0`;
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

async function countIn(transaction: Transaction, counts: Prisma.Sql): Promise<BucketCounts[]> {
  const [row] = await transaction.$queryRaw<{ counts: BucketCounts[] | null }[]>`
    SELECT json_agg(json_build_object(
      'monitorId', monitor_id, 'hour', (extract(epoch FROM hour) * 1000)::bigint, 'sourceId', source_id, 'language', language,
      'positive', positive, 'neutral', neutral, 'negative', negative, 'unscored', unscored, 'unsure', unsure, 'pending', pending,
      'positiveSum', positive_sum, 'neutralSum', neutral_sum, 'negativeSum', negative_sum, 'apart', apart)) AS counts
    FROM (${counts}) counted`;
  return row?.counts ?? [];
}

/** Buckets in which something differs, with the difference. */
function difference(before: readonly BucketCounts[], now: readonly BucketCounts[]): BucketCounts[] {
  const byKey = new Map<string, BucketCounts>();
  const add = (counts: BucketCounts, direction: 1 | -1) => {
    const key = [counts.monitorId, counts.hour, counts.sourceId, counts.language].join();
    const known = byKey.get(key);
    const sums = COUNTED.map((name) => [name, (known?.[name] ?? 0) + direction * counts[name]] as const);
    byKey.set(key, { ...counts, ...Object.fromEntries(sums) });
  };
  for (const counts of before) add(counts, -1);
  for (const counts of now) add(counts, 1);
  return [...byKey.values()].filter((counts) => COUNTED.some((name) => counts[name] !== 0));
}

/** The ORDER BY makes every transaction lock the rows in the same order: buckets first, then totals. */
async function write(transaction: Transaction, workspaceId: number, changes: readonly BucketCounts[]): Promise<void> {
  if (!changes.length) return;
  const json = JSON.stringify(changes);
  const changed = Prisma.sql`json_to_recordset(${json}::json) AS d (
    "monitorId" int, hour bigint, "sourceId" int, language text, positive int, neutral int, negative int, unscored int, unsure int, pending int,
    "positiveSum" bigint, "neutralSum" bigint, "negativeSum" bigint, apart int)`;
  await transaction.$executeRaw`
    INSERT INTO mood_bucket AS bucket (workspace_id, monitor_id, hour, source_id, language,
      positive, neutral, negative, unscored, unsure, pending, positive_sum, neutral_sum, negative_sum)
    SELECT ${workspaceId}, d."monitorId", to_timestamp(d.hour / 1000.0), d."sourceId", d.language,
      d.positive, d.neutral, d.negative, d.unscored, d.unsure, d.pending, d."positiveSum", d."neutralSum", d."negativeSum"
    FROM ${changed}
    WHERE (d.positive, d.neutral, d.negative, d.unscored, d.unsure, d.pending, d."positiveSum", d."neutralSum", d."negativeSum")
      <> (0, 0, 0, 0, 0, 0, 0, 0, 0)
    ORDER BY d."monitorId", d.hour, d."sourceId", d.language
    ON CONFLICT (workspace_id, monitor_id, hour, source_id, language) DO UPDATE SET
      positive = bucket.positive + excluded.positive, neutral = bucket.neutral + excluded.neutral, negative = bucket.negative + excluded.negative,
      unscored = bucket.unscored + excluded.unscored, unsure = bucket.unsure + excluded.unsure, pending = bucket.pending + excluded.pending,
      positive_sum = bucket.positive_sum + excluded.positive_sum, neutral_sum = bucket.neutral_sum + excluded.neutral_sum,
      negative_sum = bucket.negative_sum + excluded.negative_sum`;
  if (changes.some((change) => COUNTED.some((name) => change[name] < 0)))
    await dropEmpty(transaction, workspaceId, json);
  await addTotals(transaction, workspaceId, json);
}

/** Of the buckets that were just made smaller, those without a comment go. They are locked already. */
async function dropEmpty(transaction: Transaction, workspaceId: number, json: string): Promise<void> {
  await transaction.$executeRaw`
    DELETE FROM mood_bucket b
    USING json_to_recordset(${json}::json) AS d ("monitorId" int, hour bigint, "sourceId" int, language text)
    WHERE b.workspace_id = ${workspaceId} AND b.monitor_id = d."monitorId" AND b.hour = to_timestamp(d.hour / 1000.0)
      AND b.source_id = d."sourceId" AND b.language = d.language
      AND b.positive + b.neutral + b.negative + b.unscored + b.pending = 0`;
}

async function addTotals(transaction: Transaction, workspaceId: number, json: string): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO mood_total AS total (workspace_id, monitor_id, source_id, positive, neutral, negative, unscored, unsure, pending, apart)
    SELECT ${workspaceId}, d."monitorId", d."sourceId",
      sum(d.positive), sum(d.neutral), sum(d.negative), sum(d.unscored), sum(d.unsure), sum(d.pending), sum(d.apart)
    FROM json_to_recordset(${json}::json) AS d (
      "monitorId" int, "sourceId" int, positive int, neutral int, negative int, unscored int, unsure int, pending int, apart int)
    GROUP BY 2, 3
    ORDER BY 2, 3
    ON CONFLICT (workspace_id, monitor_id, source_id) DO UPDATE SET
      positive = total.positive + excluded.positive, neutral = total.neutral + excluded.neutral, negative = total.negative + excluded.negative,
      unscored = total.unscored + excluded.unscored, unsure = total.unsure + excluded.unsure,
      pending = total.pending + excluded.pending, apart = total.apart + excluded.apart`;
}
