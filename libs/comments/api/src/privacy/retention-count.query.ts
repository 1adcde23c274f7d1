import { Database, Prisma } from '@moodline/shared/db';

/** What retention is about, in numbers. */
export interface RetentionCount {
  /** Texts that are old enough and have their label. */
  readonly comments: number;
  /** When the oldest of them came in. */
  readonly oldest: Date | null;
  /** Old enough, without a label so far. */
  readonly waiting: number;
  /** Texts that are not old enough. */
  readonly kept: number;
  /** Comments without a text. */
  readonly erased: number;
  /** One of the numbers is large and was estimated. */
  readonly estimated: boolean;
}

/** A number of rows: counted, or estimated where there are many. */
interface Counted {
  readonly n: number;
  readonly estimated: boolean;
}

/** So many are counted one by one: a few milliseconds. */
const COUNTED_TO = 20_000;
/** Digits of an estimate that mean something. */
const DIGITS = 2;

/** Counts what came in before an instant, in a time that does not grow with the comments. */
export class RetentionCountQuery {
  constructor(
    private readonly database: Database,
    private readonly countedTo = COUNTED_TO,
  ) {}

  async count(workspaceId: number, before: Date): Promise<RetentionCount> {
    const texts = Prisma.sql`FROM comment c WHERE c.workspace_id = ${workspaceId} AND c.erased_at IS NULL`;
    const waits = Prisma.sql`EXISTS (SELECT FROM label_task t WHERE t.workspace_id = c.workspace_id AND t.comment_id = c.id)`;
    const [old, waiting, kept, erased, [first]] = await Promise.all([
      this.rows(Prisma.sql`${texts} AND c.fetched_at < ${before}`),
      this.waiting(workspaceId, before),
      this.rows(Prisma.sql`${texts} AND c.fetched_at >= ${before}`),
      this.rows(Prisma.sql`FROM comment c WHERE c.workspace_id = ${workspaceId} AND c.erased_at IS NOT NULL`),
      this.database.$queryRaw<{ oldest: Date }[]>`
        SELECT c.fetched_at AS oldest ${texts} AND c.fetched_at < ${before} AND NOT ${waits}
        ORDER BY c.fetched_at LIMIT 1`,
    ]);
    return {
      comments: first ? Math.max(1, old.n - waiting.n) : 0,
      oldest: first?.oldest ?? null,
      waiting: waiting.n,
      kept: kept.n,
      erased: erased.n,
      estimated: [old, waiting, kept, erased].some(({ estimated }) => estimated),
    };
  }

  /** Of a queue that is longer than what is counted, the comments of the longest ago. */
  private async waiting(workspaceId: number, before: Date): Promise<Counted> {
    const [row] = await this.database.$queryRaw<{ n: number; tasks: number }[]>`
      SELECT count(c.id)::int AS n, count(*)::int AS tasks
      FROM (SELECT comment_id FROM label_task WHERE workspace_id = ${workspaceId} ORDER BY published_at LIMIT ${this.countedTo + 1}) t
      LEFT JOIN LATERAL (
        SELECT id FROM comment
        WHERE workspace_id = ${workspaceId} AND id = t.comment_id AND erased_at IS NULL AND fetched_at < ${before}
        OFFSET 0
      ) c ON TRUE`;
    return { n: row?.n ?? 0, estimated: (row?.tasks ?? 0) > this.countedTo };
  }

  private async rows(from: Prisma.Sql): Promise<Counted> {
    const [row] = await this.database.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM (SELECT ${from} LIMIT ${this.countedTo + 1}) found`;
    const n = row?.n ?? 0;
    return n > this.countedTo ? { n: await this.estimate(from), estimated: true } : { n, estimated: false };
  }

  /** What the planner expects by its statistics, rounded; never less than what was counted. */
  private async estimate(from: Prisma.Sql): Promise<number> {
    const rows = await this.database.$queryRaw<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }[]>`
      EXPLAIN (FORMAT JSON) SELECT ${from}`;
    const expected = Math.max(this.countedTo, rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0);
    return Number(expected.toPrecision(DIGITS));
  }
}
