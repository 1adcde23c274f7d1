import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SignIn } from '@moodline/accounts/api';
import { loadSettings } from '@moodline/shared/config';
import { ROLE_PERMISSIONS, ROLES, type Role } from '@moodline/shared/contract';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { AppModule } from './app.module';
import { routesOf, type Route } from './openapi/routes';
import { createWebServer } from './web-server';

const ROOT = join(__dirname, '../../..');
const TABLE = join(__dirname, 'route-access.json');
const PASSWORD = 'long enough 1';
const WHO = ['nobody', 'viewer', 'analyst', 'owner'] as const;
type Who = (typeof WHO)[number];

/** An id that no row has: whoever is let in is told so, and nothing is changed. */
const NO_ROW = '2147483647';

const routes = routesOf(AppModule.forRoot(loadSettings(), 'postgresql://unused', '/dev/null'));
const nameOf = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`;
/** Routes that would do what they are for even without a row: who may is asked, and they are not walked through. */
const DONE_AT_ONCE = (route: Route) => route.method !== 'get' && !route.path.includes('/:') && !route.body;

/**
 * Asks every route as nobody, viewer, analyst and owner, and compares who is let in with route-access.json.
 * `ACCESS_TABLE=write` writes that table anew, for a person to read the difference.
 */
describe('who may ask what', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'moodline-access-'));
  let test: TestDatabase;
  let app: NestExpressApplication;
  let url: string;
  const cookies: Partial<Record<Who, string>> = {};

  beforeAll(async () => {
    test = await createTestDatabase();
    const settings = loadSettings({ MOODLINE_DATA: dataDir, MOODLINE_ROLES: 'api', LOG_LEVEL: 'fatal' }, ROOT);
    app = await createWebServer(settings, test.url, '/dev/null');
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    for (const role of ROLES) cookies[role] = await signedIn(role);
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await test?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** The cookie of somebody of this role. */
  async function signedIn(role: Role): Promise<string> {
    const signIn = app.get(SignIn);
    const visitor = { agent: '', address: '' };
    const { url: link } = await signIn.newLink(test.workspaceId);
    const token = await signIn.byLink(new URL(link).hash.slice(1), visitor);
    const cookie = `moodline_session_3000=${token}`;
    if (role === 'owner') return cookie;
    const invited = await fetch(`${url}/api/invitations`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ role, language: 'en' }),
    });
    const { url: invitation } = (await invited.json()) as { url: string };
    const accepted = { name: role, email: `${role}@example.com`, password: PASSWORD };
    const session = await signIn.byInvitation({ token: new URL(invitation).hash.slice(1), ...accepted }, visitor);
    return `moodline_session_3000=${session}`;
  }

  /** What a route answers. Of what goes on for ever, only the beginning is waited for. */
  async function ask(route: Route, who: Who): Promise<{ status: number; code: string }> {
    const { method, path, body } = route;
    const cookie = cookies[who];
    const gone = new AbortController();
    const response = await fetch(`${url}${path.replaceAll(/:\w+/g, NO_ROW)}`, {
      method: method.toUpperCase(),
      headers: { ...(cookie && { cookie }), ...(body && { 'content-type': 'application/json' }) },
      // Refused as input by whoever is let in, so that nothing happens.
      ...(body && { body: '[0]' }),
      signal: gone.signal,
    });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const answered = isJson && response.status >= 400 ? ((await response.json()) as { code: string }).code : '';
    gone.abort();
    return { status: response.status, code: answered };
  }

  const letIn = ({ status, code }: { status: number; code: string }) =>
    status !== 401 && !(status === 403 && code === 'forbidden');

  it('is what the table says', async () => {
    const table: Record<string, string> = {};
    for (const route of routes) {
      const refused: Who[] = [];
      // Whoever is let in there ends a session or begins long work: the permission tells who that is.
      const asked = DONE_AT_ONCE(route) ? WHO.filter((who) => !may(route, who)) : WHO;
      for (const who of asked) if (!letIn(await ask(route, who))) refused.push(who);
      table[nameOf(route)] = WHO.filter((who) => !refused.includes(who)).join(' ') || 'nobody at all';
    }
    // eslint-disable-next-line no-restricted-properties -- a switch of this spec, and no setting of the product
    if (process.env['ACCESS_TABLE'] === 'write') writeFileSync(TABLE, `${JSON.stringify(table, null, 2)}\n`);
    expect(table).toEqual(JSON.parse(readFileSync(TABLE, 'utf8')));
  }, 180_000);
});

function may({ permission, isPublic }: Route, who: Who): boolean {
  if (isPublic) return true;
  return who !== 'nobody' && permission !== undefined && ROLE_PERMISSIONS[who].includes(permission);
}
