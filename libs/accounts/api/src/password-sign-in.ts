import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { SignIn as Credentials } from '@moodline/accounts/contract';
import { TooManyAttemptsError, WrongCodeError, WrongCredentialsError } from './accounts.errors';
import { AccountsRepository, type StoredUser } from './accounts.repository';
import { AuditTrail } from './audit/audit-trail';
import { SecondFactor } from './second-factor/second-factor';
import { SessionOpening } from './session-opening';
import { SessionRepository, type Visitor } from './session.repository';
import { WrongPasswords } from './wrong-passwords';

/** Signing in with e-mail, password and, for who wants it, a code. */
@Injectable()
export class PasswordSignIn {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionRepository,
    private readonly opening: SessionOpening,
    private readonly factor: SecondFactor,
    private readonly wrong: WrongPasswords,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * @throws WrongCredentialsError alike for a wrong e-mail and a wrong password; TooManyAttemptsError after ten wrong passwords,
   * except from an address from where the person is signed in: a stranger cannot lock anybody out of their own desk;
   * SecondFactorNeededError and WrongCodeError to whoever knows the password only
   */
  async enter({ email, password, code }: Credentials, visitor: Visitor): Promise<string> {
    const account = email.toLowerCase();
    const user = await this.accounts.userByEmail(account);
    await this.assertFew(account, user, visitor);
    // Hashing also for unknown addresses: the time of the answer does not tell which addresses exist.
    const fits = user?.passwordHash ? await verify(user.passwordHash, password) : (await hash(password), false);
    if (!user || !fits) {
      this.wrong.add(account);
      await this.trail.signInFailed(user, visitor, 'password');
      throw new WrongCredentialsError();
    }
    const second = await this.secondStep(user, code, visitor);
    this.wrong.forget(account);
    return this.opening.open(user, visitor, second ? `password and ${second}` : 'password');
  }

  private async secondStep(user: StoredUser, code: string | undefined, visitor: Visitor): Promise<string | null> {
    try {
      return await this.factor.check(user, code);
    } catch (error) {
      if (error instanceof WrongCodeError) await this.trail.signInFailed(user, visitor, 'code');
      throw error;
    }
  }

  private async assertFew(account: string, user: StoredUser | null, { address }: Visitor): Promise<void> {
    try {
      this.wrong.assertFew(account);
    } catch (error) {
      const known = user && (await this.sessions.knowsAddress(user.workspaceId, user.id, address));
      if (!known || !(error instanceof TooManyAttemptsError)) throw error;
    }
  }
}
