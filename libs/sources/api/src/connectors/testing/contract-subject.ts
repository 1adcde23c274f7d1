import type { IncomingComment } from '@moodline/comments/api';
import type { AdmittedPage } from '../admission';
import type { AnyConnector } from '../connector';
import { HttpLine } from '../http/http-line';
import { openSource } from '../open-source';
import { readPages, type OpenSource } from '../page-reading';
import { PlaybackServer, type Mood } from './playback-server';

/** Ways in which a site can fail. */
export const FAULTS = {
  401: { mood: { status: 401 }, code: 'source-unauthorised' },
  403: { mood: { status: 403 }, code: 'source-blocked' },
  404: { mood: { status: 404 }, code: 'source-not-found' },
  429: { mood: { status: 429, headers: { 'retry-after': '120' } }, code: 'source-rate-limited' },
  503: { mood: { status: 503 }, code: 'source-unavailable' },
  'a time-out': { mood: 'silent', code: 'source-timed-out' },
  'a malformed body': {
    mood: { status: 200, headers: { 'content-type': 'application/json' }, body: '{"unexpected": [1, ' },
    code: 'malformed-answer',
  },
  'a body of another form': {
    mood: { status: 200, headers: { 'content-type': 'application/json' }, body: '{"surprise":true}' },
    code: 'malformed-answer',
  },
} as const satisfies Record<string, { mood: Mood; code: string }>;
export type FaultName = keyof typeof FAULTS;

/** A connector with the recording that its contract test plays. */
export interface ContractSubject {
  readonly connector: AnyConnector;
  /** Folder with `exchanges.json` (everything), `empty.json` (a source in which there is nothing) and the files they name. */
  readonly fixtures: string;
  /** Settings of the source; `origin` is the address of the player, for connectors whose address people enter. */
  readonly config: (origin: string) => Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** The site takes its key in the address and no other way. */
  readonly secretsInAddress?: boolean;
  /** The time of the recording. */
  readonly now: string;
  /** How far back the first reading goes; 30 days by default. */
  readonly since?: string;
  /** What the recording holds. */
  readonly expects: {
    readonly pages: number;
    /** Different comments on all pages together. */
    readonly comments: number;
    readonly first: Partial<IncomingComment>;
    readonly deletedIds?: readonly string[];
    /** Things on the pages that cannot be comments; 0 by default. */
    readonly rejected?: number;
  };
  /**
   * Where the things of a page stand in its JSON, as `data.items`; '' when it is the list itself. Only for sites that name the
   * next page beside the list and hand over the newest first.
   */
  readonly list?: string;
  /** Its next reading may end a page behind what it knows: as the first one does, in a recording of few pages. */
  readonly endsLate?: boolean;
  /** Where a connector knows more of a failure than its status. */
  readonly codes?: Partial<Record<FaultName, string>>;
}

/** What one reading of a subject brought. */
export interface Reading {
  readonly pages: readonly AdmittedPage<unknown>[];
  readonly comments: readonly IncomingComment[];
  readonly cursor: unknown;
  readonly error: unknown;
}

/** How a test reads: from where, at which time, until when. */
export interface ReadingOptions {
  readonly cursor?: unknown;
  readonly now?: Date;
  readonly since?: Date;
  readonly signal?: AbortSignal;
  readonly onPage?: (page: AdmittedPage<unknown>) => void;
}

const NEVER = new AbortController().signal;

/** Reads a subject from the player, as a run does it but without waiting. */
export class ContractBench {
  readonly server: PlaybackServer;
  private line = newLine('as-recorded');

  constructor(readonly subject: ContractSubject) {
    this.server = new PlaybackServer(subject.fixtures);
  }

  /** Begins anew with a recording. */
  async play(file = 'exchanges.json', mood: Mood = 'as-recorded'): Promise<void> {
    await this.line.onModuleDestroy();
    this.line = newLine(mood);
    this.server.play(file);
    this.server.mood = mood;
  }

  async close(): Promise<void> {
    await this.line.onModuleDestroy();
    await this.server.stop();
  }

  open({ now = new Date(this.subject.now), signal = NEVER, ...options }: ReadingOptions = {}): OpenSource {
    const { connector, config, secrets = {} } = this.subject;
    const since = options.since ?? this.subject.since;
    const sites = Object.fromEntries(Object.keys(connector.sites ?? {}).map((name) => [name, this.server.origin]));
    return openSource(connector, {
      line: this.line,
      signal,
      config: config(this.server.origin),
      secrets,
      sites,
      now: () => now,
      since: since ? new Date(since) : null,
    });
  }

  async read(options: ReadingOptions = {}): Promise<Reading> {
    const pages: AdmittedPage<unknown>[] = [];
    let error: unknown = null;
    try {
      for await (const page of readPages(this.open(options), options.cursor ?? {})) {
        pages.push(page);
        options.onPage?.(page);
      }
    } catch (caught) {
      error = caught;
    }
    return { pages, comments: pages.flatMap(({ comments }) => comments), cursor: pages.at(-1)?.cursor, error };
  }
}

/** Only of a server that says nothing an answer is given up soon: a busy machine may take its time with all others. */
function newLine(mood: Mood): HttpLine {
  return new HttpLine({
    allowedHosts: ['127.0.0.1'],
    userAgent: 'Moodline/test (+contract)',
    delayMs: 0,
    timeoutMs: mood === 'silent' ? 1500 : 30_000,
    retryMs: 1,
  });
}
