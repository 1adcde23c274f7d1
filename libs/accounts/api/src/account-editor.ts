import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import type { OpenSession, UpdateAccount } from '@moodline/accounts/contract';
import { NotFoundError, type Actor } from '@moodline/shared/http';
import { AccountsRepository, type StoredUser } from './accounts.repository';
import { CurrentPassword } from './current-password';
import { SessionRepository } from './session.repository';
import { SingleSignOnError } from './single-sign-on/single-sign-on.errors';
import { SingleSignOnRepository } from './single-sign-on/single-sign-on.repository';
import { TokenRepository } from './token.repository';

/** For so long after signing in by a link or by an identity provider a password can be set without the former one. */
const FRESH_MS = 10 * 60_000;

/** What people change about their own account, and where they are signed in. */
@Injectable()
export class AccountEditor {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionRepository,
    private readonly tokens: TokenRepository,
    private readonly passwords: CurrentPassword,
    private readonly identities: SingleSignOnRepository,
  ) {}

  /**
   * Sets name, e-mail and password. Once a password is set, it is needed to change them. With a new one all other browsers are signed
   * out, and unused links end.
   * @throws CurrentPasswordError, TooManyAttemptsError, EmailTakenError, SingleSignOnError
   */
  async update(actor: Actor, { name, email, password, currentPassword }: UpdateAccount): Promise<void> {
    const { workspaceId, userId } = actor;
    const user = await this.accounts.user(workspaceId, userId);
    if (user && passwordNeeded(user, actor)) await this.passwords.assert(user, currentPassword ?? '');
    if (password !== undefined && user && !user.passwordHash) await this.assertFresh(actor);
    const passwordHash = password === undefined ? undefined : await hash(password);
    await this.accounts.updateUser(workspaceId, userId, { name, email, passwordHash });
    if (!passwordHash || !user) return;
    await this.sessions.endOthers(workspaceId, userId, actor.session?.id ?? null);
    await this.tokens.endLinksOf(user);
  }

  /** A browser that was left open is no way to a password by which one could come back without the provider. */
  private async assertFresh({ workspaceId, userId, session }: Actor): Promise<void> {
    if (isFresh(session) || !(await this.identities.isKnown(workspaceId, userId))) return;
    throw new SingleSignOnError('sso-fresh');
  }

  async openSessions({ workspaceId, userId, session }: Actor): Promise<OpenSession[]> {
    const rows = await this.sessions.ofUser(workspaceId, userId);
    return rows.map(({ id, byLink, agent, address, createdAt, lastSeenAt }) => ({
      ...{ id, byLink, agent, address, current: id === session?.id },
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    }));
  }

  /** @throws NotFoundError */
  async endSession({ workspaceId, userId }: Actor, id: number): Promise<void> {
    if (!(await this.sessions.endOne(workspaceId, userId, id))) throw new NotFoundError('session', id);
  }

  async endOtherSessions({ workspaceId, userId, session }: Actor): Promise<void> {
    await this.sessions.endOthers(workspaceId, userId, session?.id ?? null);
  }
}

/** Whether changing the account asks for the present password. */
export function passwordNeeded({ passwordHash }: StoredUser, { session }: Actor): boolean {
  return passwordHash !== null && !(session?.byLink && isFresh(session));
}

const isFresh = (session: Actor['session']) =>
  session !== undefined && Date.now() - session.createdAt.getTime() < FRESH_MS;
