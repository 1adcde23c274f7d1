import { pause } from '@moodline/shared/work';
import type { Headers } from 'undici';
import type * as z from 'zod';
import { withoutNonNumbers } from '../../incoming/json-values';
import { SourceError } from '../source.errors';
import { decodeText } from './decoding';
import type { HttpLine, LineAnswer } from './http-line';
import { connectionError, isTransient, statusError } from './http.errors';
import { RedirectCookies } from './redirect-cookies';
import { robotRules, type RobotRules } from './robots';

const MAX_BYTES = 5_000_000;
const MAX_ROBOTS_BYTES = 500_000;
const MAX_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const FOR_GOOD: readonly number[] = [301, 308];
/** Times a request is tried again after a failure that may be over in a moment. */
const MAX_RETRIES = 2;

/** What the server said about the version it sent, to be told when asking again. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** How something is asked for. With `json` or `form` it is a POST. */
export interface HttpRequest {
  /** Added to the address; what is undefined is left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Goes to the host of the address only, not to where it may redirect. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  /** Asks whether something changed; the answer may be `notModified`. */
  readonly validators?: Validators;
  /** Default 5 MB, unpacked. */
  readonly maxBytes?: number;
  /** What is longer is cut there instead of refused: {@link HttpAnswer.cut}. */
  readonly cut?: boolean;
  /** Whether robots.txt is asked; by default so for connectors with `access: 'pages'`. */
  readonly robots?: boolean;
  /** Never tried again: what was asked for may have happened although no answer came. */
  readonly once?: boolean;
  /** Knows what a site means by an answer other than 200; null where the status says it all. */
  readonly explain?: (answer: HttpAnswer) => SourceError | null;
}

/** An answer of a site. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  /** Answer 304: nothing changed since the version of the validators. */
  readonly notModified: boolean;
  /** The body was longer than allowed, and its end is missing. */
  readonly cut: boolean;
  /** Those of this version; of the former one when nothing changed. */
  readonly validators: Validators;
  /** Where the answer came from in the end. */
  readonly url: string;
  /** Where the site says that the address has moved to for good (RFC 9110, 301 and 308); the address that was asked where it has not. */
  readonly lastingUrl: string;
  /** The body as text, in whichever encoding it came. */
  text(): string;
}

/** What a client has cost the sites so far; bytes as unpacked. */
export interface HttpUsage {
  readonly requests: number;
  readonly bytes: number;
}

/** Whom a client works for. */
export interface HttpOwner {
  readonly robots: boolean;
  /** Texts that must not appear in any message. */
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
}

/** The client of one run: polite (by turns, conditional, robots.txt), careful (bounded in time, size and place), and counted. */
export class SourceHttp {
  private requests = 0;
  private bytes = 0;

  constructor(
    private readonly line: HttpLine,
    private readonly owner: HttpOwner,
  ) {}

  get usage(): HttpUsage {
    return { requests: this.requests, bytes: this.bytes };
  }

  /**
   * Asks for something. Trouble of the network and of the server is tried again twice.
   * @throws SourceError; when the run is stopped, the reason of its signal
   */
  async fetch(address: string, request: HttpRequest = {}): Promise<HttpAnswer> {
    const url = withQuery(address, request.query);
    try {
      return await this.attempt(url, request);
    } catch (error) {
      if (this.owner.signal.aborted) throw this.owner.signal.reason;
      throw this.discreet(connectionError(error, url.host));
    }
  }

  /**
   * Asks for JSON of a certain form.
   * @throws SourceError `malformed-answer` when it has another form, else as {@link fetch}
   */
  async json<T>(
    schema: z.ZodType<T>,
    address: string,
    request: HttpRequest = {},
  ): Promise<{ readonly data: T; readonly headers: Headers }> {
    const answer = await this.fetch(address, {
      ...request,
      headers: { accept: 'application/json', ...request.headers },
    });
    return { data: this.read(schema, answer), headers: answer.headers };
  }

  /**
   * The JSON of an answer, when it has a certain form. For requests with validators, whose answer may be that nothing changed.
   * @throws SourceError `malformed-answer`
   */
  read<T>(schema: z.ZodType<T>, answer: HttpAnswer): T {
    const result = schema.safeParse(parseJson(answer));
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    throw this.discreet(
      new SourceError(
        'malformed-answer',
        `The answer of ${new URL(answer.url).host} is not what its interface promises (${issue?.path.join('.') || 'the whole'}: ${issue?.message}). The site may have changed it; nothing was lost, Moodline tries again at the next time.`,
      ),
    );
  }

  /**
   * An address of a host that may be connected to, for what speaks another protocol than HTTP. The connection has to go to this very address, and what
   * it costs is told by {@link took}.
   * @throws SourceError
   */
  async addressOf(host: string): Promise<string> {
    try {
      return await this.line.addressOf(host);
    } catch (error) {
      throw connectionError(error, host);
    }
  }

  /** Whether a host is one of those in private networks that the operator allows. */
  isOwnNetwork(host: string): boolean {
    return this.line.mayBePrivate(host);
  }

  /** Counts what was asked and read by another protocol. */
  took(requests: number, bytes: number): void {
    this.requests += requests;
    this.bytes += bytes;
  }

  private async attempt(url: URL, request: HttpRequest): Promise<HttpAnswer> {
    for (let retries = 0; ; retries++) {
      try {
        return this.understood(await this.follow(url, request), request);
      } catch (error) {
        this.owner.signal.throwIfAborted();
        const known = connectionError(error, url.host);
        if (request.once || !isTransient(known) || retries === MAX_RETRIES) throw known;
        await pause(this.line.options.retryMs * 3 ** retries * (0.75 + Math.random() / 2), this.owner.signal);
      }
    }
  }

