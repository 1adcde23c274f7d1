import { Injectable } from '@nestjs/common';
import type { AcceptInvitation, Member } from '@moodline/accounts/contract';
import type { Role } from '@moodline/shared/contract';
import { Database, type Transaction } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { EmailTakenError, LastOwnerError } from './accounts.errors';
import type { StoredUser } from './accounts.repository';
import { emailOnce } from './email-once';
import { TokenRepository } from './token.repository';

/** The people of a workspace. */
@Injectable()
export class MemberRepository {
  constructor(
    private readonly database: Database,
    private readonly tokens: TokenRepository,
  ) {}

  async list(workspaceId: number): Promise<Member[]> {
    const rows = await this.database.$queryRaw<
      (Omit<Member, 'createdAt' | 'lastSeenAt'> & { createdAt: Date; lastSeenAt: Date | null })[]
    >`
      SELECT u.id, u.name, u.email, u.role, u.language, f.confirmed_at IS NOT NULL AS "secondFactor", u.created_at AS "createdAt",
        EXISTS (SELECT 1 FROM sign_in_identity i WHERE i.workspace_id = u.workspace_id AND i.user_id = u.id) AS "singleSignOn",
        (SELECT max(s.last_seen_at) FROM session s WHERE s.workspace_id = u.workspace_id AND s.user_id = u.id) AS "lastSeenAt"
      FROM "user" u
      LEFT JOIN second_factor f ON f.workspace_id = u.workspace_id AND f.user_id = u.id
      WHERE u.workspace_id = ${workspaceId} AND u.removed_at IS NULL
      ORDER BY u.id`;
    return rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    }));
  }

  /** Makes the person whom an invitation asks for. @returns null where the invitation was used or is over @throws EmailTakenError */
  async accept(hash: string, { name, email }: AcceptInvitation, passwordHash: string): Promise<StoredUser | null> {
    return emailOnce(
      this.database.$transaction(async (transaction) => {
        const used = await this.tokens.redeem(transaction, 'invitation', hash);
        if (!used?.role) return null;
        const { workspaceId, role, language } = used;
        await refuseTakenEmail(transaction, email);
        return transaction.user.create({
          data: { ...{ workspaceId, name, role, language, passwordHash }, email: email.toLowerCase() },
        });
      }),
    );
  }

  /** Sets the password of the person whom a link names; it ends all their sessions. @returns null where the link is of no use any more */
  async resetPassword(hash: string, passwordHash: string): Promise<StoredUser | null> {
    return this.database.$transaction(async (transaction) => {
      const used = await this.tokens.redeem(transaction, 'password', hash);
      if (!used?.userId) return null;
      const { workspaceId, userId } = used;
      const { count } = await transaction.user.updateMany({
        where: { workspaceId, id: userId, removedAt: null },
        data: { passwordHash },
      });
      if (!count) return null;
      await transaction.session.deleteMany({ where: { workspaceId, userId } });
      return transaction.user.findUnique({ where: { workspaceId_id: { workspaceId, id: userId } } });
    });
  }

  /** @throws NotFoundError, LastOwnerError */
  async changeRole(workspaceId: number, id: number, role: Role): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      if (role !== 'owner') await assertOtherOwner(transaction, workspaceId, id);
      const { count } = await transaction.user.updateMany({
        where: { workspaceId, id, removedAt: null },
        data: { role },
      });
      if (!count) throw new NotFoundError('member', id);
    });
  }

  /** Their sessions and links end with it; the name stays with what they did. @throws NotFoundError, LastOwnerError */
  async remove(workspaceId: number, id: number): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      await assertOtherOwner(transaction, workspaceId, id);
      const { count } = await transaction.user.updateMany({
        where: { workspaceId, id, removedAt: null },
        data: { removedAt: new Date(), email: null, passwordHash: null },
      });
      if (!count) throw new NotFoundError('member', id);
      await transaction.session.deleteMany({ where: { workspaceId, userId: id } });
      await transaction.secondFactor.deleteMany({ where: { workspaceId, userId: id } });
      await transaction.recoveryCode.deleteMany({ where: { workspaceId, userId: id } });
      await transaction.accessToken.deleteMany({ where: { workspaceId, userId: id } });
    });
  }
}

/** The owners are locked, so that two of them cannot each take the other for the one who stays. */
async function assertOtherOwner(transaction: Transaction, workspaceId: number, id: number): Promise<void> {
  const owners = await transaction.$queryRaw<{ id: number }[]>`
    SELECT id FROM "user"
    WHERE workspace_id = ${workspaceId} AND role = 'owner' AND removed_at IS NULL
    ORDER BY id
    FOR UPDATE`;
  if (owners.some((owner) => owner.id === id) && owners.length === 1) throw new LastOwnerError();
}

/** People sign in by their address alone, so that it is unique in the whole installation. */
async function refuseTakenEmail(transaction: Transaction, email: string): Promise<void> {
  if (await transaction.user.count({ where: { email: email.toLowerCase() } })) throw new EmailTakenError();
}
