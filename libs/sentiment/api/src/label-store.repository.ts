import { Injectable } from '@nestjs/common';
import type { GivenVerdict } from '@moodline/comments/api';
import type { Asked } from '@moodline/sentiment/contract';
import { FACET_UNSURE_BELOW, type Facet, type Label } from '@moodline/comments/contract';
import { arrayParameter, Database, Prisma, type Transaction } from '@moodline/shared/db';
import { retryOnConflict } from '@moodline/shared/work';
import { MoodBuckets } from './buckets/mood-buckets.repository';
import { holdComments } from './comments-held.query';
import type { Said } from './label-answer';
import type { LabelDecision } from './label-decision';
import { LabelQueue } from './label-queue.repository';
import { labelsOfGroups } from './labels-of-groups.query';

export interface DecidedComment {
  readonly commentId: number;
  readonly decision: LabelDecision;
  /** How probable the tags are that were asked, in their order; missing where none was. */
  readonly tags?: readonly number[] | undefined;
}

/** What is stored with labels, in their transaction, of comments that are labelled now. */
export type BesideLabels = (transaction: Transaction, labelled: readonly DecidedComment[]) => Promise<void>;

/** A label given by a person. */
export interface Correction {
  readonly label: Label;
  readonly userId: number;
  readonly reason?: string | null;
  /** Why the review queue asked for it; left out where nobody did. */
  readonly asked?: Asked | undefined;
}

/** What a person says of an emotion or a kind; null takes it back. */
export interface SaidFacet {
  readonly facet: Facet;
  readonly value: string | null;
  readonly userId: number;
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

/**
 * The labels of comments, the machine's and people's. Labels and buckets change in one transaction, always, and with the rows of the
 * comments locked: whoever edits, removes or corrects one of them meanwhile waits, and counts what is true then.
 */
@Injectable()
export class LabelStore {
  constructor(
    private readonly database: Database,
    private readonly queue: LabelQueue,
    private readonly buckets: MoodBuckets,
  ) {}

  /** Labels that a version and model gave already to a comment of each group: copies of a text are labelled once. */
  labelsOfGroups(
    workspaceId: number,
    by: Pick<LabelBatch, 'roleVersion' | 'model'>,
    groupIds: readonly number[],
  ): Promise<Map<number, LabelDecision>> {
    return labelsOfGroups(this.database, workspaceId, by, groupIds);
  }

  /**
   * Stores labels and counts them. Taking the task out of the queue decides who may store: a second worker whose lease ran out, or a
   * comment that was removed meanwhile, finds no task and changes nothing.
   * @returns how many labels were stored
   */
  async store(batch: LabelBatch, beside?: BesideLabels): Promise<number> {
    const { workspaceId, decided } = batch;
    return this.changing(
      workspaceId,
      decided.map(({ commentId }) => commentId),
      async (transaction, ids) => {
        const open = await transaction.$queryRaw<{ id: number }[]>`
        DELETE FROM label_task
        WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${arrayParameter(ids)}::bigint[])
        RETURNING comment_id AS id`;
        const mine = new Set(open.map(({ id }) => id));
        const rows = decided.filter(({ commentId }) => mine.has(commentId));
        if (rows.length) await transaction.label.createMany({ data: rows.map((row) => labelRow(batch, row)) });
        if (rows.length) await beside?.(transaction, rows);
        return rows.length;
      },
    );
  }

  /**
   * Lets another answer count for comments that have it, and changes the buckets with it. What a person said goes on counting.
   * Call in a transaction that holds the counts (see `MoodBuckets.hold`) and the comments' rows.
   */
  async makeCurrent(
    transaction: Transaction,
    workspaceId: number,
    { roleVersion, model }: Omit<LabelBatch, 'workspaceId' | 'decided'>,
    commentIds: readonly number[],
  ): Promise<void> {
    const ids = arrayParameter(commentIds);
    const wanted = (alias: Prisma.Sql) =>
      Prisma.sql`${alias}.role_version = ${roleVersion} AND ${alias}.model = ${model}`;
    await this.buckets.around(transaction, workspaceId, commentIds, async () => {
      await transaction.$executeRaw`
        UPDATE label old SET current = false
        WHERE old.workspace_id = ${workspaceId} AND old.comment_id = ANY(${ids}::bigint[]) AND old.current
          AND EXISTS (
            SELECT FROM label new
            WHERE new.workspace_id = old.workspace_id AND new.comment_id = old.comment_id AND ${wanted(Prisma.sql`new`)})`;
      await transaction.$executeRaw`
        UPDATE label new SET current = true
        WHERE new.workspace_id = ${workspaceId} AND new.comment_id = ANY(${ids}::bigint[]) AND ${wanted(Prisma.sql`new`)}`;
    });
  }

  /** Takes comments that are about to be removed, or whose text has changed, out of queue and labels. The counts are the intake's matter. */
  async forget(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    const ids = arrayParameter(commentIds);
    await transaction.$executeRaw`DELETE FROM label_task WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${ids}::bigint[])`;
    await transaction.$executeRaw`DELETE FROM label WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${ids}::bigint[])`;
    await transaction.$executeRaw`DELETE FROM human_label WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${ids}::bigint[])`;
    await this.forgetFeatures(transaction, workspaceId, commentIds);
    await transaction.$executeRaw`DELETE FROM head_proposal_change WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${ids}::bigint[])`;
    await transaction.$executeRaw`DELETE FROM human_facet WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${ids}::bigint[])`;
  }

