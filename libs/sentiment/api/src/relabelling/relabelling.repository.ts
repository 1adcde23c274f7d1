import { Injectable } from '@nestjs/common';
import type { RelabellingOutcome } from '@moodline/sentiment/contract';
import type { Language } from '@moodline/shared/contract';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import { retryOnConflict } from '@moodline/shared/work';
import { MoodBuckets } from '../buckets/mood-buckets.repository';
import { holdUnchanged } from '../comments-held.query';
import type { ClaimedComment } from '../label-queue.repository';
import { labelRow, LabelStore, type DecidedComment } from '../label-store.repository';
import { labelledAgain } from './labelled-again.query';
import type { RelabellingCounts } from './relabelling-counts.query';

/** States that are stored; `ready` is a running one with `readyAt`. */
export type StoredState = 'running' | 'cancelled' | 'switching' | 'switched' | 'discarded';

/** A re-labelling as it is stored. */
export interface RelabellingRow {
  readonly workspaceId: number;
  readonly id: number;
  readonly version: number;
  readonly model: string;
  readonly days: number;
  readonly since: Date;
  readonly state: StoredState;
  readonly readyAt: Date | null;
  /** It is switched to without a click. */
  readonly switchWhenReady: boolean;
  readonly outcome: RelabellingOutcome | null;
  /** How far it came, once it goes on no more */
  readonly counts: RelabellingCounts | null;
  readonly userId: number;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

export type NewRelabelling = Pick<RelabellingRow, 'workspaceId' | 'version' | 'model' | 'days' | 'since' | 'userId'> &
  Partial<Pick<RelabellingRow, 'switchWhenReady'>>;

/** Where the next batch goes on. */
export interface Place {
  readonly publishedAt: Date;
  readonly id: number;
}

/** Comments that wait for their new label, and where the batch ended. */
export interface UnlabelledBatch {
  readonly comments: readonly Omit<ClaimedComment, 'attempts'>[];
  readonly end: Place | null;
}

/** What a change of state decides by, with the row locked. @returns the new values; null leaves everything as it is */
export type Transition = (
  row: RelabellingRow,
  transaction: Transaction,
) => Promise<Prisma.RelabellingUpdateInput | null> | Prisma.RelabellingUpdateInput | null;

/** Re-labellings and the labels they make beside those that count. */
@Injectable()
export class RelabellingRepository {
  constructor(
    private readonly database: Database,
    private readonly labels: LabelStore,
    private readonly buckets: MoodBuckets,
  ) {}

  /** @returns null when another one is open */
  async open(data: NewRelabelling): Promise<RelabellingRow | null> {
    try {
      return asRow(await this.database.relabelling.create({ data }));
    } catch (error) {
      if (isTaken(error)) return null;
      throw error;
    }
  }

  async find(workspaceId: number, id: number): Promise<RelabellingRow | null> {
    const row = await this.database.relabelling.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    return row && asRow(row);
  }

  /** Newest first. */
  async list(workspaceId: number, limit: number): Promise<RelabellingRow[]> {
    return (
      await this.database.relabelling.findMany({ where: { workspaceId }, orderBy: { id: 'desc' }, take: limit })
    ).map(asRow);
  }

  /** Whether one is at work in the workspace, or waits for the switch. */
  async isOpen(workspaceId: number): Promise<boolean> {
    return (
      (await this.database.relabelling.count({ where: { workspaceId, state: { in: ['running', 'switching'] } } })) > 0
    );
  }

  /** Those that everything is labelled for and that nobody needs to switch to. */
  async toBeSwitched(): Promise<RelabellingRow[]> {
    const where = { state: 'running', switchWhenReady: true, readyAt: { not: null } };
    return (await this.database.relabelling.findMany({ where })).map(asRow);
  }

