import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { UpdateAccount } from '@moodline/accounts/contract';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import type { Actor } from '@moodline/shared/http';
import { CurrentPasswordError, WrongCredentialsError } from './accounts.errors';
import { AccountsRepository } from './accounts.repository';
import { newToken, tokenHash } from './secret-token';
import { SESSION_DAYS } from './session-cookie';

/** Ways to become somebody: the one-time link, and e-mail with password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountsRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A link that signs the owner in once (and makes the owner when there is none). A new link ends the one before. */
  async newLink(workspaceId: number): Promise<string> {
    const token = newToken();
    await this.accounts.replaceToken(workspaceId, 'sign-in', tokenHash(token));
    return `${this.settings.publicUrl}/owner?token=${token}`;
  }

  /** A token for the CLI and scripts; the one before ends. */
  async newApiToken(workspaceId: number): Promise<string> {
    const token = newToken();
    await this.accounts.replaceToken(workspaceId, 'api', tokenHash(token));
    return token;
  }

  /** @returns the session's token, or null when the link was used or never existed */
  async byLink(token: string): Promise<string | null> {
    const owner = await this.accounts.redeemSignInToken(tokenHash(token));
    return owner ? this.openSession(owner.workspaceId, owner.id) : null;
  }

  /** @returns the session's token @throws WrongCredentialsError alike for a wrong e-mail and a wrong password */
  async byPassword(email: string, password: string): Promise<string> {
    const user = await this.accounts.userByEmail(email);
    // Hashing also for unknown addresses: the time of the answer does not tell which addresses exist.
    const fits = user?.passwordHash ? await verify(user.passwordHash, password) : (await hash(password), false);
    if (!user || !fits) throw new WrongCredentialsError();
    return this.openSession(user.workspaceId, user.id);
  }

  /** Sets name, e-mail and password. Once a password is set, it is needed to change it; other browsers are signed out then. */
  async updateAccount(actor: Actor, change: UpdateAccount, sessionToken: string | undefined): Promise<void> {
    const user = await this.accounts.user(actor.workspaceId, actor.userId);
    if (user?.passwordHash && !(await verify(user.passwordHash, change.currentPassword ?? '')))
      throw new CurrentPasswordError();
    const passwordHash = change.password === undefined ? undefined : await hash(change.password);
    await this.accounts.updateUser(actor.workspaceId, actor.userId, {
      name: change.name,
      email: change.email,
      passwordHash,
    });
    if (passwordHash)
      await this.accounts.deleteOtherSessions(
        actor.workspaceId,
        actor.userId,
        sessionToken ? tokenHash(sessionToken) : '',
      );
  }

  async signOut(sessionToken: string | undefined): Promise<void> {
    if (sessionToken) await this.accounts.deleteSession(tokenHash(sessionToken));
  }

  private async openSession(workspaceId: number, userId: number): Promise<string> {
    const token = newToken();
    await this.accounts.createSession(workspaceId, userId, {
      hash: tokenHash(token),
      expiresAt: new Date(Date.now() + SESSION_DAYS * 86_400_000),
    });
    return token;
  }
}
