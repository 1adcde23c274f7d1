import { Injectable } from '@nestjs/common';
import type { AuditEvent } from '@moodline/accounts/contract';
import type { Actor } from '@moodline/shared/http';
import { AccountsRepository, type StoredUser } from '../accounts.repository';
import type { Visitor } from '../session.repository';
import { AuditRepository } from './audit.repository';

/** What somebody did, without who it was. */
export type Deed = Pick<AuditEvent, 'action' | 'object' | 'details'>;

/** Writes down who did what, from where. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly events: AuditRepository,
    private readonly accounts: AccountsRepository,
  ) {}

  /** Something that a signed-in person, a key or the command line did. */
  async add(actor: Actor, { address }: Pick<Visitor, 'address'>, deed: Deed): Promise<void> {
    const { workspaceId, userId, by } = actor;
    const user = await this.accounts.user(workspaceId, userId);
    const who = actor.key ?? user?.email ?? user?.name ?? '';
    await this.events.add({ ...deed, ...{ workspaceId, userId: userId || null, by, who, address } });
  }

  async signedIn(user: StoredUser, { address }: Visitor, way: string): Promise<void> {
    const { workspaceId, id: userId } = user;
    const who = user.email ?? user.name;
    await this.events.add({
      ...{ workspaceId, userId, who, address },
      action: 'sign-in',
      object: way,
      by: 'session',
      details: {},
    });
  }

  /** @param what did not fit @param user whose account was tried; without one, it goes to nobody's trail: addresses of strangers would fill it */
  async signInFailed(user: StoredUser | null, { address }: Visitor, what: 'password' | 'code'): Promise<void> {
    if (!user) return;
    const { workspaceId, id: userId } = user;
    const who = user.email ?? user.name;
    await this.events.add({
      ...{ workspaceId, userId, who, address },
      action: 'sign-in-failed',
      object: what,
      by: 'nobody',
      details: {},
    });
  }

  /** An account of an identity provider belongs to this person from now on. @param by what proved it */
  async connected(user: StoredUser, { address }: Visitor, by: string): Promise<void> {
    const { workspaceId, id: userId } = user;
    const who = user.email ?? user.name;
    await this.events.add({
      ...{ workspaceId, userId, who, address },
      action: 'add',
      object: `members/${userId}/single-sign-on`,
      by: 'nobody',
      details: { by, role: user.role },
    });
  }

  /** Somebody whom an identity provider knows, and nobody here does: why, and not who, as the trail cannot forget. */
  async notLetIn(workspaceId: number, { address }: Visitor, reason: string): Promise<void> {
    await this.events.add({
      ...{ workspaceId, userId: null, who: '', address },
      action: 'sign-in-failed',
      object: 'single sign-on',
      by: 'nobody',
      details: { reason },
    });
  }
}
