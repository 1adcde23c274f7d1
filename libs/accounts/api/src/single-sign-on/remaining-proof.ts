import { Injectable } from '@nestjs/common';
import { WrongCodeError } from '../accounts.errors';
import { AccountsRepository, type StoredUser } from '../accounts.repository';
import { AuditTrail } from '../audit/audit-trail';
import { CurrentPassword } from '../current-password';
import { SecondFactor } from '../second-factor/second-factor';
import type { Visitor } from '../session.repository';
import type { Pending } from './sign-in-ticket';
import { SingleSignOnError } from './single-sign-on.errors';

/** What people have to prove here besides the word of a provider: a password once, a code where they want that. */
@Injectable()
export class RemainingProof {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly passwords: CurrentPassword,
    private readonly factor: SecondFactor,
    private readonly trail: AuditTrail,
  ) {}

  async haveOwner(workspaceId: number): Promise<boolean> {
    return (await this.accounts.owner(workspaceId)) !== null;
  }

  user({ account, userId }: Pending): Promise<StoredUser | null> {
    return this.accounts.user(account.workspaceId, userId);
  }

  hasSecondStep(user: StoredUser): Promise<boolean> {
    return this.factor.isOn(user);
  }

  /** @throws SingleSignOnError, CurrentPasswordError, TooManyAttemptsError */
  async assertPassword(user: StoredUser, password: string | undefined, visitor: Visitor): Promise<void> {
    if (password === undefined) throw new SingleSignOnError('sso-password');
    await this.passwords.assert(user, password).catch(async (error: unknown) => {
      await this.trail.signInFailed(user, visitor, 'password');
      throw error;
    });
  }

  /** @throws SecondFactorNeededError, WrongCodeError, TooManyAttemptsError */
  async secondStep(user: StoredUser, code: string | undefined, visitor: Visitor): Promise<string | null> {
    try {
      return await this.factor.check(user, code);
    } catch (error) {
      if (error instanceof WrongCodeError) await this.trail.signInFailed(user, visitor, 'code');
      throw error;
    }
  }
}
