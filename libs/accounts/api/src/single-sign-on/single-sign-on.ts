import { Injectable } from '@nestjs/common';
import type { BeginSignIn, FinishSignIn } from '@moodline/accounts/contract';
import { AuditTrail } from '../audit/audit-trail';
import { tokenHash } from '../secret-token';
import { SessionOpening } from '../session-opening';
import type { Visitor } from '../session.repository';
import { IdentityMatcher, type Match } from './identity-matcher';
import { IdentityProvider } from './identity-provider';
import { ProviderSettings } from './provider-settings';
import { RemainingProof } from './remaining-proof';
import type { Begun, Pending } from './sign-in-ticket';
import { SingleSignOnError } from './single-sign-on.errors';

/** Somebody is in, or is asked for one thing more. */
export type Arrival =
  | { readonly session: string; readonly next: string }
  | {
      readonly pending: Omit<Pending, 'kind' | 'until'>;
      readonly ask: 'password' | 'code';
    };

/** Way by which the trail says that people came in. */
const WAY = 'single sign-on';

/** Signing in by an identity provider. */
@Injectable()
export class SingleSignOn {
  constructor(
    private readonly providers: ProviderSettings,
    private readonly identities: IdentityProvider,
    private readonly matcher: IdentityMatcher,
    private readonly proof: RemainingProof,
    private readonly opening: SessionOpening,
    private readonly trail: AuditTrail,
  ) {}

  /** What the button says; null where there is none. */
  async offer(): Promise<string | null> {
    const provider = await this.providers.offered();
    return provider && (await this.proof.haveOwner(provider.workspaceId)) ? provider.name : null;
  }

  /** @returns where the browser goes, and what it has to bring back @throws SingleSignOnError */
  async begin({ next, invitation }: BeginSignIn): Promise<{ url: string; begun: Omit<Begun, 'kind' | 'until'> }> {
    const provider = await this.offered();
    const { url, checks } = await this.identities.question(provider);
    const token = invitation === undefined ? null : tokenHash(invitation);
    return { url, begun: { checks, issuer: provider.issuer, next: next ?? '/', invitation: token } };
  }

  /** @param query what the provider sent the browser back with @throws SingleSignOnError, LinkEndedError, EmailTakenError */
  async back(query: string, begun: Begun | null, visitor: Visitor): Promise<Arrival> {
    const provider = await this.offered();
    if (!begun || begun.issuer !== provider.issuer) throw new SingleSignOnError('sso-ended');
    const identity = await this.identities.answer(provider, query, begun.checks);
    const match = await this.matcher.find(provider, identity, begun.invitation).catch(async (error: unknown) => {
      await this.trail.notLetIn(provider.workspaceId, visitor, (error as { code?: string }).code ?? 'error');
      throw error;
    });
    await this.note(match, visitor);
    const { user, connected } = match;
    const codeAsked = !provider.replacesSecondStep && (await this.proof.hasSecondStep(user));
    const { workspaceId } = provider;
    const account = { workspaceId, issuer: identity.issuer, subject: identity.subject };
    if (!connected || codeAsked)
      return {
        pending: { account, userId: user.id, connected, next: begun.next },
        ask: connected ? 'code' : 'password',
      };
    return { session: await this.opening.open(user, visitor, WAY), next: begun.next };
  }

  /**
   * The last step, where the provider's word is not enough.
   * @throws SingleSignOnError, CurrentPasswordError, SecondFactorNeededError, WrongCodeError, TooManyAttemptsError
   */
  async finish(
    { password, code }: FinishSignIn,
    pending: Pending | null,
    visitor: Visitor,
  ): Promise<{ session: string; next: string }> {
    const provider = await this.offered();
    const user = pending && (await this.proof.user(pending));
    if (!pending || !user) throw new SingleSignOnError('sso-ended');
    if (pending.connected && !(await this.matcher.belongs(pending.account, user)))
      throw new SingleSignOnError('sso-ended');
    if (!pending.connected) await this.proof.assertPassword(user, password, visitor);
    const second = provider.replacesSecondStep ? null : await this.proof.secondStep(user, code, visitor);
    if (!pending.connected) {
      await this.matcher.connect(pending.account, user);
      await this.trail.connected(user, visitor, 'password');
    }
    const way = second ? `${WAY} and ${second}` : WAY;
    return { session: await this.opening.open(user, visitor, way), next: pending.next };
  }

  private async offered() {
    const provider = await this.providers.offered();
    if (!provider || !(await this.proof.haveOwner(provider.workspaceId))) throw new SingleSignOnError('sso-off');
    return provider;
  }

  private async note({ user, by, connected }: Match, visitor: Visitor): Promise<void> {
    if (by !== 'known' && connected) await this.trail.connected(user, visitor, by);
  }
}
