import { pause } from '@moodline/shared/work';
import { Agent, request, type Dispatcher } from 'undici';
import { InputTooLongError } from '../../language-model.errors';
import type { Priority } from '../../language-model';
import { ModelServerError } from '../backend.errors';
import { RequestSlots } from './request-slots';
import { LONGEST_WISH_MS, PATIENCE, retryAfterMs, retryDelay, type Patience } from './retry-delay';

export interface ServerRequestsOptions {
  /** Ends where `/chat/completions` begins. */
  readonly baseUrl: string;
  readonly key: string | null;
  /** Requests on their way at once. */
  readonly concurrency: number;
  readonly patience?: Patience;
  /** Longest silence of the server, in milliseconds: until its answer begins, and within the answer. */
  readonly timeoutMs?: number;
}

export interface Asking<Answer> {
  readonly body: object;
  /** Reads the answer. What it throws counts as a broken answer and is tried again, unless it is a `DomainError` or `mayRepeat` says no. */
  readonly read: (response: Dispatcher.ResponseData) => Promise<Answer>;
  readonly priority: Priority;
  readonly signal?: AbortSignal | undefined;
  /** Asked before each repetition; false once a part of the answer was passed on. */
  readonly mayRepeat?: () => boolean;
}

/** The server refused the request as it is; another kind of request may be answered. */
export class RequestRefused extends Error {
  constructor(
    readonly status: number,
    readonly words: string,
  ) {
    super(`The server answered ${status}.`);
  }
}

/** A fault that may be gone in a moment. */
class PassingFault extends Error {
  constructor(
    readonly problem: ModelServerError,
    readonly wishMs: number | null = null,
  ) {
    super(problem.message);
  }
}

const DEFAULT_TIMEOUT_MS = 120_000;
const CONNECT_TIMEOUT_MS = 10_000;
/** Bytes of an error that are read to understand it. */
const LONGEST_ERROR = 16_384;
const TOO_LONG = /context[ _-]?(length|window|size)|maximum.{0,40}tokens|too (long|many tokens)|max_model_len/i;

/** Sends requests to a model server: so many at once, again after a passing fault, and never with the key in an error. */
export class ServerRequests {
  private readonly agent: Agent;
  private readonly slots: RequestSlots;
  private readonly patience: Patience;
  private readonly host: string;

  constructor(private readonly options: ServerRequestsOptions) {
    const { concurrency, timeoutMs = DEFAULT_TIMEOUT_MS, patience = PATIENCE, baseUrl } = options;
    this.agent = new Agent({
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      connect: { timeout: Math.min(timeoutMs, CONNECT_TIMEOUT_MS) },
    });
    this.slots = new RequestSlots(concurrency);
    this.patience = patience;
    this.host = new URL(baseUrl).host;
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  /**
   * @throws ModelServerError when the server cannot be used or stays out of order; RequestRefused when it does not take this
   *   request; InputTooLongError; the signal's reason
   */
  async ask<Answer>(asking: Asking<Answer>): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      const release = await this.slots.take(asking.priority, asking.signal);
      let fault: PassingFault;
      try {
        return await this.askOnce(asking);
      } catch (error) {
        if (asking.signal?.aborted) throw asking.signal.reason;
        if (!(error instanceof PassingFault)) throw error;
        fault = error;
        if (fault.wishMs !== null && fault.wishMs <= LONGEST_WISH_MS) this.slots.pause(fault.wishMs);
      } finally {
        release();
      }
      const hopeless = (fault.wishMs ?? 0) > LONGEST_WISH_MS || attempt >= this.patience.retries;
      if (hopeless || asking.mayRepeat?.() === false) throw fault.problem;
      await pause(retryDelay(attempt, this.patience, fault.wishMs ?? 0), asking.signal);
    }
  }

  private async askOnce<Answer>({ body, read, signal }: Asking<Answer>): Promise<Answer> {
    const { key, baseUrl } = this.options;
    let response: Dispatcher.ResponseData;
    try {
      response = await request(`${baseUrl}/chat/completions`, {
        method: 'POST',
        dispatcher: this.agent,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...(key ? { authorization: `Bearer ${key}` } : {}),
        },
        body: JSON.stringify(body),
        ...(signal ? { signal } : {}),
      });
    } catch (error) {
      throw this.unreachable(error);
    }
    if (response.statusCode !== 200) throw await this.refusal(response);
    try {
      return await read(response);
    } catch (error) {
      if (error instanceof ModelServerError || error instanceof InputTooLongError || error instanceof RequestRefused)
        throw error;
      throw new PassingFault(
        new ModelServerError('model-server-broken', `The answer of ${this.host} broke off or could not be read.`),
      );
    } finally {
      // What was not read must not keep the connection.
      response.body.on('error', () => undefined).destroy();
    }
  }

  private unreachable(error: unknown): PassingFault {
    const code =
      (error as { code?: string; cause?: { code?: string } }).code ??
      (error as { cause?: { code?: string } }).cause?.code ??
      'no answer';
    const late = /TIMEOUT/.test(code);
    const text = late
      ? `${this.host} did not answer in time.`
      : `${this.host} cannot be reached (${code}). Check that the server runs and that the address is right.`;
    return new PassingFault(new ModelServerError(late ? 'model-server-timeout' : 'model-server-unreachable', text));
  }

  private async refusal(response: Dispatcher.ResponseData): Promise<Error> {
    const status = response.statusCode;
    const words = await errorWords(response, this.options.key);
    const wish = retryAfterMs(header(response, 'retry-after'));
    if (status === 429)
      return new PassingFault(
        new ModelServerError('model-server-busy', `${this.host} takes no more requests for now (429).`, { words }),
        wish,
      );
    if (status >= 500 && status !== 501)
      return new PassingFault(
        new ModelServerError('model-server-failed', `${this.host} failed (${status}).`, { words }),
        wish,
      );
    if (status === 401 || status === 403)
      return new ModelServerError(
        'model-server-key',
        `${this.host} refused the key (${status}). Enter a key that is valid there.`,
        { words },
      );
    if (status === 404)
      return new ModelServerError(
        'model-server-model',
        `${this.host} knows neither this address nor this model (404). Check the base URL (it mostly ends in /v1) and the name of the model.`,
        { words },
      );
    if (status >= 300 && status < 400)
      return new ModelServerError(
        'model-server-redirect',
        `${this.host} sends requests elsewhere (${status}). Enter the address it leads to.`,
      );
    return TOO_LONG.test(words) ? new InputTooLongError() : new RequestRefused(status, words);
  }
}

function header(response: Dispatcher.ResponseData, name: string): string | null {
  const value = response.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** The server's explanation, shortened; a key it repeats is blotted out. */
async function errorWords(response: Dispatcher.ResponseData, key: string | null): Promise<string> {
  let text = '';
  try {
    for await (const chunk of response.body) {
      text += String(chunk);
      if (text.length > LONGEST_ERROR) break;
    }
  } catch {
    // The status alone says enough.
  }
  const message = /"(?:message|detail)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? text;
  return (key ? message.replaceAll(key, '…') : message).slice(0, 300);
}
