import { Injectable } from '@nestjs/common';
import { headSchema, type Head } from '@moodline/language-model/api';
import { countedShareSchema } from '@moodline/sentiment/contract';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import { Lease } from '@moodline/shared/work';
import * as z from 'zod';

const scoreSchema = z.object({ threshold: z.number(), precision: z.number(), recall: z.number(), share: z.number() });

/** What of a lesson is kept beside the head. */
const keptLessonSchema = z.object({
  yes: z.number(),
  no: z.number(),
  rate: countedShareSchema,
  scores: z.array(scoreSchema),
  best: scoreSchema,
});
export type KeptTagLesson = z.infer<typeof keptLessonSchema>;

/** What was learned of a tag. */
export interface TagHeadVersion {
  readonly version: number;
  readonly featuresBy: string;
  readonly lesson: KeptTagLesson;
  readonly learnedUntil: Date;
  readonly createdAt: Date;
}

export interface NewTagHead extends Omit<TagHeadVersion, 'version' | 'createdAt'> {
  readonly head: Head;
}

/** Where learning of a tag and its use are; without a row everything is null. */
export interface TagState {
  readonly versionInForce: number | null;
  readonly lookedBy: number | null;
  readonly leaseUntil: Date | null;
  readonly storedSince: Date | null;
  readonly storedRead: number;
  readonly storedTotal: number;
  readonly storedEndedAt: Date | null;
}

const NOTHING: TagState = {
  ...{ versionInForce: null, lookedBy: null, leaseUntil: null, storedSince: null },
  ...{ storedRead: 0, storedTotal: 0, storedEndedAt: null },
};

/** A process that was killed keeps others from the tag no longer than this. */
export const TAG_LEASE = new Lease(15);
/** Versions that are kept of a tag; one that is in force always is. */
const KEPT_VERSIONS = 20;
/** Of a threshold that precision and recall are best at, the part below which no probability is kept. */
const LOWEST_PART = 0.25;

/** Below it no probability is kept of a head: a threshold can be no lower. */
export const lowestOf = ({ best }: Pick<KeptTagLesson, 'best'>): number =>
  Math.max(0.01, Math.round(best.threshold * LOWEST_PART * 100) / 100);

/** Versions of heads of tags, and which of them is in force. */
@Injectable()
export class TagHeads {
  constructor(private readonly database: Database) {}

  /** Without the heads themselves, the newest first. */
  async versions(workspaceId: number, tagId: number, featuresBy: string): Promise<TagHeadVersion[]> {
    const rows = await this.database.tagHead.findMany({
      where: { workspaceId, tagId, featuresBy },
      orderBy: { version: 'desc' },
      omit: { head: true },
    });
    return rows.map(({ lesson, ...row }) => ({ ...row, lesson: keptLessonSchema.parse(lesson) }));
  }

  /** @returns null where there is no such version */
  async head(workspaceId: number, tagId: number, version: number): Promise<Head | null> {
    const row = await this.database.tagHead.findUnique({
      where: { workspaceId_tagId_version: { workspaceId, tagId, version } },
    });
    return row && headSchema.parse(row.head);
  }

  /** Keeps what was learned, and lets the oldest versions go. Call while the tag is held. @returns the version */
  async add(workspaceId: number, tagId: number, { head, ...learned }: NewTagHead): Promise<number> {
    return this.database.$transaction(async (transaction) => {
      const { _max } = await transaction.tagHead.aggregate({ where: { workspaceId, tagId }, _max: { version: true } });
      const version = (_max.version ?? 0) + 1;
      await transaction.tagHead.create({ data: { workspaceId, tagId, version, head, ...learned } });
      const { versionInForce } = await this.state(workspaceId, tagId, transaction);
      await transaction.tagHead.deleteMany({
        where: { workspaceId, tagId, version: { lte: version - KEPT_VERSIONS, not: versionInForce ?? version } },
      });
      return version;
    });
  }

  async state(
    workspaceId: number,
    tagId: number,
    database: Pick<Transaction, 'tagLearning'> = this.database,
  ): Promise<TagState> {
    return (await database.tagLearning.findUnique({ where: { workspaceId_tagId: { workspaceId, tagId } } })) ?? NOTHING;
  }

  async set(workspaceId: number, tagId: number, data: { versionInForce?: number; lookedBy?: number }): Promise<void> {
    await this.database.tagLearning.upsert({
      where: { workspaceId_tagId: { workspaceId, tagId } },
      create: { workspaceId, tagId, ...data },
      update: data,
    });
  }

  /** Takes a tag for this process. @returns false when another one has it */
  async claim(workspaceId: number, tagId: number): Promise<boolean> {
    await this.database.tagLearning.createMany({ data: { workspaceId, tagId }, skipDuplicates: true });
    const taken = await this.database.$executeRaw`
      UPDATE tag_learning SET lease_until = ${TAG_LEASE.until}
      WHERE workspace_id = ${workspaceId} AND tag_id = ${tagId} AND ${TAG_LEASE.isFree(Prisma.sql`lease_until`)}`;
    return taken > 0;
  }

  async renew(workspaceId: number, tagId: number): Promise<boolean> {
    const held = await this.database.$executeRaw`
      UPDATE tag_learning SET lease_until = ${TAG_LEASE.until}
      WHERE workspace_id = ${workspaceId} AND tag_id = ${tagId} AND lease_until IS NOT NULL`;
    return held > 0;
  }

  async release(workspaceId: number, tagId: number): Promise<void> {
    await this.database.tagLearning.updateMany({ where: { workspaceId, tagId }, data: { leaseUntil: null } });
  }

  /** Everything that was learned of a tag that goes. */
  async forget(transaction: Transaction, workspaceId: number, tagId: number): Promise<void> {
    await transaction.tagHead.deleteMany({ where: { workspaceId, tagId } });
    await transaction.tagLearning.deleteMany({ where: { workspaceId, tagId } });
  }
}
