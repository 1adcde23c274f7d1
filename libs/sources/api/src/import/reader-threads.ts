import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ReaderThread } from './reader-thread';
import { RowReaders, type ReadingOrder, type ReadingSummary, type RowBatch, type RowReading } from './row-reading';
import type { StoredFile } from './stored-file';

/** Files that are read at once; who comes later waits. */
const MOST_THREADS = 4;
/** How long a thread is kept that nobody needs: the check is followed by the import, and loading it takes a moment. In milliseconds. */
const IDLE_MS = 120_000;

/** Reads files in threads of their own, so that no request waits for a row. */
@Injectable()
export class ReaderThreads extends RowReaders implements OnApplicationShutdown {
  private readonly idle: { readonly thread: ReaderThread; readonly timer: NodeJS.Timeout }[] = [];
  private readonly queue: (() => void)[] = [];
  private busy = 0;

  /** @param entry built script of a thread, `import-thread.js` */
  constructor(private readonly entry: string) {
    super();
  }

  override async open(file: StoredFile, order: ReadingOrder): Promise<RowReading> {
    const { path } = file;
    if (path === null) throw new Error('Only a file on the disk can be read in another thread.');
    const thread = await this.take();
    try {
      const opened = await thread.ask<Pick<RowReading, 'doubts' | 'hasSources' | 'rows'>>({ ask: 'open', path, order });
      return {
        ...opened,
        next: () => thread.ask<RowBatch | null>({ ask: 'next' }),
        summary: () => thread.ask<ReadingSummary>({ ask: 'summary' }),
        close: () => this.close(thread),
      };
    } catch (error) {
      this.give(thread);
      throw error;
    }
  }

  override async lookAt(head: Uint8Array): Promise<void> {
    const thread = await this.take();
    try {
      await thread.ask({ ask: 'look', head });
    } finally {
      this.give(thread);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    for (const { timer } of this.idle) clearTimeout(timer);
    await Promise.all(this.idle.splice(0).map(({ thread }) => thread.stop()));
  }

  private async close(thread: ReaderThread): Promise<void> {
    try {
      if (thread.isAlive) await thread.ask({ ask: 'close' });
    } finally {
      this.give(thread);
    }
  }

  private async take(): Promise<ReaderThread> {
    if (this.busy >= MOST_THREADS) await new Promise<void>((resolve) => this.queue.push(resolve));
    this.busy++;
    for (let entry = this.idle.pop(); entry; entry = this.idle.pop()) {
      clearTimeout(entry.timer);
      if (entry.thread.isAlive) return entry.thread;
    }
    return new ReaderThread(this.entry);
  }

  private give(thread: ReaderThread): void {
    this.busy--;
    this.queue.shift()?.();
    if (!thread.isAlive) return;
    const timer = setTimeout(() => {
      this.idle.splice(
        this.idle.findIndex((entry) => entry.thread === thread),
        1,
      );
      void thread.stop();
    }, IDLE_MS).unref();
    this.idle.push({ thread, timer });
  }
}
