import { Worker } from 'node:worker_threads';
import { thrownError, type FromThread, type Question, type ToThread } from './thread-messages';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One thread that reads files, from its start to its end. */
export class ReaderThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private ended: Error | null = null;

  /** @param entry its built script */
  constructor(entry: string) {
    this.worker = new Worker(entry);
    this.worker.on('message', (message: FromThread) => this.hear(message));
    this.worker.on('error', (error: Error) => this.end(error));
    this.worker.on('exit', (code) => this.end(new Error(`The thread that read the file ended with code ${code}.`)));
    this.rest();
  }

  get isAlive(): boolean {
    return !this.ended;
  }

  /** @throws what the thread throws; or why it is over, as when a file needed more memory than there is */
  async ask<T>(question: Question): Promise<T> {
    if (this.ended) throw this.ended;
    const id = ++this.asked;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.waiting.set(id, { resolve, reject });
    // The process waits for an answer, and not for a thread that has nothing to do.
    this.worker.ref();
    this.worker.postMessage({ id, question } satisfies ToThread);
    return (await promise) as T;
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private hear(message: FromThread): void {
    const asker = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    this.rest();
    if ('error' in message) asker?.reject(thrownError(message.error));
    else asker?.resolve(message.answer);
  }

  private rest(): void {
    if (!this.waiting.size) this.worker.unref();
  }

  private end(why: Error): void {
    this.ended ??= why;
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
  }
}
