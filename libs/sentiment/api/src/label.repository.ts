import { Injectable } from '@nestjs/common';
import { countedLabel } from '@moodline/comments/api';
import type { Label, Language } from '@moodline/shared/contract';
import { arrayParameter, Database, Prisma, type Transaction } from '@moodline/shared/db';
import { calibrationSchema, type Calibration } from './calibration/calibration';
import type { LabelDecision } from './label-decision';
import { storedDecision, type StoredDecision } from './stored-decision';

/** A comment taken by a worker until its lease runs out. */
export interface ClaimedComment {
  readonly workspaceId: number;
  readonly commentId: number;
  readonly text: string;
  readonly language: Language;
  readonly attempts: number;
  /** The first comment of its group of nearly the same texts; its own id where it stands alone. */
  readonly groupId: number;
}

export interface DecidedComment {
  readonly commentId: number;
  readonly decision: LabelDecision;
}

/** A label given by a person. */
export interface Correction {
  readonly label: Label;
  readonly userId: number;
  readonly reason?: string | null;
}

/** Stands for the machine's label where a person was faster. */
const BY_PERSON_ALONE = { roleVersion: 0, model: 'person', unscoredReason: 'labelled-by-person' } as const;

/** What every label of a batch has in common. */
export interface LabelBatch {
  readonly workspaceId: number;
  readonly roleVersion: number;
  readonly model: string;
  readonly decided: readonly DecidedComment[];
}

/** A version of a role with what straightens its probabilities. */
export interface RoleInForce {
  readonly name: string;
  readonly version: number;
  readonly system: string;
  readonly calibration?: Calibration | null;
}

/** Comments of a workspace by the state of their label. */
export interface LabelCounts {
  readonly pending: number;
  readonly labelled: number;
  readonly unscored: number;
}

/** How a set of labels changes the mood buckets: +1 counts them in, -1 takes them out. */
type Direction = 1 | -1;

/** The label queue, the labels and the mood buckets. Labels and buckets change in one transaction, always. */
@Injectable()
export class LabelRepository {
  constructor(private readonly database: Database) {}

  /** Puts comments into the queue, new ones in the transaction that stores them. Without a text there is nothing to label. */
  async enqueue(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    await transaction.$executeRaw`
      INSERT INTO label_task (workspace_id, comment_id, published_at)
      SELECT workspace_id, id, published_at FROM comment WHERE workspace_id = ${workspaceId} AND id = ANY(${arrayParameter(commentIds)}::bigint[]) AND erased_at IS NULL ON CONFLICT DO NOTHING`;
  }

  /**
   * Takes comments for labelling, newest first. Rows another worker holds are passed over; a lease that ran out
   * (its worker died or hangs) is free again.
   */
  async claim(limit: number, leaseSeconds: number): Promise<ClaimedComment[]> {
    return this.database.$queryRaw<ClaimedComment[]>`
      WITH free AS (
        SELECT workspace_id, comment_id FROM label_task WHERE lease_until IS NULL OR lease_until < now()
        ORDER BY workspace_id DESC, published_at DESC LIMIT ${limit} FOR UPDATE SKIP LOCKED
      ), taken AS (
        UPDATE label_task t SET lease_until = now() + make_interval(secs => ${leaseSeconds}::int), attempts = t.attempts + 1
        FROM free WHERE t.workspace_id = free.workspace_id AND t.comment_id = free.comment_id
        RETURNING t.workspace_id, t.comment_id, t.attempts
      )
      SELECT taken.workspace_id AS "workspaceId", taken.comment_id AS "commentId", c.text, c.language, taken.attempts, coalesce(c.duplicate_of, c.id) AS "groupId"
      FROM taken JOIN comment c ON c.workspace_id = taken.workspace_id AND c.id = taken.comment_id`;
  }

  /** Labels that a version and model gave already to a comment of each group: copies of a text are labelled once. */
  async labelsOfGroups(
    workspaceId: number,
    { roleVersion, model }: Pick<LabelBatch, 'roleVersion' | 'model'>,
    groupIds: readonly number[],
  ): Promise<Map<number, LabelDecision>> {
    const rows = await this.database.$queryRaw<(StoredDecision & { readonly groupId: number })[]>`
      SELECT wanted.id AS "groupId", l.label, l.positive, l.neutral, l.negative, l.unsure,
        l.emotion, l.emotion_probability AS "emotionProbability", l.kind, l.kind_probability AS "kindProbability"
      FROM unnest(${[...groupIds]}::bigint[]) AS wanted(id) CROSS JOIN LATERAL (
        SELECT l.* FROM comment c JOIN label l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id AND l.role_version = ${roleVersion} AND l.model = ${model}
        WHERE c.workspace_id = ${workspaceId} AND coalesce(c.duplicate_of, c.id) = wanted.id AND l.label IS NOT NULL LIMIT 1
      ) l`;
    return new Map(rows.map((row) => [row.groupId, storedDecision(row)]));
  }

