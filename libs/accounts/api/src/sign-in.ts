import { Inject, Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import type { AcceptInvitation, SignInLink } from '@moodline/accounts/contract';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { LinkEndedError } from './accounts.errors';
import { MemberRepository } from './member.repository';
import { SecondFactor } from './second-factor/second-factor';
import { newToken, tokenHash } from './secret-token';
import { SessionOpening } from './session-opening';
import type { Visitor } from './session.repository';
import { TokenRepository } from './token.repository';
import { WrongPasswords } from './wrong-passwords';

/** A link that signs the owner in is used at once by whoever printed it. */
const SIGN_IN_MINUTES = 15;

/** The one-time links by which people become somebody. Each gives the token of a new session. */
@Injectable()
export class SignIn {
  constructor(
    private readonly members: MemberRepository,
    private readonly opening: SessionOpening,
    private readonly tokens: TokenRepository,
    private readonly factor: SecondFactor,
    private readonly wrong: WrongPasswords,
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

  /**
   * Asks for no second factor: whoever made the link is at the machine itself.
   * @throws LinkEndedError when the link was used, is over or never existed
   */
  async byLink(token: string, visitor: Visitor): Promise<string> {
    const user = await this.tokens.redeemSignInLink(tokenHash(token));
    if (!user) throw new LinkEndedError();
    return this.opening.open(user, visitor, 'link');
  }

  /** @throws LinkEndedError, EmailTakenError */
  async byInvitation(accepted: AcceptInvitation, visitor: Visitor): Promise<string> {
    const user = await this.members.accept(tokenHash(accepted.token), accepted, await hash(accepted.password));
    if (!user) throw new LinkEndedError();
    return this.opening.open(user, visitor, 'invitation');
  }

  /** @returns null where the person signs in with the new password and a code next: the link is no second factor @throws LinkEndedError */
  async byNewPassword(token: string, password: string, visitor: Visitor): Promise<string | null> {
    const user = await this.members.resetPassword(tokenHash(token), await hash(password));
    if (!user) throw new LinkEndedError();
    if (user.email) this.wrong.forget(user.email);
    return (await this.factor.isOn(user)) ? null : this.opening.open(user, visitor, 'new password');
  }

  async signOut(sessionToken: string | undefined): Promise<void> {
    if (sessionToken) await this.opening.end(sessionToken);
  }
}
