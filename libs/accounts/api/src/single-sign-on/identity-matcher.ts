import { Injectable } from '@nestjs/common';
import type { Role } from '@moodline/shared/contract';
import { EmailTakenError, LinkEndedError } from '../accounts.errors';
import type { StoredUser } from '../accounts.repository';
import { TokenRepository } from '../token.repository';
import type { Identity, Provider } from './identity-provider';
import { SingleSignOnError } from './single-sign-on.errors';
import { SingleSignOnRepository, type Account, type Alone } from './single-sign-on.repository';

/** Who somebody is here, and how that was known. */
export interface Match {
  readonly user: StoredUser;
  /** `known`: by their account. `made`: an invitation or their domain let them in. `address`: by their e-mail address. */
  readonly by: 'known' | 'made' | 'address';
  /** False until they have given the password that the person has here. */
  readonly connected: boolean;
}

/**
 * Finds whom a provider speaks of. An account that was connected once decides alone; before that, a confirmed e-mail address does, or an
 * invitation, or an allowed domain. A claim alone changes nobody's role and makes nobody an owner.
 */
@Injectable()
export class IdentityMatcher {
  constructor(
    private readonly rows: SingleSignOnRepository,
    private readonly tokens: TokenRepository,
  ) {}

  /** @param invitation SHA-256 of the token of a link to join @throws SingleSignOnError, LinkEndedError, EmailTakenError */
  async find(provider: Provider, identity: Identity, invitation: string | null): Promise<Match> {
    const { issuer, subject } = identity;
    const account = { workspaceId: provider.workspaceId, issuer, subject };
    return this.rows.alone(async (transaction) => {
      const user = await this.rows.personOf(transaction, account);
      if (user && !user.removedAt) return { user, by: 'known', connected: true };
      const email = confirmedEmail(identity);
      if (invitation) return this.byInvitation(transaction, account, { ...identity, email, invitation });
      if (user) throw new SingleSignOnError('sso-removed');
      const known = await this.rows.byEmail(transaction, email);
      if (known) return this.byAddress(transaction, account, known);
      if (!provider.domains.includes(email.split('@').at(-1) ?? '')) throw new SingleSignOnError('sso-unknown');
      return this.made(transaction, account, { name: identity.name, email, role: provider.role, language: null });
    });
  }

  /** Whether an account is connected with this person (still). */
  async belongs(account: Account, user: StoredUser): Promise<boolean> {
    return this.rows.alone(async (transaction) => (await this.rows.personOf(transaction, account))?.id === user.id);
  }

  /** Connects an account with the person whose password was given. @throws SingleSignOnError */
  async connect(account: Account, user: StoredUser): Promise<void> {
    await this.rows.alone(async (transaction) => {
      const known = await this.rows.personOf(transaction, account);
      if (known?.id === user.id) return;
      if (known || (await this.rows.isConnected(transaction, user, account.issuer)))
        throw new SingleSignOnError('sso-taken');
      await this.rows.connect(transaction, account, user.id);
    });
  }

  private async byInvitation(
    transaction: Alone,
    account: Account,
    { invitation, name, email }: { invitation: string; name: string; email: string },
  ): Promise<Match> {
    const used = await this.tokens.redeem(transaction, 'invitation', invitation);
    if (used?.workspaceId !== account.workspaceId || !used.role) throw new LinkEndedError();
    if (await this.rows.byEmail(transaction, email)) throw new EmailTakenError();
    return this.made(transaction, account, { name, email, role: used.role, language: used.language });
  }

  /** Nothing proves that who has an address here is who has it there: a password does, where the person has one. */
  private async byAddress(transaction: Alone, account: Account, user: StoredUser): Promise<Match> {
    if (user.workspaceId !== account.workspaceId) throw new SingleSignOnError('sso-unknown');
    if (await this.rows.isConnected(transaction, user, account.issuer)) throw new SingleSignOnError('sso-taken');
    if (user.passwordHash) return { user, by: 'address', connected: false };
    if (user.role === ('owner' satisfies Role)) throw new SingleSignOnError('sso-owner');
    await this.rows.connect(transaction, account, user.id);
    return { user, by: 'address', connected: true };
  }

  private async made(
    transaction: Alone,
    account: Account,
    person: { name: string; email: string; role: string; language: string | null },
  ): Promise<Match> {
    const user = await this.rows.addPerson(transaction, { ...person, workspaceId: account.workspaceId });
    await this.rows.connect(transaction, account, user.id);
    return { user, by: 'made', connected: true };
  }
}

/** @throws SingleSignOnError where the provider does not vouch for the address */
function confirmedEmail({ email, emailConfirmed }: Identity): string {
  if (!email || !emailConfirmed) throw new SingleSignOnError('sso-unconfirmed');
  return email;
}