  /** Keeps what persons said of comments that come back with an export. The machine labels them, too; what a person said counts. */
  async keepGiven(transaction: Transaction, workspaceId: number, verdicts: readonly GivenVerdict[]): Promise<void> {
    const labels = verdicts.flatMap(({ commentId, verdict }) => (verdict ? [{ commentId, ...verdict }] : []));
    const facets = verdicts.flatMap(({ commentId, facets: said }) => said.map((one) => ({ commentId, ...one })));
    const given = ({ by, at }: { by: string | null; at: Date | null }) => ({
      workspaceId,
      userId: null,
      byName: by,
      ...(at && { createdAt: at }),
    });
    if (labels.length)
      await transaction.humanLabel.createMany({
        data: labels.map(({ commentId, label, reason, ...rest }) => ({ ...given(rest), commentId, label, reason })),
      });
    if (facets.length)
      await transaction.humanFacet.createMany({
        data: facets.map(({ commentId, facet, value, ...rest }) => ({ ...given(rest), commentId, facet, value })),
      });
  }

  /** Takes what a head could learn from comments: it was made of their text. */
  private async forgetFeatures(
    transaction: Transaction,
    workspaceId: number,
    commentIds: readonly number[],
  ): Promise<void> {
    await transaction.$executeRaw`DELETE FROM comment_features WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${arrayParameter(commentIds)}::bigint[])`;
  }

  /** Takes what people wrote about comments that lose their text: it may quote them. Labels and counts stay. */
  async forgetWords(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    await transaction.humanLabel.updateMany({
      where: { workspaceId, commentId: { in: [...commentIds] } },
      data: { reason: null },
    });
    await this.forgetFeatures(transaction, workspaceId, commentIds);
  }

  /**
   * Keeps what a person says of a comment; the machine's label stays beside it. A comment that still waits leaves the
   * queue: nobody needs the machine's opinion any more.
   * @returns false when there is no such comment
   */
  async correct(
    workspaceId: number,
    commentId: number,
    { label, userId, reason = null, asked }: Correction,
  ): Promise<boolean> {
    return this.changing(workspaceId, [commentId], async (transaction, ids) => {
      if (!ids.length) return false;
      const { count: waited } = await transaction.labelTask.deleteMany({ where: { workspaceId, commentId } });
      if (waited) await transaction.label.create({ data: { workspaceId, commentId, ...BY_PERSON_ALONE } });
      await transaction.humanLabel.deleteMany({ where: { workspaceId, commentId } });
      await transaction.humanLabel.create({
        data: { workspaceId, commentId, label, userId, reason, ...askedColumns(asked) },
      });
      return true;
    });
  }

  /** Takes back what a person said: the machine's label counts again, and where there is none the comment waits for it. @returns as {@link correct} */
  async withdraw(workspaceId: number, commentId: number): Promise<boolean> {
    return this.changing(workspaceId, [commentId], async (transaction, ids) => {
      if (!ids.length) return false;
      await transaction.humanLabel.deleteMany({ where: { workspaceId, commentId } });
      await this.forgetFeatures(transaction, workspaceId, ids);
      const { count: withoutMachine } = await transaction.label.deleteMany({
        where: { workspaceId, commentId, ...BY_PERSON_ALONE },
      });
      if (withoutMachine) await this.queue.enqueue(transaction, workspaceId, [commentId]);
      return true;
    });
  }

  /** Keeps what a person says of a comment's emotion or kind, or takes it back (null). @returns false when there is no such comment */
  async sayFacet(workspaceId: number, commentId: number, { facet, value, userId }: SaidFacet): Promise<boolean> {
    return this.changing(workspaceId, [commentId], async (transaction, ids) => {
      if (!ids.length) return false;
      await transaction.humanFacet.deleteMany({ where: { workspaceId, commentId, facet } });
      if (value !== null)
        await transaction.humanFacet.create({ data: { workspaceId, commentId, facet, value, userId } });
      return true;
    });
  }

  /** A change of labels with its counts. @param change gets the comments that are there, with their rows locked */
  private changing<T>(
    workspaceId: number,
    commentIds: readonly number[],
    change: (transaction: Transaction, ids: readonly number[]) => Promise<T>,
  ): Promise<T> {
    return retryOnConflict(() =>
      this.database.$transaction(async (transaction) => {
        await this.buckets.hold(transaction, workspaceId);
        const ids = await holdComments(transaction, workspaceId, commentIds);
        return this.buckets.around(transaction, workspaceId, ids, () => change(transaction, ids));
      }),
    );
  }
}

function askedColumns(asked: Asked | undefined) {
  if (asked?.way !== 'drawn') return { asked: asked?.way ?? null };
  const { of, from, to } = asked;
  return { asked: 'drawn', drawnOf: of, drawnFrom: from && new Date(from), drawnTo: to && new Date(to) };
}

const isUnsure = (said: Said<string> | undefined) => said !== undefined && said.probability < FACET_UNSURE_BELOW;

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
        emotionUnsure: isUnsure(decision.emotion),
        kind: decision.kind?.is ?? null,
        kindProbability: decision.kind?.probability ?? null,
        kindUnsure: isUnsure(decision.kind),
      }
    : { ...row, unscoredReason: decision.unscoredReason };
}
