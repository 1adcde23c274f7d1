import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';

/** Whose it is. */
export interface FactorOwner {
  readonly workspaceId: number;
  readonly userId: number;
}

/** Authenticator apps and recovery codes. */
@Injectable()
export class SecondFactorRepository {
  constructor(private readonly database: Database) {}

  /** @returns null where there is none, begun or not */
  async of({ workspaceId, userId }: FactorOwner): Promise<{ secret: string; confirmedAt: Date | null } | null> {
    return this.database.secondFactor.findUnique({
      where: { workspaceId_userId: { workspaceId, userId } },
      select: { secret: true, confirmedAt: true },
    });
  }

  async recoveryCodesLeft({ workspaceId, userId }: FactorOwner): Promise<number> {
    return this.database.recoveryCode.count({ where: { workspaceId, userId, usedAt: null } });
  }

  /** Begins one, in the place of one that was begun before. @returns false where one is on */
  async begin({ workspaceId, userId }: FactorOwner, secret: string): Promise<boolean> {
    const made = await this.database.$executeRaw`
      INSERT INTO second_factor (workspace_id, user_id, secret)
      VALUES (${workspaceId}, ${userId}, ${secret})
      ON CONFLICT (workspace_id, user_id) DO UPDATE SET secret = excluded.secret, created_at = now()
      WHERE second_factor.confirmed_at IS NULL`;
    return made === 1;
  }

  /** Turns on what was begun. @param secret as it is kept: another one may have been begun since @returns false where it is on, or another one */
  async confirm(
    { workspaceId, userId }: FactorOwner,
    secret: string,
    { step, codeHashes }: { readonly step: number; readonly codeHashes: readonly string[] },
  ): Promise<boolean> {
    return this.database.$transaction(async (transaction) => {
      const { count } = await transaction.secondFactor.updateMany({
        where: { workspaceId, userId, secret, confirmedAt: null },
        data: { confirmedAt: new Date(), lastStep: step },
      });
      if (!count) return false;
      await transaction.recoveryCode.deleteMany({ where: { workspaceId, userId } });
      await transaction.recoveryCode.createMany({
        data: codeHashes.map((codeHash) => ({ workspaceId, userId, codeHash })),
      });
      return true;
    });
  }

  /** Takes the code of a step, once. @returns false where it, or a later one, was taken before */
  async takeStep({ workspaceId, userId }: FactorOwner, step: number): Promise<boolean> {
    const { count } = await this.database.secondFactor.updateMany({
      where: {
        ...{ workspaceId, userId, confirmedAt: { not: null } },
        OR: [{ lastStep: null }, { lastStep: { lt: step } }],
      },
      data: { lastStep: step },
    });
    return count === 1;
  }

  /** Takes a recovery code, once. */
  async takeRecoveryCode({ workspaceId, userId }: FactorOwner, codeHash: string): Promise<boolean> {
    const { count } = await this.database.recoveryCode.updateMany({
      where: { workspaceId, userId, codeHash, usedAt: null },
      data: { usedAt: new Date() },
    });
    return count === 1;
  }

  /** @returns false where there was none */
  async remove({ workspaceId, userId }: FactorOwner): Promise<boolean> {
    return this.database.$transaction(async (transaction) => {
      await transaction.recoveryCode.deleteMany({ where: { workspaceId, userId } });
      const { count } = await transaction.secondFactor.deleteMany({ where: { workspaceId, userId } });
      return count === 1;
    });
  }
}
