import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, FakeImapServer, type TestDatabase } from '@moodline/shared/testing';
import type { Source, SourceCheck } from '@moodline/sources/contract';
import { SpecApp } from '../../spec/spec-app';

const at = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const mail = (id: number, body: string, more = '') =>
  `From: Ann <ann@example.com>\r\nDate: ${at(id).toUTCString()}\r\nMessage-ID: <${id}@a>\r\n${more}\r\n${body}`;

describe('a mailbox as a source', () => {
  let db: TestDatabase;
  let spec: SpecApp;
  let mailbox: FakeImapServer;

  beforeAll(async () => {
    db = await createTestDatabase();
    spec = await SpecApp.start(DatabaseModule.forRoot(db.url), db.workspaceId, 'api,worker');
    mailbox = await new FakeImapServer().start();
  });
  afterAll(async () => {
    await spec.close();
    await mailbox.stop();
    await db.close();
  });

  const settings = (password: string) => ({
    kind: 'imap',
    config: { host: '127.0.0.1', port: mailbox.port, security: 'plain', folders: ['INBOX', 'Archive'] },
    secrets: { user: 'ann', password },
  });
  const until = async (done: () => Promise<boolean>) => {
    for (const end = Date.now() + 30_000; Date.now() < end && !(await done());)
      await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const stored = () => db.database.comment.findMany({ orderBy: { publishedAt: 'asc' } });
  const runs = async (status: string) => db.database.crawlRun.count({ where: { status } });

  it('is tried, added and read: masked, once each, answers below what they answer, robots left out', async () => {
    const lampMail = mail(4, 'The lamp is dark, call me at 138 1234 5678.', 'Subject: Lamp\r\n');
    mailbox.deliver(lampMail, { arrived: at(4) });
    mailbox.deliver(lampMail, { arrived: at(1), folder: 'Archive' });
    mailbox.deliver(mail(3, 'Still dark.', 'In-Reply-To: <4@a>\r\n'), { arrived: at(3) });
    mailbox.deliver(mail(2, 'I am away.', 'Auto-Submitted: auto-replied\r\n'), { arrived: at(2) });
    const refused = await spec.request<{ code: string; message: string }>('POST', '/sources/check', settings('wrong'));
    expect(refused.body).toMatchObject({ code: 'source-unauthorised' });
    expect(refused.body.message).not.toContain('wrong');
    const check = await spec.request<SourceCheck>('POST', '/sources/check', settings('spec-password'));
    expect(check.body).toMatchObject({ title: 'INBOX, Archive · 127.0.0.1', items: 4 });
    const added = await spec.request<Source>('POST', '/sources', { name: 'Mail', ...settings('spec-password') });
    expect(added.status).toBe(201);
    expect(JSON.stringify(added.body)).not.toContain('spec-password');
    await until(async () => (await runs('done')) === 1);
    const [lamp, still, away, ...others] = await stored();
    expect(others).toEqual([]);
    expect(lamp?.text).toMatch(/^Lamp\n\nThe lamp is dark/u);
    expect(lamp?.text).not.toContain('138');
    expect(lamp?.authorHash).not.toContain('ann');
    expect(still).toMatchObject({ text: 'Still dark.', parentId: lamp?.externalId });
    expect(away?.leftOut).toBe('bot');
    const kept = await db.database.source.findFirstOrThrow();
    expect(JSON.stringify([kept.config, kept.secrets, kept.cursor])).not.toMatch(/spec-password|ann@|@a>/u);

    mailbox.renumber('INBOX');
    mailbox.deliver(mail(1, 'Now it hums.'), { arrived: at(1) });
    await spec.request('POST', `/sources/${added.body.id}/runs`, {});
    await until(async () => (await runs('done')) === 2);
    expect((await stored()).map(({ text }) => text.split('\n')[0])).toEqual([
      'Lamp',
      'Still dark.',
      'I am away.',
      'Now it hums.',
    ]);
  });
});
