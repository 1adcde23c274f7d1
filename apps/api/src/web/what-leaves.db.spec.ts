import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SignIn } from '@moodline/accounts/api';
import { loadSettings } from '@moodline/shared/config';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { createWebServer } from '../web-server';

const ROOT = join(__dirname, '../../../..');

describe('what leaves the server beside its answers', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'moodline-leaves-'));
  const logFile = join(dataDir, 'spec.log');
  let test: TestDatabase;
  let app: NestExpressApplication;
  let url: string;

  beforeAll(async () => {
    test = await createTestDatabase();
    const settings = loadSettings({ MOODLINE_DATA: dataDir, MOODLINE_ROLES: 'api', LOG_LEVEL: 'debug' }, ROOT);
    app = await createWebServer(settings, test.url, logFile);
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await test?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** The log, once it holds what is waited for. */
  async function logged(wanted: string): Promise<string> {
    for (;;) {
      const log = readFileSync(logFile, 'utf8');
      if (log.includes(wanted)) return log;
      await new Promise((next) => setTimeout(next, 20));
    }
  }

  it('is neither a cookie nor a token in the log, however much is written to it', async () => {
    const { url: link } = await app.get(SignIn).newLink(test.workspaceId);
    const token = new URL(link).hash.slice(1);
    const answer = await fetch(`${url}/api/session/link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    const session = /=([^;]{20,})/.exec(cookie)?.[1] ?? 'none';
    expect(session).not.toBe('none');
    const log = await logged('/api/session/link');
    for (const secret of [token, session, 'set-cookie', 'Set-Cookie']) expect(log).not.toContain(secret);
  });

  it('is no copy that a browser or a proxy keeps, and nothing that another site may show or load', async () => {
    const { headers } = await fetch(`${url}/api/session`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-frame-options')).toBe('DENY');
    const policy = headers.get('content-security-policy');
    for (const rule of ["script-src 'self'", "font-src 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule);
  });

  it.each(['/owner', '/join', '/new-password'])(
    'is no page of a one-time link for a program that opens %s beforehand',
    async (path) => {
      expect((await fetch(`${url}${path}`, { headers: { 'sec-purpose': 'prefetch' } })).status).toBe(403);
    },
  );
});