  /** Keeps comments that are still worked on. A task that is done meanwhile is not there any more and stays so. */
  async renew(claimed: readonly ClaimedComment[], leaseSeconds: number): Promise<void> {
    const ids = claimed.map(({ commentId }) => commentId);
    await this.database
      .$executeRaw`UPDATE label_task SET lease_until = now() + make_interval(secs => ${leaseSeconds}::int) WHERE lease_until IS NOT NULL AND comment_id = ANY(${ids}::bigint[])`;
  }

  /** Gives comments back at once instead of waiting for their lease to run out. */
  async release(claimed: readonly ClaimedComment[], { countAttempt }: { countAttempt: boolean }): Promise<void> {
    const ids = claimed.map(({ commentId }) => commentId);
    await this.database.$executeRaw`
      UPDATE label_task SET lease_until = NULL, attempts = attempts - ${countAttempt ? 0 : 1}::int WHERE comment_id = ANY(${ids}::bigint[])`;
  }

  /**
   * Stores labels and counts them into the buckets. Taking the task out of the queue decides who may store: a second
   * worker whose lease ran out, or a comment that was removed meanwhile, finds no task and changes nothing.
   * @returns how many labels were stored
   */
  async store(batch: LabelBatch): Promise<number> {
    const { workspaceId, decided } = batch;
    return this.database.$transaction(async (transaction) => {
      const ids = decided.map(({ commentId }) => commentId);
      const open = await transaction.$queryRaw<{ id: number }[]>`
        DELETE FROM label_task WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${ids}::bigint[]) RETURNING comment_id AS id`;
      const mine = new Set(open.map(({ id }) => id));
      const rows = decided.filter(({ commentId }) => mine.has(commentId));
      if (!rows.length) return 0;
      await transaction.label.createMany({ data: rows.map((row) => labelRow(batch, row)) });
      await this.count(transaction, workspaceId, { ids: [...mine], direction: 1 });
      return rows.length;
    });
  }

  /**
   * Lets another answer count for comments that have it, and changes the buckets with it. What a person said goes on counting.
   * Call in a transaction that holds the comments' rows, so that nobody corrects or removes them meanwhile.
   */
  async makeCurrent(
    transaction: Transaction,
    workspaceId: number,
    { roleVersion, model }: Omit<LabelBatch, 'workspaceId' | 'decided'>,
    commentIds: readonly number[],
  ): Promise<void> {
    const ids = [...commentIds];
    const wanted = (alias: Prisma.Sql) =>
      Prisma.sql`${alias}.role_version = ${roleVersion} AND ${alias}.model = ${model}`;
    await this.count(transaction, workspaceId, { ids, direction: -1 });
    await transaction.$executeRaw`
      UPDATE label old SET current = false WHERE old.workspace_id = ${workspaceId} AND old.comment_id = ANY(${ids}::bigint[]) AND old.current
      AND EXISTS (SELECT FROM label new WHERE new.workspace_id = old.workspace_id AND new.comment_id = old.comment_id AND ${wanted(Prisma.sql`new`)})`;
    await transaction.$executeRaw`UPDATE label new SET current = true WHERE new.workspace_id = ${workspaceId} AND new.comment_id = ANY(${ids}::bigint[]) AND ${wanted(Prisma.sql`new`)}`;
    await this.count(transaction, workspaceId, { ids, direction: 1 });
  }

  /** Takes comments that are about to be removed out of queue, buckets and labels. */
  async forget(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    const ids = [...commentIds];
    // The queue first: this waits for a worker that is storing just now, so that its labels are seen below.
    await transaction.$executeRaw`DELETE FROM label_task WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${ids}::bigint[])`;
    await this.count(transaction, workspaceId, { ids, direction: -1 });
    await transaction.$executeRaw`DELETE FROM label WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${ids}::bigint[])`;
    await transaction.$executeRaw`DELETE FROM human_label WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${ids}::bigint[])`;
    await transaction.$executeRaw`DELETE FROM mood_bucket WHERE workspace_id = ${workspaceId} AND positive + neutral + negative + unscored = 0`;
  }

