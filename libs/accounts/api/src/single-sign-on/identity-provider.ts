import { Inject, Injectable, Logger } from '@nestjs/common';
import { emailSchema } from '@moodline/accounts/contract';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import * as oidc from 'openid-client';
import { tokenHash } from '../secret-token';
import { PROVIDER_SECONDS, ProviderLine } from './provider-line';
import { SingleSignOnError } from './single-sign-on.errors';

/** How long what a provider says of itself is used before it is asked again. */
const DISCOVERY_MS = 10 * 60_000;
/** Longest text that is taken from a claim. */
const LONGEST = 300;

/** A provider with all that is needed to ask it. */
export interface Provider {
  readonly workspaceId: number;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly domains: readonly string[];
  readonly role: 'viewer' | 'analyst';
  readonly replacesSecondStep: boolean;
  readonly allowPrivate: boolean;
}

/** What ties an answer to the question, and both to one browser (RFC 6749, 10.12; RFC 7636; OpenID Connect Core, 3.1.2.1). */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who somebody is, by the word of a provider. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** In small letters; null where there is none that can be used. */
  readonly email: string | null;
  readonly emailConfirmed: boolean;
  readonly name: string;
}

/** Speaks OpenID Connect with an identity provider: authorization code with PKCE, state and nonce. */
@Injectable()
export class IdentityProvider {
  readonly redirectUri: string;
  private readonly logger = new Logger(IdentityProvider.name);
  private known: { readonly of: string; readonly until: number; readonly configuration: oidc.Configuration } | null =
    null;

  constructor(
    private readonly line: ProviderLine,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.redirectUri = `${settings.publicUrl}/api/session/single-sign-on/back`;
  }

  /** Asks whether there is a provider at all. @throws SingleSignOnError */
  async assertThere(provider: Provider): Promise<void> {
    this.known = null;
    await this.configuration(provider);
  }

  /** @returns where the browser goes, and what has to fit when it comes back @throws SingleSignOnError */
  async question(provider: Provider): Promise<{ url: string; checks: Checks }> {
    const configuration = await this.configuration(provider);
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      scope: 'openid email profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...{ state, nonce },
    });
    return { url: url.href, checks: { state, nonce, verifier } };
  }

  /** @param query what the browser came back with, from the `?` on @throws SingleSignOnError */
  async answer(provider: Provider, query: string, { state, nonce, verifier }: Checks): Promise<Identity> {
    const configuration = await this.configuration(provider);
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${this.redirectUri}${query}`), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('There is no ID token');
      // Many providers keep the address out of the ID token. The subject has to be the same one.
      const whole = claims.email && claims['email_verified'] !== undefined;
      const more = whole ? {} : await this.userInfo(configuration, tokens.access_token, claims.sub);
      return identityOf(configuration.serverMetadata().issuer, { ...more, ...claims });
    } catch (error) {
      throw this.told(error);
    }
  }

  private async userInfo(configuration: oidc.Configuration, token: string, subject: string): Promise<object> {
    if (!configuration.serverMetadata().userinfo_endpoint) return {};
    return oidc.fetchUserInfo(configuration, token, subject);
  }

  private async configuration(provider: Provider): Promise<oidc.Configuration> {
    const of = tokenHash(JSON.stringify(provider));
    if (this.known?.of === of && this.known.until > Date.now()) return this.known.configuration;
    const issuer = new URL(provider.issuer);
    this.line.assertUrl(issuer, provider.allowPrivate);
    try {
      const configuration = await oidc.discovery(issuer, provider.clientId, {}, clientAuth(provider), {
        // Signatures are checked although the answers come over TLS: a proxy on the way may end it.
        execute: [oidc.enableNonRepudiationChecks, ...(provider.allowPrivate ? [oidc.allowInsecureRequests] : [])],
        timeout: PROVIDER_SECONDS,
        [oidc.customFetch]: this.line.fetching(provider.allowPrivate),
      });
      if (!configuration.serverMetadata().authorization_endpoint) throw new Error('It names no page to sign in');
      this.known = { of, configuration, until: Date.now() + DISCOVERY_MS };
      return configuration;
    } catch (error) {
      throw this.told(error, 'sso-unreachable');
    }
  }

  /** The log says what was wrong, by the library's code and without what was sent; people get words. */
  private told(error: unknown, otherwise: 'sso-unreachable' | 'sso-invalid' = 'sso-invalid'): SingleSignOnError {
    const refused = causeOf(error, (cause) => cause instanceof SingleSignOnError);
    if (refused) return refused as SingleSignOnError;
    const { name, message, code, cause } = error as Error & { code?: string };
    const below = (cause as { code?: unknown } | undefined)?.code;
    this.logger.warn(`Single sign-on: ${[name, code, message, below].filter(Boolean).join(' ').slice(0, LONGEST)}`);
    if (error instanceof oidc.AuthorizationResponseError) return new SingleSignOnError('sso-refused');
    return new SingleSignOnError(isConnection(error) ? 'sso-unreachable' : otherwise);
  }
}

/** As the provider takes it; by default in the header (RFC 6749, 2.3.1). Without a secret, PKCE alone ties question and answer. */
function clientAuth({ clientSecret }: Provider): oidc.ClientAuth {
  if (!clientSecret) return oidc.None();
  const [basic, post] = [oidc.ClientSecretBasic(clientSecret), oidc.ClientSecretPost(clientSecret)];
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported;
    (!ways || ways.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

function identityOf(issuer: string, claims: Record<string, unknown>): Identity {
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name].trim().slice(0, LONGEST) : '');
  const email = emailSchema.safeParse(text('email').toLowerCase()).data ?? null;
  const name = text('name') || text('preferred_username') || (email?.split('@')[0] ?? '');
  // A name is one line.
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return {
    ...{ issuer, email, subject: String(claims['sub']), emailConfirmed: claims['email_verified'] === true },
    name: [...plain].slice(0, 80).join('') || 'Member',
  };
}

function isConnection(error: unknown): boolean {
  const cause = causeOf(error, (one) => /^(?:E[A-Z]+|UND_ERR_\w+)$/.test(String((one as { code?: unknown }).code)));
  return cause !== null || ['TimeoutError', 'AbortError'].includes((error as Error).name);
}

function causeOf(error: unknown, is: (cause: object) => boolean): object | null {
  for (let cause = error, deep = 0; typeof cause === 'object' && cause !== null && deep < 6; deep++) {
    if (is(cause)) return cause;
    cause = (cause as { cause?: unknown }).cause;
  }
  return null;
}
