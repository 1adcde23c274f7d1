import { readFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { saveProviderSchema, type SaveProvider, type SingleSignOnState } from '@moodline/accounts/contract';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import type { Actor } from '@moodline/shared/http';
import { assertSameDestination, SecretBox } from '@moodline/shared/secrets';
import { OwnerSetupError } from '../accounts.errors';
import { IdentityProvider, type Provider } from './identity-provider';
import { SingleSignOnError } from './single-sign-on.errors';
import { SingleSignOnRepository, type StoredProvider } from './single-sign-on.repository';

/** Which identity provider people may sign in by: that of the environment, or else the one that an owner entered. */
@Injectable()
export class ProviderSettings {
  constructor(
    private readonly rows: SingleSignOnRepository,
    private readonly identities: IdentityProvider,
    private readonly box: SecretBox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The one that the sign-in page offers. */
  async offered(): Promise<Provider | null> {
    const fixed = await this.fromEnvironment();
    if (fixed) {
      const workspaceId = await this.rows.firstWorkspace();
      return workspaceId === null ? null : { ...fixed, workspaceId };
    }
    const stored = await this.rows.provider();
    return stored && this.opened(stored);
  }

  async state({ workspaceId }: Actor): Promise<SingleSignOnState> {
    const fixed = await this.fromEnvironment();
    const stored = fixed ? null : await this.rows.provider(workspaceId);
    const provider = fixed ?? (stored && this.opened(stored));
    return {
      provider: provider && shown(provider),
      fromEnvironment: fixed !== null,
      redirectUri: this.identities.redirectUri,
    };
  }

  /**
   * Keeps what an owner entered, once the provider has answered. A stored secret goes to the issuer and the client it was entered for.
   * @throws SingleSignOnError, SecretStaysError
   */
  async save({ workspaceId }: Actor, { clientSecret, ...given }: SaveProvider): Promise<void> {
    if (await this.fromEnvironment()) throw new SingleSignOnError('sso-set-by-environment');
    const former = await this.rows.provider(workspaceId);
    const keeps = clientSecret === undefined && former?.sealedSecret ? former.sealedSecret : null;
    if (keeps && former)
      assertSameDestination(['clientSecret'], destination(former), destination({ ...given, workspaceId }));
    const sealedSecret = clientSecret ? this.box.seal(clientSecret) : keeps;
    const stored = { ...given, workspaceId, sealedSecret };
    await this.identities.assertThere(this.opened(stored));
    await this.rows.save(stored);
  }

  /** @throws SingleSignOnError */
  async remove({ workspaceId }: Actor): Promise<void> {
    if (await this.fromEnvironment()) throw new SingleSignOnError('sso-set-by-environment');
    await this.rows.remove(workspaceId);
  }

  private opened({ sealedSecret, ...stored }: StoredProvider): Provider {
    const role = stored.role === 'analyst' ? 'analyst' : 'viewer';
    return { ...stored, role, clientSecret: sealedSecret && this.box.open(sealedSecret) };
  }

  /** The file of the secret is read each time, so that a secret can be changed without a start. @throws OwnerSetupError */
  private async fromEnvironment(): Promise<Omit<Provider, 'workspaceId'> | null> {
    const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET_FILE: file } = this.settings;
    if (!issuer || !clientId) return null;
    const written = file && (await readFile(file, 'utf8').catch(() => null));
    if (written === null) throw new OwnerSetupError(`OIDC_CLIENT_SECRET_FILE (${file}) cannot be read`);
    const { OIDC_NAME, OIDC_DOMAINS, OIDC_ROLE, OIDC_REPLACES_SECOND_STEP, OIDC_ALLOW_PRIVATE } = this.settings;
    return {
      ...{ issuer, clientId, clientSecret: written?.trim() || null, name: OIDC_NAME },
      domains: saveProviderSchema.shape.domains.parse(OIDC_DOMAINS),
      role: OIDC_ROLE,
      replacesSecondStep: OIDC_REPLACES_SECOND_STEP,
      allowPrivate: OIDC_ALLOW_PRIVATE,
    };
  }
}

const destination = ({ issuer, clientId }: { issuer: string; clientId: string; workspaceId: number }) => ({
  issuer,
  clientId,
});

function shown({ name, issuer, clientId, clientSecret, ...rest }: Omit<Provider, 'workspaceId'>) {
  const { domains, role, replacesSecondStep, allowPrivate } = rest;
  return {
    ...{ name, issuer, clientId, role, replacesSecondStep, allowPrivate },
    ...{ domains: [...domains], hasSecret: clientSecret !== null },
  };
}
