import { Injectable } from '@nestjs/common';
import type { Role } from '@moodline/shared/contract';
import { ALL_WORKSPACES, Database, DatabaseLock, lock, type Transaction } from '@moodline/shared/db';

export interface StoredUser {
  readonly workspaceId: number;
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly role: string;
}

export type TokenKind = 'api' | 'sign-in';

/**
 * Called in the transaction that changes the time zone, before the change: what is kept per local hour must follow, and notes that it has to.
 */
export type TimeZoneHook = (transaction: Transaction, workspaceId: number) => Promise<void>;

/** People, sessions, tokens and the workspace itself. */
@Injectable()
export class AccountsRepository {
  constructor(private readonly database: Database) {}

  /** The workspace of this installation, made at the first start. An advisory lock keeps two processes from making two. */
  async ensureWorkspace(name: string, timeZone: string): Promise<number> {
    return this.database.$transaction(async (transaction) => {
      await lock(transaction, DatabaseLock.FirstWorkspace, ALL_WORKSPACES);
      const found = await transaction.workspace.findFirst({ orderBy: { id: 'asc' } });
      return (found ?? (await transaction.workspace.create({ data: { name, timeZone } }))).id;
    });
  }

  async workspace(id: number): Promise<{ id: number; name: string; timeZone: string; hasDemo: boolean }> {
    const { name, timeZone } = await this.database.workspace.findUniqueOrThrow({ where: { id } });
    const [demo] = await this.database.$queryRaw<
      { found: boolean }[]
    >`SELECT EXISTS (SELECT 1 FROM source WHERE workspace_id = ${id} AND kind = 'demo') AS found`;
    return { id, name, timeZone, hasDemo: demo?.found ?? false };
  }

  /** @param before does something in the same transaction first */
  async updateWorkspace(
    id: number,
    data: { name?: string; timeZone?: string },
    before: (transaction: Transaction) => Promise<void>,
  ): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      await before(transaction);
      await transaction.workspace.update({ where: { id }, data });
    });
  }

  /** The owner of a workspace; without one, the first owner of the installation. */
  async owner(workspaceId?: number): Promise<StoredUser | null> {
    return this.database.user.findFirst({
      where: { workspaceId, role: 'owner' satisfies Role },
      orderBy: { id: 'asc' },
    });
  }

  async user(workspaceId: number, id: number): Promise<StoredUser | null> {
    return this.database.user.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  }

  async userByEmail(email: string): Promise<StoredUser | null> {
    return this.database.user.findFirst({ where: { email: email.toLowerCase() } });
  }

  async updateUser(
    workspaceId: number,
    id: number,
    data: { name: string; email: string; passwordHash?: string },
  ): Promise<void> {
    await this.database.user.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { ...data, email: data.email.toLowerCase() },
    });
  }

  /** Replaces all unused tokens of a kind by this one. */
  async replaceToken(workspaceId: number, kind: TokenKind, hash: string): Promise<void> {
    await this.database.$transaction([
      this.database.accessToken.deleteMany({ where: { workspaceId, kind, usedAt: null } }),
      this.database.accessToken.create({ data: { workspaceId, kind, tokenHash: hash } }),
    ]);
  }

  async apiTokenWorkspace(hash: string): Promise<number | null> {
    const token = await this.database.accessToken.findFirst({
      where: { tokenHash: hash, kind: 'api' satisfies TokenKind },
    });
    return token?.workspaceId ?? null;
  }

  /**
   * Uses up a sign-in token and returns the owner, who is made by the first one. One transaction; of two requests at
   * once with the same token only one wins.
   */
  async redeemSignInToken(hash: string): Promise<StoredUser | null> {
    return this.database.$transaction(async (transaction) => {
      const used = await transaction.$queryRaw<{ workspace_id: number }[]>`
        UPDATE access_token SET used_at = now() WHERE token_hash = ${hash} AND kind = 'sign-in' AND used_at IS NULL RETURNING workspace_id`;
      const workspaceId = used[0]?.workspace_id;
      if (workspaceId === undefined) return null;
      const owner = await transaction.user.findFirst({ where: { workspaceId, role: 'owner' satisfies Role } });
      return owner ?? transaction.user.create({ data: { workspaceId, name: 'Owner', role: 'owner' satisfies Role } });
    });
  }

  async createSession(workspaceId: number, userId: number, session: { hash: string; expiresAt: Date }): Promise<void> {
    await this.database.session.deleteMany({ where: { expiresAt: { lt: new Date() } } });
    await this.database.session.create({
      data: { workspaceId, userId, tokenHash: session.hash, expiresAt: session.expiresAt },
    });
  }

  async session(hash: string): Promise<{ workspaceId: number; userId: number } | null> {
    return this.database.session.findFirst({
      where: { tokenHash: hash, expiresAt: { gt: new Date() } },
      select: { workspaceId: true, userId: true },
    });
  }

  async deleteSession(hash: string): Promise<void> {
    await this.database.session.deleteMany({ where: { tokenHash: hash } });
  }

  /** Signs out every other browser of a person, for example after a change of password. */
  async deleteOtherSessions(workspaceId: number, userId: number, keepHash: string): Promise<void> {
    await this.database.session.deleteMany({ where: { workspaceId, userId, tokenHash: { not: keepHash } } });
  }
}
