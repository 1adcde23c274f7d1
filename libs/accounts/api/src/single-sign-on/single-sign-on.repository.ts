import { Injectable } from '@nestjs/common';
import { ALL_WORKSPACES, Database, DatabaseLock, lock, type Transaction } from '@moodline/shared/db';
import type { StoredUser } from '../accounts.repository';

/** The settings as they are stored. */
export interface StoredProvider {
  readonly workspaceId: number;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly sealedSecret: string | null;
  readonly domains: string[];
  readonly role: string;
  readonly replacesSecondStep: boolean;
  readonly allowPrivate: boolean;
}

/** An account at a provider: the provider's name for itself, and its name for the person. */
export interface Account {
  readonly workspaceId: number;
  readonly issuer: string;
  readonly subject: string;
}

/** The transaction of {@link SingleSignOnRepository.alone}. */
export type Alone = Transaction;

/** A person, who may have been removed. */
export type KnownUser = StoredUser & { readonly removedAt: Date | null };

/** The identity provider of a workspace, and who people are there. */
@Injectable()
export class SingleSignOnRepository {
  constructor(private readonly database: Database) {}

  /** @param workspaceId without it, the first provider of the installation: the sign-in page knows no workspace */
  async provider(workspaceId?: number): Promise<StoredProvider | null> {
    return this.database.singleSignOn.findFirst({ where: { workspaceId }, orderBy: { workspaceId: 'asc' } });
  }

  async firstWorkspace(): Promise<number | null> {
    return (await this.database.workspace.findFirst({ orderBy: { id: 'asc' } }))?.id ?? null;
  }

  async save({ workspaceId, ...provider }: StoredProvider): Promise<void> {
    await this.database.singleSignOn.upsert({
      where: { workspaceId },
      create: { workspaceId, ...provider },
      update: provider,
    });
  }

  async remove(workspaceId: number): Promise<void> {
    await this.database.singleSignOn.deleteMany({ where: { workspaceId } });
  }

  /** Runs what decides who somebody is alone: two browsers of one new person make one person. */
  async alone<T>(work: (transaction: Alone) => Promise<T>): Promise<T> {
    return this.database.$transaction(async (transaction) => {
      await lock(transaction, DatabaseLock.FirstWorkspace, ALL_WORKSPACES);
      return work(transaction);
    });
  }

  /** Whom an account belongs to, removed people included. */
  async personOf(transaction: Alone, { workspaceId, issuer, subject }: Account): Promise<KnownUser | null> {
    const where = { workspaceId_issuer_subject: { workspaceId, issuer, subject } };
    const found = await transaction.signInIdentity.findUnique({ where });
    if (!found) return null;
    return transaction.user.findUnique({ where: { workspaceId_id: { workspaceId, id: found.userId } } });
  }

  async byEmail(transaction: Alone, email: string): Promise<KnownUser | null> {
    return transaction.user.findFirst({ where: { email, removedAt: null } });
  }

  /** Whether the person comes in by an account of this provider already. */
  async isConnected(transaction: Alone, { workspaceId, id }: StoredUser, issuer: string): Promise<boolean> {
    return (await transaction.signInIdentity.count({ where: { workspaceId, userId: id, issuer } })) > 0;
  }

  /** The account belongs to this person from now on, whoever it belonged to before. */
  async connect(transaction: Alone, { workspaceId, issuer, subject }: Account, userId: number): Promise<void> {
    await transaction.signInIdentity.upsert({
      where: { workspaceId_issuer_subject: { workspaceId, issuer, subject } },
      create: { workspaceId, issuer, subject, userId },
      update: { userId, createdAt: new Date() },
    });
  }

  /** Makes somebody who has no password. */
  async addPerson(
    transaction: Alone,
    person: { workspaceId: number; name: string; email: string; role: string; language: string | null },
  ): Promise<StoredUser> {
    return transaction.user.create({ data: person });
  }

  async isKnown(workspaceId: number, userId: number): Promise<boolean> {
    return (await this.database.signInIdentity.count({ where: { workspaceId, userId } })) > 0;
  }

  /** @returns false where the person had none */
  async disconnect(workspaceId: number, userId: number): Promise<boolean> {
    return (await this.database.signInIdentity.deleteMany({ where: { workspaceId, userId } })).count > 0;
  }
}