  /** Takes what people wrote about comments that lose their text: it may quote them. Labels and counts stay. */
  async forgetWords(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    await transaction.humanLabel.updateMany({
      where: { workspaceId, commentId: { in: [...commentIds] } },
      data: { reason: null },
    });
  }

  /**
   * Keeps what a person says of a comment; the machine's label stays beside it. A comment that still waits leaves the
   * queue: nobody needs the machine's opinion any more.
   * @returns false when there is no such comment
   */
  async correct(workspaceId: number, commentId: number, correction: Correction): Promise<boolean> {
    return this.changing(workspaceId, commentId, async (transaction) => {
      const { count: waited } = await transaction.labelTask.deleteMany({ where: { workspaceId, commentId } });
      if (waited) await transaction.label.create({ data: { workspaceId, commentId, ...BY_PERSON_ALONE } });
      else await this.count(transaction, workspaceId, { ids: [commentId], direction: -1 });
      await transaction.humanLabel.deleteMany({ where: { workspaceId, commentId } });
      await transaction.humanLabel.create({ data: { workspaceId, commentId, ...correction } });
      await this.count(transaction, workspaceId, { ids: [commentId], direction: 1 });
    });
  }

  /** Takes back what a person said: the machine's label counts again, and where there is none the comment waits for it. @returns as {@link correct} */
  async withdraw(workspaceId: number, commentId: number): Promise<boolean> {
    return this.changing(workspaceId, commentId, async (transaction) => {
      await this.count(transaction, workspaceId, { ids: [commentId], direction: -1 });
      await transaction.humanLabel.deleteMany({ where: { workspaceId, commentId } });
      const { count: withoutMachine } = await transaction.label.deleteMany({
        where: { workspaceId, commentId, ...BY_PERSON_ALONE },
      });
      if (withoutMachine) await this.enqueue(transaction, workspaceId, [commentId]);
      else await this.count(transaction, workspaceId, { ids: [commentId], direction: 1 });
    });
  }

  private changing(
    workspaceId: number,
    commentId: number,
    change: (transaction: Transaction) => Promise<void>,
  ): Promise<boolean> {
    return this.database.$transaction(async (transaction) => {
      const found = await transaction.$queryRaw<
        unknown[]
      >`SELECT id FROM comment WHERE workspace_id = ${workspaceId} AND id = ${commentId} FOR NO KEY UPDATE`;
      if (found.length) await change(transaction);
      return found.length > 0;
    });
  }

