import { Injectable } from '@nestjs/common';
import type { Head } from '@moodline/language-model/api';
import { headComparisonSchema, type HeadProposal } from '@moodline/sentiment/contract';
import type { Label } from '@moodline/comments/contract';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import { Lease } from '@moodline/shared/work';
import * as z from 'zod';
import type { Calibration } from '../calibration/calibration';
import { LABEL_ROLE } from '../prompts/label';
import { labelVersion } from '../roles/label-version';
import { RoleRepository } from '../roles/role.repository';
import { JudgedTexts } from './judged-texts.query';

/** What of a lesson is kept. */
const lessonSchema = z.object({ strength: z.number(), own: headComparisonSchema, known: headComparisonSchema });
export type KeptLesson = z.infer<typeof lessonSchema>;

/** A proposal as it is stored. */
export interface StoredProposal {
  readonly workspaceId: number;
  readonly id: number;
  readonly state: HeadProposal['state'];
  readonly baseVersion: number;
  readonly model: string;
  readonly featuresBy: string;
  readonly judged: number;
  readonly learnedUntil: Date;
  readonly head: Head | null;
  readonly calibration: Calibration | null;
  readonly lesson: KeptLesson | null;
  readonly lookedAt: number;
  readonly changing: number;
  readonly version: number | null;
  readonly createdAt: Date;
}

/** A label that a head would give in place of the one that is. */
export interface LabelChange {
  readonly commentId: number;
  readonly before: Label;
  readonly after: Label;
  readonly probability: number;
}

/** What came of learning. */
export interface NewProposal extends Omit<
  StoredProposal,
  'workspaceId' | 'id' | 'version' | 'createdAt' | 'changing' | 'lookedAt'
> {
  readonly lookedAt?: number;
  readonly changes?: readonly LabelChange[];
}

/** A process that was killed keeps others from learning no longer than this. */
export const LEARNING_LEASE = new Lease(15);
/** Changes that are kept to be shown. */
export const SHOWN_CHANGES = 50;

/** What came of learning, and whether a workspace learns by itself. */
@Injectable()
export class HeadProposals {
  constructor(
    private readonly database: Database,
    private readonly roles: RoleRepository,
    private readonly texts: JudgedTexts,
  ) {}

  async newest(workspaceId: number): Promise<StoredProposal | null> {
    const row = await this.database.headProposal.findFirst({ where: { workspaceId }, orderBy: { id: 'desc' } });
    return row && stored(row);
  }

  async find(workspaceId: number, id: number): Promise<StoredProposal | null> {
    const row = await this.database.headProposal.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    return row && stored(row);
  }

  /** Keeps what came of learning. What was proposed before is out of date then, and its changes go. */
  async add(workspaceId: number, { changes = [], head, calibration, lesson, ...more }: NewProposal): Promise<number> {
    return this.database.$transaction(async (transaction) => {
      await transaction.headProposal.updateMany({
        where: { workspaceId, state: 'proposed' },
        data: { state: 'outdated', decidedAt: new Date() },
      });
      await transaction.headProposalChange.deleteMany({ where: { workspaceId } });
      const { id } = await transaction.headProposal.create({
        data: {
          workspaceId,
          ...more,
          changing: changes.length,
          head: json(head),
          calibration: json(calibration),
          lesson: json(lesson),
        },
        select: { id: true },
      });
      const shown = changes.slice(0, SHOWN_CHANGES);
      // Comments may have gone while they were looked at.
      const there = await this.texts.there(
        transaction,
        workspaceId,
        shown.map(({ commentId }) => commentId),
      );
      await transaction.headProposalChange.createMany({
        data: shown
          .filter(({ commentId }) => there.has(commentId))
          .map((change) => ({ workspaceId, proposalId: id, ...change })),
      });
      await transaction.learning.updateMany({ where: { workspaceId }, data: { wantedAt: null } });
      return id;
    });
  }

  /** Makes a version of the label role of a proposal that is open. @returns its number; null where the proposal is decided already */
  adopt({ workspaceId, id, ...proposal }: StoredProposal, userId: number, note: string): Promise<number | null> {
    const { head, calibration, learnedUntil } = proposal;
    if (!head || !calibration) return Promise.resolve(null);
    return this.database.$transaction(async (transaction) => {
      if (!(await decide(transaction, { workspaceId, id }, { state: 'adopted', userId }))) return null;
      const learned = { head, calibration, learnedUntil, note, userId };
      const version = await this.roles.addHead(transaction, workspaceId, LABEL_ROLE, learned);
      await transaction.headProposal.update({ where: { workspaceId_id: { workspaceId, id } }, data: { version } });
      return version;
    });
  }

  /** @returns false when the proposal is decided already */
  decline(workspaceId: number, id: number, userId: number): Promise<boolean> {
    return decide(this.database, { workspaceId, id }, { state: 'declined', userId });
  }

  async setting(workspaceId: number): Promise<{ automatic: boolean; userId: number | null; wantedAt: Date | null }> {
    const row = await this.database.learning.findUnique({ where: { workspaceId } });
    return row ?? { automatic: false, userId: null, wantedAt: null };
  }

  async keepSetting(
    workspaceId: number,
    data: { automatic?: boolean; userId?: number; wantedAt?: Date },
  ): Promise<void> {
    await this.database.learning.upsert({
      where: { workspaceId },
      create: { workspaceId, ...data },
      update: data,
    });
  }

  /** Takes the learning of a workspace for this process. @returns false when another one has it */
  async claim(workspaceId: number): Promise<boolean> {
    await this.database.learning.createMany({ data: { workspaceId }, skipDuplicates: true });
    const taken = await this.database.$executeRaw`
      UPDATE learning SET lease_until = ${LEARNING_LEASE.until}
      WHERE workspace_id = ${workspaceId} AND ${LEARNING_LEASE.isFree(Prisma.sql`lease_until`)}`;
    return taken > 0;
  }

  async renew(workspaceId: number): Promise<boolean> {
    const held = await this.database.$executeRaw`
      UPDATE learning SET lease_until = ${LEARNING_LEASE.until}
      WHERE workspace_id = ${workspaceId} AND lease_until IS NOT NULL`;
    return held > 0;
  }

  async release(workspaceId: number): Promise<void> {
    await this.database.learning.updateMany({ where: { workspaceId }, data: { leaseUntil: null } });
  }

  /** Whether a worker learns for the workspace just now. */
  async isHeld(workspaceId: number): Promise<boolean> {
    return (await this.database.learning.count({ where: { workspaceId, leaseUntil: { gt: new Date() } } })) > 0;
  }
}

/** Decides a proposal that is open. @returns false when it is decided already */
async function decide(
  database: Pick<Transaction, 'headProposal'>,
  { workspaceId, id }: Pick<StoredProposal, 'workspaceId' | 'id'>,
  decision: { readonly state: 'declined' | 'adopted'; readonly userId: number },
): Promise<boolean> {
  const { count } = await database.headProposal.updateMany({
    where: { workspaceId, id, state: 'proposed' },
    data: { ...decision, decidedAt: new Date() },
  });
  return count > 0;
}

/** JSON as Prisma wants it. */
const json = (value: object | null) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonObject));

function stored(row: Prisma.HeadProposalGetPayload<object>): StoredProposal {
  const { head, calibration } = labelVersion({
    ...{ role: '', version: 0, system: '', kind: 'head', userId: null, learnedUntil: null },
    head: row.head,
    calibration: row.calibration,
  });
  return {
    ...row,
    state: row.state as StoredProposal['state'],
    head,
    calibration,
    lesson: lessonSchema.nullable().parse(row.lesson),
  };
}
