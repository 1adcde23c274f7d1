import type { ConnectionOptions } from 'node:tls';
import { ImapFlow, type FetchMessageObject, type MessageStructureObject } from 'imapflow';
import type { SourceHttp } from '../http/source-http';
import { SourceError } from '../source.errors';
import { mailProblem, noFolder, type MailServer } from './imap-errors';
import type { RawMail } from './mail-comment';

/** Of each mail so many bytes are read: its words stand before its files. */
const READ_BYTES = 256_000;
/** What an answer may hold at most: a page of mails. */
const MOST_BYTES = 40_000_000;
const TIMEOUT_MS = 20_000;
/** Folders that are named where one is not found. */
const MOST_NAMED = 20;

/** How a mailbox is opened. */
export interface MailboxKeys {
  readonly user: string;
  readonly password: string;
}

export interface OpenMailbox {
  readonly server: MailServer;
  readonly keys: MailboxKeys;
  readonly http: SourceHttp;
  readonly signal: AbortSignal;
  /** More trust than that of the machine, for tests. */
  readonly tls: ConnectionOptions;
}

/** A folder as it stands. */
export interface OpenedFolder {
  /** UIDVALIDITY: with another number, all numbers of mails are others. */
  readonly validity: string;
  readonly mails: number;
  /** The highest number that a mail of it can have had when it was opened; 0 where the server does not say. */
  readonly last: number;
}

/**
 * A connection to a mailbox that is read and never changed: folders are opened with EXAMINE, and mails are looked at with PEEK, so that nothing is
 * marked as read. It goes to the address that the guard of the sources has let through, and ends with the run.
 */
export class Mailbox {
  private constructor(
    private readonly client: ImapFlow,
    private readonly open: OpenMailbox,
  ) {}

  /** Connects and signs in, works with the mailbox, and signs out whatever happens. @throws SourceError; the reason of the signal where it is aborted */
  static async use<T>(open: OpenMailbox, work: (mailbox: Mailbox) => Promise<T>): Promise<T> {
    const mailbox = await Mailbox.connect(open);
    try {
      return await work(mailbox);
    } finally {
      mailbox.close();
    }
  }

  /** @throws as {@link use}; close it afterwards */
  static async connect(open: OpenMailbox): Promise<Mailbox> {
    const { server, keys, http, signal, tls } = open;
    const { host, port, security } = server;
    if (security === 'plain' && !http.isOwnNetwork(host))
      throw new SourceError(
        'address-refused',
        `Without encryption, passwords and mails are read along the way: Moodline connects so only to hosts that the operator allows (FEED_ALLOWED_HOSTS). Choose TLS for ${host}.`,
      );
    const address = await http.addressOf(host);
    signal.throwIfAborted();
    const client = new ImapFlow({
      ...{ host: address, servername: host, port, secure: security === 'tls' },
      ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
      auth: { user: keys.user, pass: keys.password },
      ...{ logger: false, disableAutoIdle: true, disableCompression: true, qresync: false, tls: { ...tls } },
      ...{ connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
      ...{ maxLiteralSize: READ_BYTES * 2, maxLineLength: MOST_BYTES, maxResponseSize: MOST_BYTES },
      clientInfo: { name: 'Moodline' },
    });
    const mailbox = new Mailbox(client, open);
    // The same error rejects what waits for an answer; without a listener it would end the process.
    client.on('error', () => undefined);
    signal.addEventListener('abort', mailbox.close, { once: true });
    await mailbox.ask(() => client.connect());
    return mailbox;
  }

  readonly close = (): void => {
    this.open.signal.removeEventListener('abort', this.close);
    this.client.close();
  };

  /** Opens a folder to be read only. @throws SourceError `source-not-found`, naming those that are there */
  async folder(name: string): Promise<OpenedFolder> {
    try {
      const { uidValidity, uidNext, exists } = await this.client.mailboxOpen(name, { readOnly: true });
      this.open.http.took(1, 0);
      return { validity: String(uidValidity), mails: exists, last: Math.max(0, (uidNext || 1) - 1) };
    } catch (error) {
      this.open.signal.throwIfAborted();
      if (!(error as { mailboxMissing?: boolean }).mailboxMissing) throw mailProblem(error, this.open.server);
      const there = await this.ask(() => this.client.list());
      throw noFolder(
        name,
        this.open.server.host,
        there.slice(0, MOST_NAMED).map(({ path }) => path),
      );
    }
  }

  /** Numbers of the mails of the open folder from one number on, those that came since a time, ascending. */
  async numbers(from: number, { since, unseen }: { since: Date | null; unseen: boolean }): Promise<number[]> {
    const query = { uid: `${from}:*`, ...(since && { since }), ...(unseen && { seen: false }), deleted: false };
    const found = await this.ask(() => this.client.search(query, { uid: true }));
    if (!found)
      throw new SourceError('malformed-answer', `${this.open.server.host} could not say which mails are new.`);
    // "n:*" always holds the last mail, even where its number is smaller.
    return found.filter((uid) => uid >= from).sort((a, b) => a - b);
  }

  /** Mails of the open folder by their numbers, ascending; one that was deleted meanwhile is missing. */
  async mails(uids: readonly number[]): Promise<RawMail[]> {
    const query = { uid: true, internalDate: true, bodyStructure: true, source: { start: 0, maxLength: READ_BYTES } };
    const found = await this.ask(() => this.client.fetchAll(uids.join(','), query, { uid: true }));
    const mails = found.filter(({ uid }) => uids.includes(uid)).flatMap(rawMail);
    this.open.http.took(
      0,
      mails.reduce((sum, { source }) => sum + source.length, 0),
    );
    return mails.sort((a, b) => a.uid - b.uid);
  }

  private async ask<T>(work: () => Promise<T>): Promise<T> {
    this.open.http.took(1, 0);
    try {
      return await work();
    } catch (error) {
      this.open.signal.throwIfAborted();
      throw mailProblem(error, this.open.server);
    }
  }
}

function rawMail({ uid, source, internalDate, bodyStructure }: FetchMessageObject): RawMail[] {
  if (!source) return [];
  const arrived = new Date(internalDate ?? Number.NaN);
  return [{ uid, source, arrived, attachments: bodyStructure ? filesIn(bodyStructure) : 0 }];
}

/** Parts that are files; pictures that stand in the text are none. */
function filesIn({ childNodes = [], disposition, type, id }: MessageStructureObject): number {
  if (childNodes.length) return childNodes.reduce((sum, node) => sum + filesIn(node), 0);
  if (disposition?.toLowerCase() === 'attachment') return 1;
  const isShown = /^(?:text|multipart)\//iu.test(type) || Boolean(id) || disposition?.toLowerCase() === 'inline';
  return isShown ? 0 : 1;
}
