import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Configuration } from 'oidc-provider';

/** Somebody who has an account at the provider. */
export interface LocalAccount {
  readonly subject: string;
  readonly email?: string;
  readonly emailConfirmed?: boolean;
  readonly name?: string;
}

/** What Moodline is at the provider. */
export const LOCAL_CLIENT = { id: 'moodline', secret: 'a secret of forty signs for the local one' };

/**
 * A real OpenID Connect provider (`oidc-provider`) on this machine. Its page has one button, which signs in as {@link person};
 * it takes PKCE only, keeps the e-mail address out of the ID token as many do, and forgets everything when it ends.
 */
export class LocalProvider {
  /** Who signs in next. */
  person: LocalAccount = { subject: 'nobody' };
  /** Changes ID tokens on their way out, for specs that want wrong ones. */
  tamper: ((idToken: string) => string) | null = null;

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(redirectUri: string): Promise<LocalProvider> {
    // Loaded where it is asked for: most specs need no provider.
    const { default: Provider } = await import('oidc-provider');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const local = new LocalProvider(server, issuer);
    const provider = new Provider(issuer, local.configuration(redirectUri));
    provider.use(async (context, next) => {
      if (context.path.startsWith('/interaction/')) {
        if (context.method === 'GET') {
          context.type = 'html';
          context.body = `<!doctype html><title>Local provider</title><h1>Local provider</h1><form method="post"><button>Continue as ${local.person.subject}</button></form><form method="post" action="${context.path}?no"><button>Refuse</button></form>`;
          return;
        }
        const result = context.query['no'] === undefined ? { login: { accountId: local.person.subject } } : REFUSED;
        context.status = 303;
        context.redirect(await provider.interactionResult(context.req, context.res, result));
        return;
      }
      await next();
      const body = context.body as { id_token?: string } | undefined;
      if (context.path === '/token' && local.tamper && body?.id_token) body.id_token = local.tamper(body.id_token);
    });
    const answer = provider.callback();
    server.on('request', (request, response) => void answer(request, response));
    return local;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /**
   * Does what a browser does: follows the address to the provider, presses its button, and stops before it goes back.
   * @returns the address that the browser would open next
   */
  async visit(url: string, button: 'continue' | 'refuse' = 'continue'): Promise<string> {
    const cookies = new Map<string, string>();
    const ask = async (address: string, method = 'GET'): Promise<string> => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(address, { method, redirect: 'manual', headers: { cookie } });
      for (const one of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (one.split(';')[0] ?? '').split(/=(.*)/s);
        cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      if (!location) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
      return new URL(location, address).href;
    };
    const page = await ask(url);
    if (!page.startsWith(this.issuer)) return page;
    let next = await ask(button === 'continue' ? page : `${page}?no`, 'POST');
    while (next.startsWith(this.issuer)) next = await ask(next);
    return next;
  }

  private configuration(redirectUri: string): Configuration {
    return {
      clients: [{ client_id: LOCAL_CLIENT.id, client_secret: LOCAL_CLIENT.secret, redirect_uris: [redirectUri] }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      // Seconds. Given, so that nothing is said about them.
      ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
      cookies: { keys: ['cookies of the local provider'] },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, subject) => ({ accountId: subject, claims: () => claimsOf({ ...this.person, subject }) }),
      // Nobody is asked whether Moodline may know who they are.
      loadExistingGrant: async (context) => {
        const { client, session, provider } = context.oidc;
        const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    };
  }
}

const REFUSED = { error: 'access_denied', error_description: 'The person refused' };

function claimsOf({ subject, email, emailConfirmed, name }: LocalAccount) {
  return {
    sub: subject,
    ...(email !== undefined && { email }),
    ...(emailConfirmed !== undefined && { email_verified: emailConfirmed }),
    ...(name !== undefined && { name }),
  };
}
