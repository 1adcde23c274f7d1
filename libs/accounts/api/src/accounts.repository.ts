import { Injectable } from '@nestjs/common';
import type { Role } from '@moodline/shared/contract';
import { ALL_WORKSPACES, Database, DatabaseLock, lock, type Transaction } from '@moodline/shared/db';
import { EmailTakenError } from './accounts.errors';
import { hasDemoSource } from './demo-source.query';
import { emailOnce } from './email-once';

export interface StoredUser {
  readonly workspaceId: number;
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly role: string;
  readonly language: string | null;
}

/**
 * Called in the transaction that changes the time zone, before the change: what is kept per local hour must follow, and notes that it has to.
 */
export type TimeZoneHook = (transaction: Transaction, workspaceId: number) => Promise<void>;

/** People and the workspace itself. */
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
    return { id, name, timeZone, hasDemo: await hasDemoSource(this.database, id) };
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
      where: { workspaceId, role: 'owner' satisfies Role, removedAt: null },
      orderBy: { id: 'asc' },
    });
  }

  async user(workspaceId: number, id: number): Promise<StoredUser | null> {
    return this.database.user.findUnique({ where: { workspaceId_id: { workspaceId, id }, removedAt: null } });
  }

  async userByEmail(email: string): Promise<StoredUser | null> {
    return this.database.user.findFirst({ where: { email: email.toLowerCase() } });
  }

  /** @throws EmailTakenError */
  async updateUser(
    workspaceId: number,
    id: number,
    data: { name: string; email: string; passwordHash?: string },
  ): Promise<void> {
    const email = data.email.toLowerCase();
    const where = { workspaceId_id: { workspaceId, id } };
    // People sign in by their address alone, so that it is unique in the whole installation.
    if (await this.database.user.count({ where: { email, NOT: { workspaceId, id } } })) throw new EmailTakenError();
    await emailOnce(this.database.user.update({ where, data: { ...data, email } }));
  }

  /** Makes the owner who can sign in at once. @returns false where there is one already */
  async createOwner(
    workspaceId: number,
    owner: { name: string; email: string; passwordHash: string },
  ): Promise<boolean> {
    return this.database.$transaction(async (transaction) => {
      await lock(transaction, DatabaseLock.FirstWorkspace, ALL_WORKSPACES);
      const role = 'owner' satisfies Role;
      if (await transaction.user.count({ where: { workspaceId, role, removedAt: null } })) return false;
      await transaction.user.create({ data: { ...owner, workspaceId, role, email: owner.email.toLowerCase() } });
      return true;
    });
  }
}
