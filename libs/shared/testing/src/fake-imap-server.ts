import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { TestCertificate } from './self-signed';

/** A mail as the server keeps it. */
export interface FakeMail {
  readonly uid: number;
  readonly raw: Buffer;
  readonly arrived: Date;
  readonly isSeen?: boolean;
  /** Files that its structure names beside the text. */
  readonly files?: number;
}

export interface FakeFolder {
  validity: number;
  mails: FakeMail[];
}

export interface FakeServerOptions {
  /** With one, the server speaks TLS from the beginning, or after STARTTLS. */
  readonly certificate?: TestCertificate;
  readonly starttls?: boolean;
  readonly user?: string;
  readonly password?: string;
}

/** As much of IMAP4rev1 (RFC 3501) as is needed to read a mailbox, kept in memory. What is not named here is answered OK. */
export class FakeImapServer {
  readonly folders = new Map<string, FakeFolder>([['INBOX', { validity: 1, mails: [] }]]);
  /** What clients have said, without their passwords. */
  readonly said: string[] = [];
  /** The connection is cut after so many mails of a FETCH. */
  cutAfter = Number.POSITIVE_INFINITY;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor(private readonly options: FakeServerOptions = {}) {
    const { certificate, starttls } = options;
    const greet = (socket: Socket) => {
      this.sockets.add(socket);
      new Session(this, socket, options).greet();
    };
    this.server = certificate && !starttls ? createTlsServer(certificate, greet) : createServer(greet);
    this.server.on('tlsClientError', () => undefined);
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Puts a mail into a folder under the next number. */
  deliver(raw: string | Buffer, more: Partial<Omit<FakeMail, 'raw'>> & { readonly folder?: string } = {}): void {
    const { folder = 'INBOX', ...given } = more;
    const there = this.folders.get(folder) ?? { validity: 1, mails: [] };
    this.folders.set(folder, there);
    const uid = (there.mails.at(-1)?.uid ?? 0) + 1;
    there.mails.push({ uid, raw: Buffer.from(raw), arrived: new Date('2026-05-02T10:00:00Z'), ...given });
  }

  /** The folder is numbered anew, as after a server has moved. */
  renumber(folder: string): void {
    const there = this.folders.get(folder);
    if (!there) return;
    there.validity++;
    there.mails = there.mails.map((mail, index) => ({ ...mail, uid: index + 1 }));
  }
}

/** One connection. */
class Session {
  private waiting = Buffer.alloc(0);
  private folder: FakeFolder | null = null;

  constructor(
    private readonly box: FakeImapServer,
    private socket: Socket,
    private readonly options: FakeServerOptions,
  ) {}

  greet(): void {
    this.listen();
    this.say(`* OK [CAPABILITY IMAP4rev1${this.mayUpgrade ? ' STARTTLS' : ''}] ready`);
  }

  private get mayUpgrade(): boolean {
    return Boolean(this.options.starttls) && !(this.socket instanceof TLSSocket);
  }

  private listen(): void {
    this.socket.on('error', () => undefined);
    this.socket.on('data', (chunk) => {
      this.waiting = Buffer.concat([this.waiting, chunk]);
      for (let end = this.waiting.indexOf('\r\n'); end >= 0; end = this.waiting.indexOf('\r\n')) {
        const line = this.waiting.subarray(0, end).toString();
        this.waiting = this.waiting.subarray(end + 2);
        this.obey(line);
      }
    });
  }

  private say(line: string | Buffer): void {
    this.socket.write(Buffer.concat([Buffer.from(line), Buffer.from('\r\n')]));
  }