  private understood(answer: HttpAnswer, { explain }: HttpRequest): HttpAnswer {
    if (answer.notModified || (answer.status >= 200 && answer.status < 300)) return answer;
    throw explain?.(answer) ?? statusError(answer, new URL(answer.url));
  }

  private async follow(start: URL, request: HttpRequest): Promise<HttpAnswer> {
    const body = bodyOf(request);
    const cookies = new RedirectCookies();
    let url = start;
    let lasting = start;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      this.line.assertUrl(url);
      const restMs = (request.robots ?? this.owner.robots) ? await this.askRobots(url) : 0;
      const headers = {
        ...(url.origin === start.origin ? request.headers : {}),
        ...cookies.of(url),
        ...conditions(request.validators),
        ...body?.headers,
      };
      const answer = await this.send({
        url,
        headers,
        restMs,
        body: body?.text,
        maxBytes: request.maxBytes ?? MAX_BYTES,
        cut: request.cut ?? false,
      });
      const location = answer.headers.get('location');
      if (!REDIRECTS.includes(answer.status) || !location)
        return answerOf(answer, { url, lasting, former: request.validators });
      if (body)
        throw new SourceError(
          'source-unexpected-answer',
          `${url.host} sends to another address what was meant for it, which is not followed. The site may have moved.`,
        );
      cookies.keep(url, answer.headers);
      const target = redirectTarget(location, url);
      // What is behind a redirect for the time being is not known to last.
      if (lasting === url && FOR_GOOD.includes(answer.status)) lasting = target;
      url = target;
    }
    throw new SourceError(
      'too-many-redirects',
      `${start.host} sends from one address to the next without end. Check the address in a browser.`,
    );
  }

  private async send({
    body,
    ...request
  }: {
    url: URL;
    headers: Record<string, string>;
    restMs: number;
    body?: string;
    maxBytes: number;
    cut: boolean;
  }): Promise<LineAnswer> {
    this.requests++;
    const answer = await this.line.send({
      ...request,
      ...(body === undefined ? { method: 'GET' } : { method: 'POST', body }),
      signal: this.owner.signal,
    });
    this.bytes += answer.body.length;
    return answer;
  }

  /** @returns how long to rest between two requests, in milliseconds */
  private async askRobots(url: URL): Promise<number> {
    const rules = await this.line.robots.of(url.origin, () => this.readRobots(url));
    if (rules.allows(url)) return rules.delayMs;
    throw new SourceError(
      'robots-refused',
      `The robots.txt of ${url.host} asks programs not to read ${url.pathname}, so nothing was read. Look whether the site offers a feed or an interface for programs.`,
    );
  }

  /** A site without robots.txt forbids nothing; one that cannot say just now is not read (RFC 9309, section 2.3.1). */
  private async readRobots({ origin }: URL): Promise<RobotRules> {
    const address = `${origin}/robots.txt`;
    const answer = await this.follow(new URL(address), { robots: false, maxBytes: MAX_ROBOTS_BYTES });
    if (answer.status === 429 || answer.status >= 500) throw statusError(answer, new URL(address));
    return robotRules(address, answer.status < 300 ? answer.text() : '');
  }

  /** Takes the secrets out of a message, as they are and as they stand in addresses. */
  private discreet(error: SourceError): SourceError {
    const hidden = this.owner.secrets
      .filter((secret) => secret.length > 3)
      .flatMap((secret) => [secret, encodeURIComponent(secret)]);
    error.message = hidden.reduce((message, secret) => message.replaceAll(secret, '…'), error.message);
    return error;
  }
}

function withQuery(address: string, query: HttpRequest['query'] = {}): URL {
  const url = URL.parse(address);
  if (!url)
    throw new SourceError(
      'source-not-found',
      'The address of this source is not complete. It should begin with https://.',
    );
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}

function bodyOf({ json, form }: HttpRequest): { text: string; headers: Record<string, string> } | null {
  if (json !== undefined) return { text: JSON.stringify(json), headers: { 'content-type': 'application/json' } };
  return form
    ? { text: new URLSearchParams(form).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } }
    : null;
}

function conditions({ etag, lastModified }: Validators = {}): Record<string, string> {
  return { ...(etag ? { 'if-none-match': etag } : {}), ...(lastModified ? { 'if-modified-since': lastModified } : {}) };
}

function answerOf(
  answer: LineAnswer,
  { url, lasting, former = {} }: { url: URL; lasting: URL; former: Validators | undefined },
): HttpAnswer {
  const { status, headers, body, cut = false } = answer;
  const notModified = status === 304;
  const validators = notModified ? former : validatorsOf(headers);
  return {
    status,
    headers,
    body,
    notModified,
    cut,
    validators,
    url: url.href,
    lastingUrl: lasting.href,
    text: () => decodeText(body, headers.get('content-type') ?? ''),
  };
}

function validatorsOf(headers: Headers): Validators {
  const etag = headers.get('etag')?.slice(0, 500);
  const lastModified = headers.get('last-modified')?.slice(0, 100);
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}

function redirectTarget(location: string, from: URL): URL {
  const target = URL.parse(location, from.href);
  if (!target) throw new SourceError('source-unexpected-answer', `${from.host} redirects to an address that is none.`);
  return target;
}

function parseJson(answer: HttpAnswer): unknown {
  try {
    return withoutNonNumbers(answer.text());
  } catch {
    throw new SourceError(
      'malformed-answer',
      `The answer of ${new URL(answer.url).host} is damaged: it is not JSON. Check the address; if it is right, the site has trouble of its own.`,
    );
  }
}
