import { FakeImapServer, selfSigned, type FakeServerOptions } from '@moodline/shared/testing';
import { readPages } from '../page-reading';
import { HttpLine } from '../http/http-line';
import { openSource } from '../open-source';
import type { SourceError } from '../source.errors';
import { ImapConnector } from './imap.connector';

const NOW = new Date('2026-05-03T09:00:00Z');
const YEAR_MS = 365 * 86_400_000;
const valid = { from: new Date(Date.now() - YEAR_MS), until: new Date(Date.now() + YEAR_MS) };
const certificate = selfSigned('localhost', valid);

const mail = (headers: Readonly<Record<string, string>>, body: string) =>
  `${Object.entries({ From: 'Ann <ann@example.com>', Date: 'Sat, 2 May 2026 09:00:00 +0000', ...headers })
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}`;
const numbered = (n: number, more: Readonly<Record<string, string>> = {}) =>
  mail({ 'Message-ID': `<${n}@shop>`, Subject: `Question ${n}`, ...more }, `The lamp number ${n} is dark.`);

describe('a mailbox that is read by IMAP', () => {
  let server: FakeImapServer;
  let line: HttpLine;

  async function serve(options: FakeServerOptions = { certificate }): Promise<FakeImapServer> {
    server = await new FakeImapServer(options).start();
    return server;
  }
  beforeEach(() => {
    const quick = { delayMs: 0, timeoutMs: 5_000, retryMs: 1 };
    line = new HttpLine({ allowedHosts: ['localhost'], userAgent: 'spec', ...quick });
  });
  afterEach(async () => {
    await server.stop();
    await line.onModuleDestroy();
  });

  interface Opening {
    readonly config?: object;
    readonly password?: string;
    readonly trust?: string;
    readonly line?: HttpLine;
    readonly now?: Date;
    readonly signal?: AbortSignal;
  }
  const open = ({ config, password = 'spec-password', trust = certificate.cert, ...more }: Opening = {}) =>
    openSource(new ImapConnector({ ca: trust }) as never, {
      line: more.line ?? line,
      signal: more.signal ?? new AbortController().signal,
      config: { host: 'localhost', port: server.port, ...config },
      secrets: { user: 'ann', password },
      since: null,
      now: () => more.now ?? NOW,
    });
  async function read(cursor: unknown = {}, opening: Opening = {}) {
    const pages = [];
    const source = open(opening);
    for await (const page of readPages(source, cursor)) pages.push(page);
    const comments = pages.flatMap((page) => page.comments);
    return { pages, comments, cursor: pages.at(-1)?.cursor, usage: source.context.http.usage };
  }
  const failing = (opening: Opening = {}) =>
    read({}, opening).then(
      () => null,
      (error: SourceError) => ({ code: error.code, message: error.message }),
    );

  it('reads each mail once, and asks from its number the next time', async () => {
    await serve();
    for (let n = 1; n <= 120; n++) server.deliver(numbered(n));
    const first = await read();
    expect(first.pages).toHaveLength(3);
    expect(new Set(first.comments.map(({ externalId }) => externalId)).size).toBe(120);
    expect(first.comments[0]).toMatchObject({
      ...{ text: 'Question 1\n\nThe lamp number 1 is dark.', author: 'ann@example.com', parentId: null },
      publishedAt: new Date('2026-05-02T09:00:00Z'),
    });
    expect(first.usage.bytes).toBeGreaterThan(10_000);
    server.deliver(numbered(121));
    const second = await read(JSON.parse(JSON.stringify(first.cursor)));
    expect(second.comments.map(({ text }) => text)).toEqual(['Question 121\n\nThe lamp number 121 is dark.']);
    expect((await read(second.cursor)).comments).toEqual([]);
  });

  it.each([
    ['only old ones', []],
    ['old ones behind a new one', [2]],
  ])('leaves old mails alone the next time, too, where there are %s', async (_, fresh) => {
    await serve();
    const old = new Date('2020-01-02T10:00:00Z');
    for (const n of fresh) server.deliver(numbered(n));
    for (const n of [10, 11]) server.deliver(numbered(n), { arrived: old });
    const first = await read();
    expect(first.comments).toHaveLength(fresh.length);
    const second = await read(JSON.parse(JSON.stringify(first.cursor)));
    expect(second.comments).toEqual([]);
    server.deliver(numbered(12));
    expect((await read(second.cursor)).comments).toHaveLength(1);
  });

  it('marks, deletes and moves nothing', async () => {
    await serve();
    server.deliver(numbered(1));
    await read();
    expect(server.said.join('\n')).not.toMatch(/^(?:SELECT|UID STORE|STORE|EXPUNGE|UID MOVE|APPEND|DELETE)/mu);
    expect(server.said.filter((said) => said.startsWith('UID FETCH')).join()).toMatch(/BODY\.PEEK\[\]/u);
  });

  it('loses and doubles nothing where a folder is numbered anew', async () => {
    await serve();
    for (let n = 1; n <= 5; n++) server.deliver(numbered(n));
    const first = await read();
    server.folders.get('INBOX')?.mails.shift();
    server.deliver(numbered(6));
    server.renumber('INBOX');
    const second = await read(first.cursor);
    const known = new Set(first.comments.map(({ externalId }) => externalId));
    expect(second.comments).toHaveLength(5);
    expect(second.comments.filter(({ externalId }) => !known.has(externalId)).map(({ text }) => text)).toEqual([
      'Question 6\n\nThe lamp number 6 is dark.',
    ]);
  });

  it('goes on where it was cut off', async () => {
    await serve();
    for (let n = 1; n <= 70; n++) server.deliver(numbered(n));
    server.cutAfter = 50;
    const pages: { cursor: unknown; comments: readonly { externalId: string }[] }[] = [];
    const reading = (async () => {
      for await (const page of readPages(open(), {})) {
        pages.push(page);
        server.cutAfter = 10;
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: 'source-unreachable' });
    server.cutAfter = Number.POSITIVE_INFINITY;
    const rest = await read(pages.at(-1)?.cursor);
    const ids = [...pages.flatMap(({ comments }) => comments), ...rest.comments].map(({ externalId }) => externalId);
    expect([ids.length, new Set(ids).size]).toEqual([70, 70]);
  });

  it('takes a mail that lies in two folders for one', async () => {
    await serve();
    server.deliver(numbered(1));
    // As names go over the line (modified UTF-7, RFC 3501, section 5.1.3).
    server.deliver(numbered(1), { folder: 'Shop/&Ti1lhw-' });
    server.deliver(numbered(2), { folder: 'Shop/&Ti1lhw-' });
    const { comments } = await read({}, { config: { folders: ['INBOX', 'Shop/中文'] } });
    expect(new Set(comments.map(({ externalId }) => externalId)).size).toBe(2);
  });

  it('takes two mails under one Message-ID for two', async () => {
    await serve();
    server.deliver(numbered(1));
    server.deliver(mail({ 'Message-ID': '<1@shop>', From: 'eve@example.com' }, 'Nothing to complain about.'));
    const first = await read();
    expect(new Set(first.comments.map(({ externalId }) => externalId)).size).toBe(2);
    server.renumber('INBOX');
    const second = await read(first.cursor);
    expect(second.comments.map(({ externalId }) => externalId)).toEqual(
      first.comments.map(({ externalId }) => externalId),
    );
  });

  it('reads unread mails only, if that is wanted, and those that came within the first days', async () => {
    await serve();
    server.deliver(numbered(1), { isSeen: true });
    server.deliver(numbered(2), { arrived: new Date('2026-01-01T00:00:00Z') });
    server.deliver(numbered(3));
    const { comments } = await read({}, { config: { unseen: true } });
    expect(comments.map(({ text }) => text.split('\n')[0])).toEqual(['Question 3']);
  });

  it('says by a check how many mails there are, and shows the latest', async () => {
    await serve();
    server.deliver(numbered(1));
    server.deliver(numbered(2));
    const { connector, config, context } = open();
    const { title, items, preview } = await connector.check(config, context);
    expect([title, items, preview.map(({ text }) => text.split('\n')[0])]).toEqual([
      'INBOX · localhost',
      2,
      ['Question 2', 'Question 1'],
    ]);
  });

  describe('says in words what is wrong', () => {
    it('with the password, without repeating what the server says', async () => {
      await serve();
      const error = await failing({ password: 'wrong-one' });
      expect(error?.code).toBe('source-unauthorised');
      expect(error?.message).toContain('app password');
      expect(error?.message).not.toMatch(/wrong-one|\bann\b/u);
    });

    it('with a folder, naming those that are there', async () => {
      await serve();
      server.folders.set('Archive', { validity: 1, mails: [] });
      const error = await failing({ config: { folders: ['Support'] } });
      expect(error).toMatchObject({ code: 'source-not-found' });
      expect(error?.message).toContain('INBOX, Archive');
    });

    it.each([
      ['nobody has signed', selfSigned('localhost', valid), 'NODE_EXTRA_CA_CERTS'],
      ['is for another name', selfSigned('mail.example.com', valid), 'another name'],
      ['has expired', selfSigned('localhost', { from: new Date(0), until: new Date(1e12) }), 'has expired'],
    ])('with a certificate that %s, before a password is sent', async (what, wrong, words) => {
      await serve({ certificate: wrong });
      const error = await failing({ trust: what === 'nobody has signed' ? certificate.cert : wrong.cert });
      expect(error).toMatchObject({ code: 'source-certificate', message: expect.stringContaining(words) });
      expect(server.said).toEqual([]);
    });

    it('with STARTTLS that is not offered, and with TLS where none is spoken', async () => {
      await serve({});
      expect(await failing({ config: { security: 'starttls' } })).toMatchObject({ code: 'source-certificate' });
      expect(server.said.join()).not.toContain('LOGIN');
      expect(await failing({ config: { security: 'tls' } })).toMatchObject({ code: 'source-certificate' });
    });

    it('with a port that nobody listens on, and with a service that is no mailbox', async () => {
      await serve();
      expect(await failing({ config: { port: 1 } })).toMatchObject({ code: 'source-unreachable' });
    });
  });

  it('encrypts by STARTTLS where that is chosen', async () => {
    await serve({ certificate, starttls: true });
    server.deliver(numbered(1));
    expect((await read({}, { config: { security: 'starttls' } })).comments).toHaveLength(1);
    expect(server.said.indexOf('STARTTLS')).toBeLessThan(server.said.indexOf('LOGIN'));
  });

  it('connects to private networks, and without encryption, only where the operator allows the host', async () => {
    await serve({});
    const strict = new HttpLine({ ...line.options, allowedHosts: [] });
    expect(await failing({ line: strict })).toMatchObject({ code: 'address-refused' });
    expect(await failing({ line: strict, config: { security: 'plain' } })).toMatchObject({ code: 'address-refused' });
    expect(await failing({ line: strict, config: { host: '127.0.0.1' } })).toMatchObject({ code: 'address-refused' });
    server.deliver(numbered(1));
    expect((await read({}, { config: { security: 'plain' } })).comments).toHaveLength(1);
    await strict.onModuleDestroy();
  });

  it('stops at once', async () => {
    await serve();
    server.deliver(numbered(1));
    const control = new AbortController();
    const reading = read({}, { signal: control.signal });
    control.abort(new Error('stopped'));
    await expect(reading).rejects.toThrow('stopped');
  });
});
