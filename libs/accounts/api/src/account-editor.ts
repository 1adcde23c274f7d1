import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import type { OpenSession, UpdateAccount } from '@moodline/accounts/contract';
import { NotFoundError, type Actor } from '@moodline/shared/http';
import { AccountsRepository, type StoredUser } from './accounts.repository';
import { CurrentPassword } from './current-password';
import { SessionRepository } from './session.repository';
import { TokenRepository } from './token.repository';

/** For so long after signing in by a link, which proves access to the machine, a forgotten password can be replaced. */
const LINK_MS = 10 * 60_000;

/** What people change about their own account, and where they are signed in. */
@Injectable()
export class AccountEditor {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionRepository,
    private readonly tokens: TokenRepository,
    private readonly passwords: CurrentPassword,
  ) {}

  /**
   * Sets name, e-mail and password. Once a password is set, it is needed to change them. With a new one all other browsers are signed
   * out, and unused links end.
   * @throws CurrentPasswordError, TooManyAttemptsError, EmailTakenError
   */
  async update(actor: Actor, { name, email, password, currentPassword }: UpdateAccount): Promise<void> {
    const { workspaceId, userId } = actor;
    const user = await this.accounts.user(workspaceId, userId);
    if (user && passwordNeeded(user, actor)) await this.passwords.assert(user, currentPassword ?? '');
    const passwordHash = password === undefined ? undefined : await hash(password);
    await this.accounts.updateUser(workspaceId, userId, { name, email, passwordHash });
    if (!passwordHash || !user) return;
    await this.sessions.endOthers(workspaceId, userId, actor.session?.id ?? null);
    await this.tokens.endLinksOf(user);
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
  const freshLink = session?.byLink === true && Date.now() - session.createdAt.getTime() < LINK_MS;
  return passwordHash !== null && !freshLink;
}
