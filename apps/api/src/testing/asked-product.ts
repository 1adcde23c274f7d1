import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SignIn } from '@moodline/accounts/api';
import { loadSettings } from '@moodline/shared/config';
import { type Permission, type Role } from '@moodline/shared/contract';
import { prepareReader } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { AppModule } from '../app.module';
import { routesOf, type Route } from '../openapi/routes';
import { HIDDEN } from '../hidden-from-readers';
import { createWebServer } from '../web-server';

const ROOT = join(__dirname, '../../../..');
const PASSWORD = 'long enough 1';

/** All routes of the product. */
export const allRoutes = (): Route[] => routesOf(AppModule.forRoot(loadSettings(), 'postgresql://unused', '/dev/null'));

/** As tables of the repository name a route. */
export const routeName = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`;

/** What a request is signed with. */
export type Headers = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  /** Of a refusal. */
  readonly code: string;
  /** The whole body, but not of what goes on for ever. */
  readonly text: string;
}

/** The product without a worker and without a model, with an empty workspace, to be asked by different people. */
export class AskedProduct {
  private constructor(
    readonly test: TestDatabase,
    private readonly app: NestExpressApplication,
    private readonly dataDir: string,
    /** Where it listens. */
    readonly url: string,
  ) {}

  static async start(): Promise<AskedProduct> {
    const dataDir = mkdtempSync(join(tmpdir(), 'moodline-access-'));
    const test = await createTestDatabase();
    const settings = loadSettings({ MOODLINE_DATA: dataDir, MOODLINE_ROLES: 'api', LOG_LEVEL: 'fatal' }, ROOT);
    const reader = await prepareReader(test, randomBytes(16).toString('hex'), HIDDEN);
    const app = await createWebServer(settings, test.url, '/dev/null', reader);
    await app.listen(0, '127.0.0.1');
    return new AskedProduct(test, app, dataDir, await app.getUrl());
  }

  /** The cookie of a session whose token is known. */
  cookie(token: string): Headers {
    return { cookie: `moodline_session_3000=${token}` };
  }

  /** Signs somebody of this role in. */
  async signedIn(role: Role): Promise<Headers> {
    const signIn = this.app.get(SignIn);
    const visitor = { agent: '', address: '' };
    const { url: link } = await signIn.newLink(this.test.workspaceId);
    const owner = this.cookie(await signIn.byLink(new URL(link).hash.slice(1), visitor));
    if (role === 'owner') return owner;
    const { url: invitation } = await this.made<{ url: string }>('invitations', { role, language: 'en' }, owner);
    const accepted = { name: role, email: `${role}@example.com`, password: PASSWORD };
    return this.cookie(await signIn.byInvitation({ token: new URL(invitation).hash.slice(1), ...accepted }, visitor));
  }

  /** A key that an owner makes. */
  async key(name: string, permissions: readonly Permission[], owner: Headers): Promise<Headers> {
    const { key } = await this.made<{ key: string }>('keys', { name, permissions, days: 1 }, owner);
    return { authorization: `Bearer ${key}` };
  }

  /** Of an answer that goes on for ever, only the beginning is waited for. @param path with its query */
  async ask(method: string, path: string, headers: Headers, body?: unknown): Promise<Answer> {
    const gone = new AbortController();
    const response = await fetch(`${this.url}${path}`, {
      method: method.toUpperCase(),
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: gone.signal,
    });
    const type = response.headers.get('content-type') ?? '';
    const text = type.includes('event-stream') ? '' : await response.text();
    const refused = response.status >= 400 && type.includes('json');
    const code = refused ? (JSON.parse(text) as { code: string }).code : '';
    gone.abort();
    return { status: response.status, code, text };
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.test.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async made<Value>(path: string, body: unknown, headers: Headers): Promise<Value> {
    const { status, text } = await this.ask('post', `/api/${path}`, headers, body);
    if (status !== 201) throw new Error(`${path} was not made: ${text}`);
    return JSON.parse(text) as Value;
  }
}