  /** The one that is open in each workspace. */
  async allOpen(): Promise<RelabellingRow[]> {
    return (await this.database.relabelling.findMany({ where: { state: { in: ['running', 'switching'] } } })).map(
      asRow,
    );
  }

  /** Takes an open re-labelling for this process, or one that it has already, the longest untouched first; a process that died loses it when its lease runs out. */
  async claim(worker: string, leaseSeconds: number): Promise<RelabellingRow | null> {
    const [taken] = await this.database.$queryRaw<{ workspaceId: number; id: number }[]>`
      UPDATE relabelling r SET worker = ${worker}, lease_until = now() + make_interval(secs => ${leaseSeconds}::int)
      FROM (
        SELECT workspace_id, id FROM relabelling WHERE state IN ('running', 'switching') AND (worker = ${worker} OR lease_until IS NULL OR lease_until < now())
        ORDER BY lease_until NULLS FIRST LIMIT 1 FOR UPDATE SKIP LOCKED
      ) free WHERE r.workspace_id = free.workspace_id AND r.id = free.id
      RETURNING r.workspace_id AS "workspaceId", r.id`;
    return taken ? this.find(taken.workspaceId, taken.id) : null;
  }

  async renew({ workspaceId, id }: RelabellingRow, worker: string, leaseSeconds: number): Promise<void> {
    await this.database
      .$executeRaw`UPDATE relabelling SET lease_until = now() + make_interval(secs => ${leaseSeconds}::int) WHERE workspace_id = ${workspaceId} AND id = ${id} AND worker = ${worker}`;
  }

  async release(worker: string): Promise<void> {
    await this.database.relabelling.updateMany({ where: { worker }, data: { worker: null, leaseUntil: null } });
  }

  /** The next comments without a label of this re-labelling, newest first. */
  async unlabelled(row: RelabellingRow, limit: number, from: Place | null): Promise<UnlabelledBatch> {
    const after = from
      ? Prisma.sql`AND (c.published_at, c.id) < (${from.publishedAt}, ${from.id}::bigint)`
      : Prisma.empty;
    const found = await this.database.$queryRaw<
      { id: number; text: string; language: Language; stars: number | null; groupId: number; publishedAt: Date }[]
    >`
      SELECT c.id, c.text, c.language, c.stars, coalesce(c.duplicate_of, c.id) AS "groupId", c.published_at AS "publishedAt" ${labelledAgain(row)} AND next.comment_id IS NULL ${after}
      ORDER BY c.published_at DESC, c.id DESC LIMIT ${limit}`;
    const last = found.at(-1);
    const comments = found.map(({ id, text, language, stars, groupId }) => ({
      workspaceId: row.workspaceId,
      commentId: id,
      text,
      language,
      stars,
      groupId,
    }));
    return { comments, end: last ? { publishedAt: last.publishedAt, id: last.id } : null };
  }

  /**
   * Stores labels beside those that count; while the switch is going on they count at once. Nothing is stored for a comment that was
   * removed or changed, or when the work was ended meanwhile.
   */
  async store(
    row: RelabellingRow,
    asked: UnlabelledBatch['comments'],
    decided: readonly DecidedComment[],
  ): Promise<number> {
    const { workspaceId, version, model } = row;
    return this.inStates(row, ['running', 'switching'], async (transaction, state) => {
      const there = await holdUnchanged(transaction, workspaceId, asked);
      // Progress is read off version and model: every row carries them, whatever decided.
      const known = new Set(there);
      const rows = decided
        .filter(({ commentId }) => known.has(commentId))
        .map((one) => ({ ...labelRow({ workspaceId, roleVersion: version, model }, one), model, current: false }));
      const { count } = await transaction.label.createMany({ data: rows, skipDuplicates: true });
      if (state === 'switching')
        await this.labels.makeCurrent(transaction, workspaceId, { roleVersion: version, model }, [...known]);
      return count;
    });
  }

