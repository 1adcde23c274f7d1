import { Injectable } from '@nestjs/common';
import type { Invite } from '@moodline/accounts/contract';
import type { Role } from '@moodline/shared/contract';
import { asWriter, Database, type Transaction } from '@moodline/shared/db';
import type { StoredUser } from './accounts.repository';

/** `api`: scripts and the CLI. The others are links that work once. */
export type TokenKind = 'api' | 'sign-in' | 'invitation' | 'password';

/** A link that was redeemed. */
export interface RedeemedLink {
  readonly workspaceId: number;
  readonly userId: number | null;
  readonly role: Role | null;
  readonly language: Invite['language'] | null;
}

interface NewLink {
  readonly hash: string;
  readonly minutes: number;
  readonly userId?: number;
  readonly invite?: Invite;
}

/** Tokens and links that open something. */
@Injectable()
export class TokenRepository {
  constructor(private readonly database: Database) {}

  /** Replaces the token of the command line by this one. */
  async replaceApiToken(workspaceId: number, hash: string): Promise<void> {
    await this.database.$transaction([
      this.database.accessToken.deleteMany({ where: { workspaceId, kind: 'api' satisfies TokenKind } }),
      this.database.accessToken.create({ data: { workspaceId, kind: 'api' satisfies TokenKind, tokenHash: hash } }),
    ]);
  }

  async apiTokenWorkspace(hash: string): Promise<number | null> {
    const where = { tokenHash: hash, kind: 'api' satisfies TokenKind };
    const token = await asWriter(async () => this.database.accessToken.findFirst({ where }));
    return token?.workspaceId ?? null;
  }

  /**
   * Adds a link. Unused ones for the same go: there is one sign-in link, and one link for the password of a person. Those that are
   * over go as well.
   */
  async addLink(
    workspaceId: number,
    kind: Exclude<TokenKind, 'api'>,
    link: NewLink,
  ): Promise<{ id: number; expiresAt: Date }> {
    const { hash, minutes, userId = null, invite } = link;
    return this.database.$transaction(async (transaction) => {
      await transaction.$executeRaw`
        DELETE FROM access_token
        WHERE workspace_id = ${workspaceId} AND kind <> 'api'
          AND (expires_at < now()
            OR (kind = ${kind} AND kind <> 'invitation' AND used_at IS NULL AND user_id IS NOT DISTINCT FROM ${userId}))`;
      const [added] = await transaction.$queryRaw<{ id: number; expiresAt: Date }[]>`
        INSERT INTO access_token (workspace_id, token_hash, kind, expires_at, user_id, role, language)
        VALUES (${workspaceId}, ${hash}, ${kind}, now() + make_interval(mins => ${minutes}::int), ${userId}, ${invite?.role ?? null}, ${invite?.language ?? null})
        RETURNING id, expires_at AS "expiresAt"`;
      if (!added) throw new Error('The database took a link and gave nothing back');
      return added;
    });
  }

  /** What a link would do, without using it up. */
  async look(kind: TokenKind, hash: string): Promise<RedeemedLink | null> {
    const [found] = await this.database.$queryRaw<RedeemedLink[]>`
      SELECT workspace_id AS "workspaceId", user_id AS "userId", role, language FROM access_token
      WHERE token_hash = ${hash} AND kind = ${kind} AND used_at IS NULL AND expires_at > now()`;
    return found ?? null;
  }

  /** Uses a link up; of two at once only one gets it. */
  async redeem(transaction: Transaction, kind: TokenKind, hash: string): Promise<RedeemedLink | null> {
    const [used] = await transaction.$queryRaw<RedeemedLink[]>`
      UPDATE access_token SET used_at = now()
      WHERE token_hash = ${hash} AND kind = ${kind} AND used_at IS NULL AND expires_at > now()
      RETURNING workspace_id AS "workspaceId", user_id AS "userId", role, language`;
    return used ?? null;
  }

  /** Uses up the sign-in link and returns the owner, who is made by the first one. */
  async redeemSignInLink(hash: string): Promise<StoredUser | null> {
    return this.database.$transaction(async (transaction) => {
      const used = await this.redeem(transaction, 'sign-in', hash);
      if (!used) return null;
      const { workspaceId } = used;
      const role = 'owner' satisfies Role;
      const owner = await transaction.user.findFirst({
        where: { workspaceId, role, removedAt: null },
        orderBy: { id: 'asc' },
      });
      return owner ?? transaction.user.create({ data: { workspaceId, name: 'Owner', role } });
    });
  }

  /** Ends the unused links by which somebody could become this person. */
  async endLinksOf({ workspaceId, id, role }: StoredUser): Promise<void> {
    const own = { kind: 'password' satisfies TokenKind, userId: id };
    const owners = { kind: 'sign-in' satisfies TokenKind };
    await this.database.accessToken.deleteMany({
      where: { workspaceId, usedAt: null, OR: role === 'owner' ? [own, owners] : [own] },
    });
  }

  /** Invitations that can still be accepted. */
  async invitations(workspaceId: number) {
    return this.database.accessToken.findMany({
      where: { workspaceId, kind: 'invitation' satisfies TokenKind, usedAt: null, expiresAt: { gt: new Date() } },
      omit: { tokenHash: true },
      orderBy: { id: 'asc' },
    });
  }

  /** @returns false where there is none */
  async endInvitation(workspaceId: number, id: number): Promise<boolean> {
    const where = { workspaceId, id, kind: 'invitation' satisfies TokenKind, usedAt: null };
    return (await this.database.accessToken.deleteMany({ where })).count > 0;
  }
}