  private obey(line: string): void {
    const [, tag = '', command = '', rest = ''] = /^(\S+) ((?:UID )?\S+)(?: (.*))?$/u.exec(line) ?? [];
    const name = command.toUpperCase();
    this.box.said.push(name === 'LOGIN' ? 'LOGIN' : `${name} ${rest}`.trim());
    const done = (answer: string) => this.say(`${tag} ${answer}`);
    if (name === 'CAPABILITY') this.say(`* CAPABILITY IMAP4rev1${this.mayUpgrade ? ' STARTTLS' : ''}`);
    if (name === 'STARTTLS') return this.upgrade(done);
    if (name === 'LOGIN' && !this.knows(rest)) return done('NO [AUTHENTICATIONFAILED] Invalid credentials of ann');
    if (name === 'LIST') this.list(rest);
    if (name === 'EXAMINE' || name === 'SELECT') {
      this.folder = this.box.folders.get(unquoted(rest.split(' (')[0] ?? '')) ?? null;
      if (!this.folder) return done('NO [NONEXISTENT] no such folder');
      this.say(`* ${this.folder.mails.length} EXISTS`);
      this.say(`* OK [UIDVALIDITY ${this.folder.validity}] numbering`);
      this.say(`* OK [UIDNEXT ${(this.folder.mails.at(-1)?.uid ?? 0) + 1}] what comes next`);
      return done(name === 'EXAMINE' ? 'OK [READ-ONLY] opened' : 'OK [READ-WRITE] opened');
    }
    if (name === 'UID SEARCH') this.say(`* SEARCH ${this.search(rest).join(' ')}`.trimEnd());
    if (name === 'UID FETCH' && !this.fetch(rest)) return;
    done('OK done');
    if (name === 'LOGOUT') this.socket.end();
  }

  private upgrade(done: (answer: string) => void): void {
    done('OK begin');
    this.socket.removeAllListeners('data');
    this.socket = new TLSSocket(this.socket, { isServer: true, ...this.options.certificate });
    this.listen();
  }

  private knows(rest: string): boolean {
    const { user = 'ann', password = 'spec-password' } = this.options;
    return rest === `"${user}" "${password}"` || rest === `${user} ${password}`;
  }

  private list(rest: string): void {
    const wanted = unquoted(rest.split(' ').slice(1).join(' '));
    for (const name of this.box.folders.keys())
      if (['*', '%', name].includes(wanted)) this.say(`* LIST () "/" "${name}"`);
  }

  private search(rest: string): number[] {
    const mails = this.folder?.mails ?? [];
    const from = Number(/UID (\d+):\*/iu.exec(rest)?.[1] ?? 1);
    const since = Date.parse(`${/SINCE "?(\d+-\w+-\d+)/iu.exec(rest)?.[1] ?? '1-Jan-1970'} UTC`);
    const last = mails.at(-1)?.uid;
    return mails
      .filter(({ uid }) => uid >= from || uid === last)
      .filter(({ arrived, isSeen }) => arrived.getTime() >= since && !(isSeen && /UNSEEN/iu.test(rest)))
      .map(({ uid }) => uid);
  }

  /** @returns false where the connection was cut */
  private fetch(rest: string): boolean {
    const uids = numbersIn(rest.split(' ')[0] ?? '');
    const most = Number(/<0\.(\d+)>/u.exec(rest)?.[1] ?? Number.POSITIVE_INFINITY);
    let said = 0;
    for (const [index, mail] of (this.folder?.mails ?? []).entries()) {
      if (!uids.includes(mail.uid)) continue;
      if (said++ >= this.box.cutAfter) {
        this.socket.destroy();
        return false;
      }
      const source = mail.raw.subarray(0, most);
      const head = `* ${index + 1} FETCH (UID ${mail.uid} INTERNALDATE "${dated(mail.arrived)}" BODYSTRUCTURE ${structure(mail)} BODY[]<0> {${source.length}}\r\n`;
      this.socket.write(Buffer.concat([Buffer.from(head), source]));
      this.say(')');
    }
    return true;
  }
}

const unquoted = (text: string) => text.trim().replace(/^"(.*)"$/u, '$1');

/** `1,3:5` */
const numbersIn = (set: string): number[] =>
  set.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split(':').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dated = (at: Date) =>
  `${String(at.getUTCDate()).padStart(2, ' ')}-${MONTHS[at.getUTCMonth()]}-${at.getUTCFullYear()} ${at.toISOString().slice(11, 19)} +0000`;

const TEXT = '("TEXT" "PLAIN" NIL NIL NIL "8BIT" 1 1 NIL NIL NIL NIL)';
const FILE =
  '("APPLICATION" "PDF" ("NAME" "a.pdf") NIL NIL "BASE64" 1 NIL ("ATTACHMENT" ("FILENAME" "a.pdf")) NIL NIL)';
const structure = ({ files = 0 }: FakeMail) =>
  files ? `(${TEXT}${FILE.repeat(files)} "MIXED" NIL NIL NIL NIL)` : TEXT;
