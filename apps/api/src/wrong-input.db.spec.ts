import type { NestExpressApplication } from '@nestjs/platform-express';
import { SignIn } from '@moodline/accounts/api';
import { loadSettings } from '@moodline/shared/config';
import type { Problem } from '@moodline/shared/contract';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { AppModule } from './app.module';
import { routesOf, type Route } from './openapi/routes';
import { createWebServer } from './web-server';

const ROOT = join(__dirname, '../../..');
const routes = routesOf(AppModule.forRoot(loadSettings(), 'postgresql://unused', '/dev/null'));

/** Values that no id can have: too wide for any column, negative, no number, and a character PostgreSQL stores nowhere. */
const NO_IDS = ['99999999999999999999', '9007199254740993', '-1', '0', '1.5', 'abc', '%00'];

/** Fields of queries with values that used to reach the database or the calendar. */
const NO_VALUES: Readonly<Record<string, readonly string[]>> = {
  from: ['2026-02-30', '2026-13-01', 'yesterday', '2026-02-30T00:00:00Z'],
  to: ['2026-02-30', '0'],
  monitor: ['99999999999', '-1', 'x'],
  ids: ['99999999999999999999', '1,-2', '1,,2', 'x'],
  alike: ['99999999999999999999'],
  q: ['a%00b'],
  source: ['%00'],
  cursor: ['%00'],
  limit: ['0', '100000', 'x'],
  before: ['99999999999999999999'],
  // Of a role; the version of an app is a text, which any number is.
  version: ['99999999999', '%00'],
  days: ['99999999999', '-1'],
};

describe('every route, asked for what cannot be', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'moodline-wrong-input-'));
  let test: TestDatabase;
  let app: NestExpressApplication;
  let url: string;
  let token: string;

  beforeAll(async () => {
    test = await createTestDatabase();
    const settings = loadSettings({ MOODLINE_DATA: dataDir, MOODLINE_ROLES: 'api', LOG_LEVEL: 'fatal' }, ROOT);
    app = await createWebServer(settings, test.url, '/dev/null');
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    const signIn = app.get(SignIn);
    const { url: link } = await signIn.newLink(test.workspaceId);
    await signIn.byLink(new URL(link).hash.slice(1), { agent: '', address: '' });
    token = await signIn.newApiToken(test.workspaceId);
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await test.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function ask({ method }: Route, path: string, body?: string): Promise<{ status: number; problem: Problem }> {
    const response = await fetch(`${url}${path}`, {
      method: method.toUpperCase(),
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    return { status: response.status, problem: text.startsWith('{') ? JSON.parse(text) : { code: '', message: text } };
  }

  const filled = (path: string, value: string) => path.replaceAll(/:\w+/g, value);

  describe.each(
    routes.filter(({ path, isPublic }) => path.includes('/:') && !isPublic).map((one) => [one.name, one] as const),
  )('%s', (_, route) => {
    const isId = Object.values(route.params).every((schema) => !schema?.safeParse('a-name').success);
    it.each(isId ? NO_IDS : ['%00', 'a'.repeat(500)])('says what is wrong with %s in its path', async (value) => {
      const { status, problem } = await ask(route, filled(route.path, value), route.body && '{}');
      expect([400, 404]).toContain(status);
      if (isId) expect({ status, code: problem.code }).toEqual({ status: 400, code: 'invalid-input' });
      expect(problem.message.length).toBeGreaterThan(20);
    });
  });

  const asked = routes.flatMap((route) =>
    route.query instanceof z.ZodObject
      ? Object.entries(route.query.shape as z.ZodRawShape).flatMap(([field, schema]) =>
          (NO_VALUES[field] ?? [])
            .filter((value) => field !== 'version' || value === '%00' || !z.safeParse(schema, '2.4').success)
            .map((value) => [`${route.name} ?${field}=${value}`, route, field, value] as const),
        )
      : [],
  );
  it('are asked for many fields', () => expect(asked.length).toBeGreaterThan(100));
  it.each(asked)('%s is refused with words', async (_, route, field, value) => {
    const { status, problem } = await ask(route, `${filled(route.path, '1')}?${field}=${value}`);
    expect({ status, code: problem.code }).toEqual({ status: 400, code: 'invalid-input' });
    expect(problem.message).toContain(field);
  });

  it.each(routes.filter(({ body }) => body).map((route) => [route.name, route] as const))(
    '%s refuses a text with NUL',
    async (_, route) => {
      const { status, problem } = await ask(route, filled(route.path, '1'), '{"name":"a\\u0000b"}');
      expect({ status, code: problem.code }).toEqual({ status: 400, code: 'invalid-input' });
    },
  );

  it.each(['newest', 'oldest', 'loudest'])(
    'a cursor of %s beyond every column is no fault of the server',
    async (sort) => {
      const route = routes.find(({ path }) => path === '/api/comments') as Route;
      const { status } = await ask(route, `/api/comments?sort=${sort}&cursor=999999999999999_9999999999999999`);
      expect([200, 400]).toContain(status);
    },
  );
});
