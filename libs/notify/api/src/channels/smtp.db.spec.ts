import type { AddressInfo } from 'node:net';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { SMTPServer } from 'smtp-server';
import { DeliveringProcess } from '../testing/notify-bench.query';
import { sampleNotice } from '../testing/sample-notice';

/** A mail server with one user. */
async function startMailServer() {
  const mails: { text: string; to: string[] }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'mood' && password === 'right' ? done(null, { user: username }) : done(new Error('Wrong password')),
    onRcptTo({ address }, _, done) {
      if (address.startsWith('gone')) return done(Object.assign(new Error('No such user'), { responseCode: 550 }));
      if (address.startsWith('busy')) return done(Object.assign(new Error('Try later'), { responseCode: 450 }));
      done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({
          text: Buffer.concat(chunks).toString('utf8'),
          to: session.envelope.rcptTo.map(({ address }) => address),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, mails, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

describe('e-mail', () => {
  let test: TestDatabase;
  let process: DeliveringProcess;
  let mail: Awaited<ReturnType<typeof startMailServer>>;
  let matter = 0;

  beforeAll(async () => {
    test = await createTestDatabase();
    process = new DeliveringProcess(test.url);
    mail = await startMailServer();
  });
  afterAll(async () => {
    await mail?.close();
    await process?.close();
    await test?.close();
  });

  async function told(config: object, password = 'right', allowPrivate = true) {
    const id = await process.channel(test.workspaceId, {
      kind: 'smtp',
      config: {
        ...{ host: '127.0.0.1', port: mail.port, security: 'none', user: 'mood' },
        ...{ from: 'Moodline <mood@example.com>', to: ['lead@example.com'] },
        ...config,
      },
      secrets: { password },
      allowPrivate,
    });
    await process.enqueue(test.workspaceId, [id], sampleNotice, `mail:${++matter}`);
    await process.drain();
    return (await process.log.page(test.workspaceId, { limit: 1 })).items[0];
  }

  it('arrives as text and HTML, in UTF-8', async () => {
    expect(await told({ to: ['lead@example.com', 'press@example.com'] })).toMatchObject({ state: 'sent' });
    const [{ text = '', to = [] } = {}] = mail.mails;
    expect(to).toEqual(['lead@example.com', 'press@example.com']);
    expect(text).toMatch(/^Subject: Negative share at 46 %: nimbus phone\r$/m);
    expect(text).toMatch(/^Message-ID: <[\da-f-]+-1@moodline>\r$/m);
    expect(text).toMatch(/multipart\/alternative/);
    expect(text.replaceAll('=\r\n', '')).toContain('&lt;script&gt;');
  });

  it.each([
    ['a wrong password', {}, 'wrong', 'failed', 'channel-unauthorised'],
    ['an address that is not there', { to: ['gone@example.com'] }, 'right', 'failed', 'channel-rejected'],
    ['a server that is busy', { to: ['busy@example.com'] }, 'right', 'queued', 'channel-unavailable'],
    [
      'an address that only some of them have',
      { to: ['lead@example.com', 'gone@example.com'] },
      'right',
      'failed',
      'channel-partly-rejected',
    ],
    [
      'a server without encryption where it is asked for',
      { security: 'starttls' },
      'right',
      'failed',
      'channel-certificate',
    ],
    ['no server', { port: 1 }, 'right', 'queued', 'channel-unreachable'],
  ])('says of %s what is wrong', async (...[, config, password, state, errorCode]) => {
    expect(await told(config, password)).toMatchObject({ state, errorCode });
  });

  it('goes to a server in a private network only where an owner allows it', async () => {
    expect(await told({}, 'right', false)).toMatchObject({ state: 'failed', errorCode: 'address-refused' });
  });
});