  /**
   * Lets the new labels of the next comments count, with their buckets. Its place is stored with it, by the ids of the comments.
   * @returns for how many; 0 when none are left
   */
  async switchSlice(row: RelabellingRow, limit: number): Promise<number> {
    const { workspaceId, id, version, model } = row;
    return this.inStates(row, ['switching'], async (transaction, _state, place) => {
      const slice = await transaction.$queryRaw<{ id: number }[]>`
        SELECT c.id ${labelledAgain(row)} AND NOT next.current AND c.id > ${place} ORDER BY c.id LIMIT ${limit} FOR NO KEY UPDATE OF c`;
      const ids = slice.map((comment) => comment.id);
      if (!ids.length) return 0;
      await this.labels.makeCurrent(transaction, workspaceId, { roleVersion: version, model }, ids);
      await transaction.$executeRaw`UPDATE relabelling SET switch_cursor = ${ids.at(-1)}::bigint WHERE workspace_id = ${workspaceId} AND id = ${id}`;
      return ids.length;
    });
  }

  /** A change of labels while the work is in one of these states, which it keeps until the transaction ends. @returns 0 when it is not */
  private inStates(
    { workspaceId, id }: RelabellingRow,
    states: StoredState[],
    change: (transaction: Transaction, state: StoredState, place: number) => Promise<number>,
  ): Promise<number> {
    return retryOnConflict(() =>
      this.database.$transaction(async (transaction) => {
        await this.buckets.hold(transaction, workspaceId);
        const [open] = await transaction.$queryRaw<{ state: StoredState; place: number }[]>`
          SELECT state, switch_cursor AS place FROM relabelling
          WHERE workspace_id = ${workspaceId} AND id = ${id} AND state = ANY(${states}::text[])
          FOR NO KEY UPDATE`;
        return open ? change(transaction, open.state, open.place) : 0;
      }),
    );
  }

  /** Changes the state with the row locked: whoever stores labels is done before, and sees the new state after. */
  async change(workspaceId: number, id: number, transition: Transition): Promise<RelabellingRow | null> {
    try {
      return await this.database.$transaction(async (transaction) => {
        await transaction.$queryRaw`SELECT id FROM relabelling WHERE workspace_id = ${workspaceId} AND id = ${id} FOR UPDATE`;
        const where = { workspaceId_id: { workspaceId, id } };
        const found = await transaction.relabelling.findUnique({ where });
        if (!found) return null;
        const data = await transition(asRow(found), transaction);
        if (!data) return asRow(found);
        // Another state is another work: how far the former one came says nothing of it.
        return asRow(await transaction.relabelling.update({ where, data: { ...data, counts: Prisma.DbNull } }));
      });
    } catch (error) {
      if (isTaken(error)) return null;
      throw error;
    }
  }

  /** Keeps how far one came, as long as it goes on no more. */
  async keepCounts({ workspaceId, id, state }: RelabellingRow, counts: RelabellingCounts): Promise<void> {
    await this.database.relabelling.updateMany({ where: { workspaceId, id, state }, data: { counts: { ...counts } } });
  }

  /** Deletes what a re-labelling has made and what does not count. Labels that counted before it began stay. */
  async deleteLabels(
    transaction: Transaction,
    { workspaceId, version, model, createdAt }: RelabellingRow,
  ): Promise<void> {
    await transaction.label.deleteMany({
      where: { workspaceId, roleVersion: version, model, current: false, createdAt: { gte: createdAt } },
    });
  }
}

/** The partial unique index refused a second open one. */
const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

type Stored = Omit<RelabellingRow, 'state' | 'outcome' | 'counts'> & {
  readonly state: string;
  readonly outcome: unknown;
  readonly counts: unknown;
};

const asRow = ({ state, outcome, counts, ...more }: Stored): RelabellingRow => ({
  ...more,
  state: state as StoredState,
  outcome: outcome as RelabellingOutcome | null,
  counts: counts as RelabellingCounts | null,
});
