import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { AcceptInvitation, SignInLink } from '@moodline/accounts/contract';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { LinkEndedError, TooManyAttemptsError, WrongCredentialsError } from './accounts.errors';
import { AccountsRepository, type StoredUser } from './accounts.repository';
import { AuditTrail } from './audit/audit-trail';
import { MemberRepository } from './member.repository';
import { newToken, tokenHash } from './secret-token';
import { SESSION_DAYS } from './session-cookie';
import { SessionRepository, type Visitor } from './session.repository';
import { TokenRepository } from './token.repository';
import { WrongPasswords } from './wrong-passwords';

/** A link that signs the owner in is used at once by whoever printed it. */
const SIGN_IN_MINUTES = 15;

/** Ways to become somebody: the one-time links, and e-mail with password. Each gives the token of a new session. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly members: MemberRepository,
    private readonly sessions: SessionRepository,
    private readonly tokens: TokenRepository,
    private readonly wrong: WrongPasswords,
    private readonly trail: AuditTrail,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * A link that signs the owner in once (and makes the owner when there is none). A new link ends the one before. Its token stands
   * behind the #, which browsers send to nobody: neither a log nor a preview of the link sees it.
   */
  async newLink(workspaceId: number): Promise<SignInLink> {
    const token = newToken();
    const { expiresAt } = await this.tokens.addLink(workspaceId, 'sign-in', {
      hash: tokenHash(token),
      minutes: SIGN_IN_MINUTES,
    });
    return { url: `${this.settings.publicUrl}/owner#${token}`, expiresAt: expiresAt.toISOString() };
  }

  /** A token for the CLI and scripts; the one before ends. */
  async newApiToken(workspaceId: number): Promise<string> {
    const token = newToken();
    await this.tokens.replaceApiToken(workspaceId, tokenHash(token));
    return token;
  }

  /** @throws LinkEndedError when the link was used, is over or never existed */
  async byLink(token: string, visitor: Visitor): Promise<string> {
    return this.openSession(await this.tokens.redeemSignInLink(tokenHash(token)), visitor, 'link');
  }

  /** @throws LinkEndedError, EmailTakenError */
  async byInvitation(accepted: AcceptInvitation, visitor: Visitor): Promise<string> {
    const user = await this.members.accept(tokenHash(accepted.token), accepted, await hash(accepted.password));
    return this.openSession(user, visitor, 'invitation');
  }

  /** @throws LinkEndedError */
  async byNewPassword(token: string, password: string, visitor: Visitor): Promise<string> {
    const user = await this.members.resetPassword(tokenHash(token), await hash(password));
    if (user?.email) this.wrong.forget(user.email);
    return this.openSession(user, visitor, 'new password');
  }

  /**
   * @throws WrongCredentialsError alike for a wrong e-mail and a wrong password; TooManyAttemptsError after ten wrong passwords,
   * except from an address from where the person is signed in: a stranger cannot lock anybody out of their own desk
   */
  async byPassword(email: string, password: string, visitor: Visitor): Promise<string> {
    const account = email.toLowerCase();
    const user = await this.accounts.userByEmail(account);
    await this.assertFew(account, user, visitor);
    // Hashing also for unknown addresses: the time of the answer does not tell which addresses exist.
    const fits = user?.passwordHash ? await verify(user.passwordHash, password) : (await hash(password), false);
    if (!user || !fits) {
      this.wrong.add(account);
      await this.trail.signInFailed(user, visitor);
      throw new WrongCredentialsError();
    }
    this.wrong.forget(account);
    return this.openSession(user, visitor, 'password');
  }

  async signOut(sessionToken: string | undefined): Promise<void> {
    if (sessionToken) await this.sessions.end(tokenHash(sessionToken));
  }

  private async assertFew(account: string, user: StoredUser | null, { address }: Visitor): Promise<void> {
    try {
      this.wrong.assertFew(account);
    } catch (error) {
      const known = user && (await this.sessions.knowsAddress(user.workspaceId, user.id, address));
      if (!known || !(error instanceof TooManyAttemptsError)) throw error;
    }
  }

  private async openSession(user: StoredUser | null, visitor: Visitor, way: string): Promise<string> {
    if (!user) throw new LinkEndedError();
    const token = newToken();
    const { workspaceId, id: userId } = user;
    const byLink = way === 'link';
    await this.sessions.create({
      ...visitor,
      ...{ workspaceId, userId, byLink },
      hash: tokenHash(token),
      days: SESSION_DAYS,
    });
    await this.trail.signedIn(user, visitor, way);
    return token;
  }
}
