import type { IncomingComment } from '@moodline/comments/api';
import type { RejectedRow, SchedulePreset, SourceCheck, Words } from '@moodline/sources/contract';
import type * as z from 'zod';
import type { SourceHttp } from './http/source-http';

/** What people are told about a kind of source before they add one. The fields of the form come from `config` and `secrets`. */
export interface ConnectorDescription {
  /** Kebab-case, for ever: it is stored with each source. */
  readonly kind: string;
  readonly title: Words;
  /** One sentence: what it reads. */
  readonly about: Words;
  /** One or two sentences: limits and terms of the site that matter to those who use it. */
  readonly terms: Words;
  /** Page of the site about its interface or about getting a key. */
  readonly docs: string | null;
  /** True when {@link ConnectorContext.since} is honoured. */
  readonly backfill: boolean;
  /** What suits most; null when the comments are sent to Moodline. */
  readonly schedule: SchedulePreset | null;
  /**
   * `api`: an interface that the site offers for programs, so its rules are the site's terms. `pages`: addresses of the open web,
   * for which robots.txt is asked and its Crawl-delay kept.
   */
  readonly access: 'api' | 'pages';
}

/**
 * Comments a source handed over in one go. Ids, texts and times need not be checked here: what cannot be a comment
 * is rejected later, one by one (see `admission.ts`).
 */
export interface SourcePage<Cursor> {
  /** Things that were looked at, readable or not. */
  readonly rows: number;
  /** A comment that was edited at the source comes again under the same id: its text and engagement are followed. */
  readonly comments: readonly IncomingComment[];
  /** What the connector could not read. A single bad thing never stops the others. */
  readonly rejected?: readonly RejectedRow[];
  /** Comments left out on purpose, for example those of the shop itself. */
  readonly filtered?: number;
  /** Ids of comments that the source says were deleted. */
  readonly deletedIds?: readonly string[];
  /** Where reading goes on after this page. Kept in the transaction that stores the page. */
  readonly cursor: Cursor;
  /** The source said that nothing has changed. */
  readonly notModified?: boolean;
}

/** What a connector works with. */
export interface ConnectorContext<Secrets> {
  /** The only way to the network: polite, guarded, counted. It stops with {@link signal}. */
  readonly http: SourceHttp;
  /** The secrets of the source, opened. */
  readonly secrets: Secrets;
  /** Address of one of the connector's fixed `sites`, without a slash at the end. */
  site(name: string): string;
  /** Zone of the workspace: times without a zone are local to it where the source has no zone of its own. */
  readonly timeZone: string;
  /** The clock. */
  now(): Date;
  /** How far back the first reading goes. */
  readonly since: Date;
  readonly signal: AbortSignal;
}

/** An answer to a comment that is to be published at the site, by the account whose key the source has. */
export interface AnswerToSend {
  /** Id of the comment at the site, and of the one that it answers itself. */
  readonly externalId: string;
  readonly parentId: string | null;
  readonly text: string;
  /** The same for every attempt to send these words to this comment: sites that know such keys publish them once. */
  readonly key: string;
}

/** How a connector answers comments at its site. */
export interface Answers<Config, Secrets> {
  /** Whether a person has allowed it in the settings, and has given the key for it. */
  allowed(config: Config, secrets: Secrets): boolean;
  /**
   * Publishes an answer. Asks once ({@link HttpRequest.once}): a second attempt might publish it twice.
   * @returns the address of the answer, where the site tells it
   * @throws SourceError
   */
  send(config: Config, answer: AnswerToSend, context: ConnectorContext<Secrets>): Promise<string | null>;
}

/**
 * Reads one kind of source. A connector knows the site and nothing of runs, schedules or the database; it holds no state.
 * docs/adding-a-source.md shows how to write one.
 */
export interface Connector<Config, Cursor, Secrets = Record<string, never>> {
  readonly description: ConnectorDescription;
  /** Settings people enter; each field carries its words with `field()`. */
  readonly config: z.ZodType<Config>;
  /** Keys people enter; each field carries its words with `field()`. */
  readonly secrets: z.ZodType<Secrets>;
  /** What the connector wrote as cursor; anything else means: from the beginning. */
  readonly cursor: z.ZodType<Cursor>;
  /** Addresses of the site by a short name, for connectors that read one site only. */
  readonly sites?: Readonly<Record<string, string>>;
  /**
   * Does the source work, and what would it bring?
   * @throws SourceError
   */
  check(config: Config, context: ConnectorContext<Secrets>): Promise<SourceCheck>;
  /**
   * What is new since the cursor, page by page; the oldest pages first where the site allows it. Ends when there is no more.
   * @throws SourceError
   */
  fetchSince(config: Config, cursor: Cursor, context: ConnectorContext<Secrets>): AsyncIterable<SourcePage<Cursor>>;
  /** Absent where nothing can be answered through the interface of the site. */
  readonly answers?: Answers<Config, Secrets>;
}

/** A connector among others, whatever it reads. */
export type AnyConnector = Connector<unknown, unknown, unknown>;
