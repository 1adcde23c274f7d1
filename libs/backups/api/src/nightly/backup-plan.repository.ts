import { Injectable } from '@nestjs/common';
import type { Backups } from '@moodline/backups/contract';
import { Database } from '@moodline/shared/db';

/** When backups are made by themselves, and how the last one went. */
export interface BackupPlan {
  readonly nightly: boolean;
  readonly hour: number;
  readonly keep: number;
  readonly sealedPassphrase: string | null;
  readonly finishedAt: Date | null;
  readonly problem: Backups['problem'];
}

const NONE: BackupPlan = { nightly: false, hour: 3, keep: 7, sealedPassphrase: null, finishedAt: null, problem: null };

/** The plan of a workspace. */
@Injectable()
export class BackupPlanRepository {
  constructor(private readonly database: Database) {}

  async find(workspaceId: number): Promise<BackupPlan> {
    const found = await this.database.backupPlan.findUnique({ where: { workspaceId } });
    return found ? { ...found, problem: found.problem === null ? null : readProblem(found.problem) } : NONE;
  }

  async save(workspaceId: number, { problem, ...plan }: Partial<BackupPlan>): Promise<void> {
    const data = { ...plan, ...(problem !== undefined && { problem: problem && JSON.stringify(problem) }) };
    await this.database.backupPlan.upsert({
      where: { workspaceId },
      create: { workspaceId, ...data },
      update: data,
    });
  }

  /**
   * Takes a backup that is due, so that of several processes one makes it. @param since when it became due
   * @returns false where another process was faster
   */
  async claim(workspaceId: number, since: Date): Promise<boolean> {
    const taken = await this.database.$executeRaw`
      UPDATE backup_plan
      SET begun_at = now()
      WHERE workspace_id = ${workspaceId} AND nightly
        AND coalesce(finished_at < ${since}, TRUE)
        AND coalesce(begun_at < now() - interval '1 hour', TRUE)`;
    return taken === 1;
  }
}

const readProblem = (text: string) => JSON.parse(text) as NonNullable<BackupPlan['problem']>;
