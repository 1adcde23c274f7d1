import { createHash } from 'node:crypto';
import type { IncomingComment } from '@moodline/comments/api';
import { ownWords } from '@moodline/comments/contract';
import PostalMime, { type Email } from 'postal-mime';
import { htmlToText } from '../../incoming/html-text';

/** A mail as the server handed it over. */
export interface RawMail {
  readonly uid: number;
  /** Its beginning, up to a bound. */
  readonly source: Uint8Array;
  /** When the server got it. */
  readonly arrived: Date;
  /** Files that hang on it, by what the server says of its parts. */
  readonly attachments: number;
}

/** A mail as a comment, and the hashes by which it is told from others. */
export interface ReadMail {
  readonly comment: IncomingComment;
  /** Hash of its Message-ID; null where it has none. */
  readonly messageId: string | null;
  /** Hash of who wrote it when: two mails that bear one Message-ID are told apart by it, and lists that change a word of a mail make no other of it. */
  readonly content: string;
}

/** Longest text of a mail, in characters. Of a longer one first what it quotes is left out, then its end. */
const LONGEST = 20_000;
const LONGEST_SUBJECT = 300;
/** Deeper than any program of mail nests. */
const MOST_NESTED = 20;
const MOST_HEADERS = 200_000;
const HOUR_MS = 3_600_000;
/** A mailbox that has moved was delivered to anew years after its mails were written. */
const OLDEST_MS = 20 * 365 * 24 * HOUR_MS;

/** Reads a mail; its charsets, encodings and parts are the parser's work. @returns null where it cannot be read at all */
export async function readMail(raw: RawMail): Promise<ReadMail | null> {
  const limits = { maxNestingDepth: MOST_NESTED, maxHeadersSize: MOST_HEADERS, forceRfc822Attachments: true };
  // What a stranger sent may be no mail: the parser says so by throwing, and the others are read on.
  const mail = await PostalMime.parse(raw.source, limits).catch(() => null);
  if (!mail) return null;
  const text = textOf(mail, raw.attachments);
  const author = authorOf(mail);
  const publishedAt = timeOf(mail, raw.arrived);
  const messageId = idIn(mail.messageId);
  return {
    messageId: messageId && hashOf([messageId]),
    content: hashOf([author ?? '', mail.date || text]),
    comment: {
      externalId: commentId(hashOf(messageId ? [messageId] : [author ?? '', mail.date ?? '', text])),
      text,
      publishedAt,
      author,
      parentId: parentOf(mail),
      ...(isAutomatic(mail) ? { leftOut: 'bot' as const } : {}),
    },
  };
}

/** The id of a comment made of a hash. Message-IDs themselves name machines and people, and are not kept. */
export const commentId = (hash: string): string => `mail-${hash}`;

/** 132 bits of SHA-256. */
export const hashOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

/** Subject, unless it repeats the one that is answered, then the words of the mail without signature; at the end how many files hang on it. */
function textOf(mail: Email, attachments: number): string {
  const body = bodyOf(mail);
  const subject = oneLine(mail.subject ?? '').slice(0, LONGEST_SUBJECT);
  const repeats = Boolean(mail.inReplyTo) || /^(?:re|aw|sv|回复|回覆|答复|答覆|返信)\s*[:：]/iu.test(subject);
  const said = [repeats && body ? '' : subject, body].filter(Boolean).join('\n\n');
  const files = attachments ? `📎 ×${attachments}` : '';
  return [said, said && files].filter(Boolean).join('\n');
}

function bodyOf({ text, html }: Email): string {
  const written = tidy(text?.trim() ? text : htmlToText(html ?? ''));
  const own = written.split(/\n-- ?\n/u)[0]?.trim() || written;
  if (own.length <= LONGEST) return own;
  const short = ownWords(own) || own;
  return short.length <= LONGEST ? short : `${short.slice(0, LONGEST).toWellFormed()} …`;
}

/** Signs that steer a terminal or turn the direction of a text say nothing to a reader. */
const tidy = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, (sign) =>
      sign === '\n' || sign === '\t' ? sign : '',
    )
    .replace(/[^\S\n]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

const oneLine = (text: string): string => tidy(text).replace(/\s+/gu, ' ');

function authorOf({ from }: Email): string | null {
  const address = from?.address ?? from?.group?.[0]?.address ?? '';
  return (address || from?.name || '').trim().toLowerCase().slice(0, 320) || null;
}

/** When it was written, as far as that can be: a clock that goes ahead, or one that was never set, is not believed. */
function timeOf({ date }: Email, arrived: Date): Date {
  const written = new Date(date ?? Number.NaN);
  const age = arrived.getTime() - written.getTime();
  return age >= 0 && age < OLDEST_MS ? written : arrived;
}

/** The mail that it answers; where that is not said, the last one of its thread. */
function parentOf({ inReplyTo, references }: Email): string | null {
  const named = idIn(inReplyTo) ?? references?.match(/<[^<>\s]{1,998}>/gu)?.at(-1) ?? null;
  return named && commentId(hashOf([named]));
}

const idIn = (header: string | undefined): string | null => /<[^<>\s]{1,998}>/u.exec(header ?? '')?.[0] ?? null;

/** What a program sent: an automatic answer (RFC 3834), a report that a mail could not be delivered, or a mailing in bulk. */
function isAutomatic(mail: Email): boolean {
  const header = (key: string) =>
    mail.headers
      .find((one) => one.key === key)
      ?.value.trim()
      .toLowerCase();
  const submitted = header('auto-submitted');
  if (submitted && !/^no\b/u.test(submitted)) return true;
  if (/^<\s*>$/u.test(header('return-path') ?? '')) return true;
  if (/^(?:bulk|junk|auto_reply)\b/u.test(header('precedence') ?? '')) return true;
  if (header('x-autoreply') || header('x-autorespond')) return true;
  if (/^multipart\/report\b/u.test(header('content-type') ?? '')) return true;
  return /^(?:mailer-daemon|postmaster)@/u.test(authorOf(mail) ?? '');
}