  /** Counts all buckets anew, for example after a change of the time zone. */
  async rebuildBuckets(workspaceId: number): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      await transaction.$executeRaw`LOCK TABLE mood_bucket IN EXCLUSIVE MODE`;
      await transaction.$executeRaw`DELETE FROM mood_bucket WHERE workspace_id = ${workspaceId}`;
      await this.count(transaction, workspaceId, { ids: null, direction: 1 });
    });
  }

  /** Counts the buckets of one monitor anew, in the transaction that says that it is matched: nobody sees half of it. */
  async rebuildMonitor(transaction: Transaction, workspaceId: number, monitorId: number): Promise<void> {
    await this.forgetMonitor(transaction, workspaceId, monitorId);
    await this.count(transaction, workspaceId, { ids: null, direction: 1, monitorId });
  }

  /** Deletes the buckets of a monitor. The lock waits for labels that are being stored: they are counted whole, or not yet. */
  async forgetMonitor(transaction: Transaction, workspaceId: number, monitorId: number): Promise<void> {
    await transaction.$executeRaw`LOCK TABLE mood_bucket IN EXCLUSIVE MODE`;
    await transaction.$executeRaw`DELETE FROM mood_bucket WHERE workspace_id = ${workspaceId} AND monitor_id = ${monitorId}`;
  }

  async counts(workspaceId: number): Promise<LabelCounts> {
    const [row] = await this.database.$queryRaw<LabelCounts[]>`
      SELECT (SELECT count(*) FROM label_task WHERE workspace_id = ${workspaceId})::int AS pending,
        coalesce(sum(positive + neutral + negative), 0)::int AS labelled, coalesce(sum(unscored), 0)::int AS unscored
      FROM mood_bucket WHERE workspace_id = ${workspaceId} AND monitor_id = 0`;
    return row ?? { pending: 0, labelled: 0, unscored: 0 };
  }

  /**
   * The version of a role in force, its prompt and its calibration; the given one is put in force where there is none yet.
   * A calibration that came with the product later than its prompt is added to it.
   */
  async activeRole(workspaceId: number, initial: RoleInForce): Promise<RoleInForce> {
    const { name, version: first, system, calibration } = initial;
    const json = calibration ?? Prisma.DbNull;
    await this.database.roleVersion.createMany({
      data: { workspaceId, role: name, version: first, system, calibration: json },
      skipDuplicates: true,
    });
    await this.database.role.createMany({ data: { workspaceId, name, activeVersion: first }, skipDuplicates: true });
    const { activeVersion } = await this.database.role.findUniqueOrThrow({
      where: { workspaceId_name: { workspaceId, name } },
    });
    const active = await this.database.roleVersion.findUniqueOrThrow({
      where: { workspaceId_role_version: { workspaceId, role: name, version: activeVersion } },
    });
    const unseeded = active.calibration === null && active.version === first && active.system === system && calibration;
    if (unseeded)
      await this.database.roleVersion.update({
        where: { workspaceId_role_version: { workspaceId, role: name, version: first } },
        data: { calibration: json },
      });
    return {
      name,
      version: active.version,
      system: active.system,
      calibration: unseeded ? calibration : calibrationSchema.nullable().parse(active.calibration),
    };
  }

  /**
   * The ORDER BY makes every transaction lock the buckets in the same order: two workers cannot block each other.
   * The buckets of a monitor that is being matched anew stand still until they are rebuilt at its end.
   */
  private async count(
    transaction: Transaction,
    workspaceId: number,
    change: { ids: readonly number[] | null; direction: Direction; monitorId?: number },
  ): Promise<void> {
    const monitors =
      change.monitorId === undefined
        ? Prisma.sql`SELECT 0 AS id UNION ALL ${SETTLED_MONITORS}`
        : Prisma.sql`${SETTLED_MONITORS} AND cm.monitor_id = ${change.monitorId}`;
    const only = change.ids ? Prisma.sql`AND c.id = ANY(${[...change.ids]}::bigint[])` : Prisma.empty;
    const tally = (condition: Prisma.Sql) =>
      Prisma.sql`(count(*) FILTER (WHERE ${condition}))::int * ${change.direction}::int`;
    await transaction.$executeRaw`
      INSERT INTO mood_bucket AS bucket (workspace_id, monitor_id, hour, source_id, language, positive, neutral, negative, unscored, unsure)
      SELECT c.workspace_id, monitor.id, date_trunc('hour', c.published_at, w.time_zone) AS hour, c.source_id, c.language,
        ${tally(Prisma.sql`l.label = 'positive'`)}, ${tally(Prisma.sql`l.label = 'neutral'`)}, ${tally(Prisma.sql`l.label = 'negative'`)}, ${tally(Prisma.sql`l.label IS NULL`)}, ${tally(Prisma.sql`l.unsure`)}
      FROM comment c JOIN workspace w ON w.workspace_id = c.workspace_id ${countedLabel(workspaceId)}
      CROSS JOIN LATERAL (${monitors}) monitor
      WHERE c.workspace_id = ${workspaceId} AND l.comment_id IS NOT NULL ${only}
      GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
      ON CONFLICT (workspace_id, monitor_id, hour, source_id, language) DO UPDATE SET
        positive = bucket.positive + excluded.positive, neutral = bucket.neutral + excluded.neutral,
        negative = bucket.negative + excluded.negative, unscored = bucket.unscored + excluded.unscored, unsure = bucket.unsure + excluded.unsure`;
  }
}

/** Monitors that take `comment c`, without those that are being matched anew. */
const SETTLED_MONITORS = Prisma.sql`
  SELECT cm.monitor_id AS id FROM comment_monitor cm WHERE cm.workspace_id = c.workspace_id AND cm.comment_id = c.id
    AND NOT EXISTS (SELECT FROM monitor m WHERE m.workspace_id = cm.workspace_id AND m.id = cm.monitor_id AND m.rematch_cursor IS NOT NULL)`;

/** A decision as it is stored. */
export function labelRow(
  { workspaceId, roleVersion, model }: Omit<LabelBatch, 'decided'>,
  { commentId, decision }: DecidedComment,
) {
  const row = { workspaceId, commentId, roleVersion, model };
  return 'label' in decision
    ? {
        ...row,
        label: decision.label,
        ...decision.probabilities,
        unsure: decision.unsure ?? false,
        emotion: decision.emotion?.is ?? null,
        emotionProbability: decision.emotion?.probability ?? null,
        kind: decision.kind?.is ?? null,
        kindProbability: decision.kind?.probability ?? null,
      }
    : { ...row, unscoredReason: decision.unscoredReason };
}
