import type { FaultKind } from './engine/engine-fault';
import type { ModelStatus } from './language-model';
import {
  InputTooLongError,
  ModelUnavailableError,
  UnusableAnswerError,
  WritingInterruptedError,
} from './language-model.errors';
import { ModelChild } from './model-child';
import type {
  Answer,
  ChooseMessage,
  FeaturesMessage,
  ReadingsMessage,
  FromModel,
  ModelProcessArguments,
  WorkMessage,
  WriteMessage,
} from './model-messages';

const MEGABYTE = 1024 * 1024;
const DEFAULT_MEMORY_LIMIT_MB = 1_200;
const DEFAULT_RESTART_DELAY_MS = 250;
const LONGEST_DELAY_MS = 30_000;
/** One step of the child takes well under a second, a cold load some seconds. */
const DEFAULT_HUNG_AFTER_MS = 120_000;
/** A request in flight when the child dies is sent again this often; a text that kills the child must not do so for ever. */
const TRIES_AFTER_CRASH = 2;
/** Deaths without an answer in between, after which requests are turned away at once. The child is still started again. */
const DEATHS_BEFORE_FAILED = 5;

export interface SupervisorOptions {
  /** Script of the child process. */
  readonly entry: string;
  readonly place: ModelProcessArguments;
  /** Memory of the child, in megabytes, beyond which it is replaced between two requests; 1,200 by default. */
  readonly memoryLimitMb?: number;
  /** Pause before the first restart, in milliseconds; doubled with each death up to 30 s. */
  readonly restartDelayMs?: number;
  /** Silence of a busy child after which it is killed and replaced, in milliseconds; two minutes by default. */
  readonly hungAfterMs?: number;
  /** Told why, each time the child ends unexpectedly or fails on a request. */
  readonly onProblem?: (problem: string) => void;
}

export type Work =
  Omit<ChooseMessage, 'id'> | Omit<FeaturesMessage, 'id'> | Omit<ReadingsMessage, 'id'> | Omit<WriteMessage, 'id'>;

export interface Listening {
  readonly signal?: AbortSignal | undefined;
  readonly onPiece?: (piece: string) => void;
}

interface Request {
  readonly message: WorkMessage;
  readonly onPiece: (piece: string) => void;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
  sent: boolean;
  streamed: boolean;
  crashes: number;
}

/** Keeps one child process alive and sees that each request is answered once: by it, by its successor, or by an error. */
export class ModelSupervisor {
  private readonly requests = new Map<number, Request>();
  private child: ModelChild | null = null;
  private state: ModelStatus['state'] = 'starting';
  private problem: string | null = null;
  private restart: NodeJS.Timeout | null = null;
  private deaths = 0;
  private lastId = 0;
  /** The child has grown too big: it gets no new work and is replaced when it has answered. */
  private outgrown = false;
  private closed = false;

  constructor(private readonly options: SupervisorOptions) {}

  /** What the child is doing now. */
  status(): Omit<ModelStatus, 'model'> {
    return { state: this.state, pid: this.child?.pid ?? null, problem: this.problem };
  }

  /** Starts the child unless it runs or is about to. */
  start(): void {
    if (this.child || this.restart || this.closed) return;
    this.child = new ModelChild({
      entry: this.options.entry,
      place: this.options.place,
      hungAfterMs: this.options.hungAfterMs ?? DEFAULT_HUNG_AFTER_MS,
      onMessage: (message) => this.hear(message),
      onExit: (problem) => this.bury(problem),
      isBusy: () => this.state !== 'ready' || this.inFlight(),
    });
  }

