import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@moodline/shared/http';
import { DocumentTooHardError } from '../documents.errors';
import { readDocument, type DocumentText } from './document-reading';
import type { ThreadAnswer, ThreadOrder } from './document-thread';

/** Reads files. An abstract class, so that evaluations and specs may read in their own thread. */
export abstract class DocumentReader {
  /** @throws DomainError that says why a file cannot be read */
  abstract read(bytes: Buffer, name: string): Promise<DocumentText>;
}

/** Reads in the thread that asks. */
@Injectable()
export class DocumentReaderHere extends DocumentReader {
  override read(bytes: Buffer, name: string): Promise<DocumentText> {
    return readDocument(bytes, name);
  }
}

/** What one document may take. */
export interface ReadingBounds {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const BOUNDS: ReadingBounds = { milliseconds: 60_000, megabytes: 512 };
/** Documents that are read at once; who comes later waits. */
const MOST_THREADS = 2;

/** Reads each file in a thread of its own, which is ended when it takes too long or too much memory. */
export class DocumentReaderThreads extends DocumentReader {
  private readonly logger = new Logger('Reading documents');
  private readonly queue: (() => void)[] = [];
  private busy = 0;

  /** @param entry built script of a thread, `document-thread.js` */
  constructor(
    private readonly entry: string,
    private readonly bounds: ReadingBounds = BOUNDS,
  ) {
    super();
  }

  override async read(bytes: Buffer, name: string): Promise<DocumentText> {
    if (this.busy >= MOST_THREADS) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.busy++;
    try {
      return await this.readIn(this.started({ bytes, name }));
    } finally {
      const next = this.queue.shift();
      // Whoever waited takes this place.
      if (next) next();
      else this.busy--;
    }
  }

  private started(order: ThreadOrder): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: this.bounds.megabytes };
    return new Worker(this.entry, { workerData: order, resourceLimits });
  }

  private async readIn(worker: Worker): Promise<DocumentText> {
    const over = new AbortController();
    try {
      const answer = await Promise.race([
        answerOf(worker),
        sleep(this.bounds.milliseconds, null, { signal: over.signal, ref: false }),
      ]);
      if (!answer) throw new DocumentTooHardError();
      if ('text' in answer) return answer.text;
      const { code, message, status, details } = answer.refused;
      throw new DomainError(code, message, status, details);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      // Out of memory, or something that a library does not foresee in a file that was made to break it.
      this.logger.warn(`A document could not be read: ${(error as Error).message}`);
      throw new DocumentTooHardError();
    } finally {
      over.abort();
      await worker.terminate();
    }
  }
}

function answerOf(worker: Worker): Promise<ThreadAnswer> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread ended with code ${code}.`)));
  });
}