  /**
   * Has the child do some work.
   * @throws ModelUnavailableError, WritingInterruptedError, InputTooLongError, UnusableAnswerError, or the signal's reason.
   */
  ask(work: Work, { signal, onPiece = () => undefined }: Listening = {}): Promise<Answer> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.closed) return Promise.reject(new ModelUnavailableError('it is shutting down.'));
    if (this.state === 'failed')
      return Promise.reject(new ModelUnavailableError(this.problem ?? 'it cannot be started.'));
    this.start();
    const id = ++this.lastId;
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    this.requests.set(id, {
      message: { ...work, id },
      onPiece,
      resolve,
      reject,
      sent: false,
      streamed: false,
      crashes: 0,
    });
    const cancel = () => this.cancel(id, signal?.reason);
    signal?.addEventListener('abort', cancel, { once: true });
    this.send();
    return promise.finally(() => signal?.removeEventListener('abort', cancel));
  }

  /** Ends the child for good; requests still waiting are rejected. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.restart) clearTimeout(this.restart);
    this.restart = null;
    this.rejectAll(new ModelUnavailableError('it is shutting down.'));
    await this.child?.stop();
  }

  private send(): void {
    if (this.state !== 'ready' || this.outgrown) return;
    for (const request of this.requests.values()) {
      if (request.sent) continue;
      request.sent = true;
      this.child?.send(request.message);
    }
  }

  private cancel(id: number, reason: unknown): void {
    const request = this.take(id);
    if (request?.sent) this.child?.send({ type: 'cancel', id });
    request?.reject(reason);
  }

  private hear(message: FromModel): void {
    switch (message.type) {
      case 'ready':
        this.state = 'ready';
        this.problem = null;
        return this.send();
      case 'piece':
        return this.stream(message.id, message.piece);
      case 'answer':
        this.deaths = 0;
        this.take(message.id)?.resolve(message.answer);
        return this.weigh(message.rss);
      case 'refused':
        this.refuse(message.id, message.fault, message.message);
        return this.weigh(message.rss);
      case 'alive':
        return this.weigh(message.rss);
      case 'failed':
        return;
    }
  }

  private stream(id: number, piece: string): void {
    const request = this.requests.get(id);
    if (!request) return;
    request.streamed = true;
    try {
      request.onPiece(piece);
    } catch (error) {
      this.cancel(id, error);
    }
  }

  private refuse(id: number, fault: FaultKind, message: string): void {
    if (fault === 'input-too-long') return this.take(id)?.reject(new InputTooLongError());
    this.options.onProblem?.(message);
    this.take(id)?.reject(new UnusableAnswerError());
  }

  /** Replaces a child that has grown too big, once nothing is in flight. */
  private weigh(rss: number): void {
    this.outgrown ||= rss > (this.options.memoryLimitMb ?? DEFAULT_MEMORY_LIMIT_MB) * MEGABYTE;
    if (this.outgrown && !this.inFlight()) void this.child?.stop();
  }

  /** The child is gone: what it had in flight goes to its successor, or is rejected. */
  private bury(problem: string): void {
    const replaced = this.outgrown && !this.inFlight();
    this.child = null;
    this.outgrown = false;
    if (this.closed) return;
    const delay = replaced ? 0 : (this.options.restartDelayMs ?? DEFAULT_RESTART_DELAY_MS) * 2 ** this.deaths;
    if (!replaced) {
      this.deaths++;
      this.problem = problem;
      this.options.onProblem?.(problem);
    }
    this.state = this.deaths >= DEATHS_BEFORE_FAILED ? 'failed' : 'restarting';
    this.tryAgainOrReject();
    if (this.state === 'failed') this.rejectAll(new ModelUnavailableError(problem));
    this.restart = setTimeout(
      () => {
        this.restart = null;
        this.start();
      },
      Math.min(delay, LONGEST_DELAY_MS),
    );
  }

  private tryAgainOrReject(): void {
    for (const [id, request] of this.requests) {
      if (!request.sent) continue;
      request.sent = false;
      request.crashes++;
      if (request.streamed) this.take(id)?.reject(new WritingInterruptedError());
      else if (request.crashes > TRIES_AFTER_CRASH)
        this.take(id)?.reject(new ModelUnavailableError(this.problem ?? 'it ended.'));
    }
  }

  private rejectAll(reason: Error): void {
    for (const id of [...this.requests.keys()]) this.take(id)?.reject(reason);
  }

  private take(id: number): Request | undefined {
    const request = this.requests.get(id);
    this.requests.delete(id);
    return request;
  }

  private inFlight(): boolean {
    return [...this.requests.values()].some((request) => request.sent);
  }
}
