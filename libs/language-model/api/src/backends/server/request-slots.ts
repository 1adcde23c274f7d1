import type { Priority } from '../../language-model';

interface Waiting {
  readonly enter: () => void;
  readonly priority: Priority;
}

/** Lets a limited number of requests through at once, interactive ones first, and none while the server asked for a pause. */
export class RequestSlots {
  private readonly waiting: Waiting[] = [];
  private running = 0;
  private pausedUntil = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly limit: number) {}

  /**
   * Waits for a free slot.
   * @returns gives the slot back; to be called once
   * @throws the signal's reason
   */
  take(priority: Priority, signal?: AbortSignal): Promise<() => void> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const { promise, resolve, reject } = Promise.withResolvers<() => void>();
    const leave = () => {
      this.waiting.splice(this.waiting.indexOf(entry), 1);
      reject(signal?.reason);
    };
    const entry: Waiting = {
      priority,
      enter: () => {
        signal?.removeEventListener('abort', leave);
        this.running++;
        resolve(() => {
          this.running--;
          this.admit();
        });
      },
    };
    signal?.addEventListener('abort', leave, { once: true });
    this.waiting.push(entry);
    this.admit();
    return promise;
  }

  /** Lets nobody in for a time: the server has asked for patience, and that holds for all requests. */
  pause(milliseconds: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, Date.now() + milliseconds);
  }

  private admit(): void {
    const pause = this.pausedUntil - Date.now();
    if (pause > 0) {
      this.timer ??= setTimeout(() => {
        this.timer = null;
        this.admit();
      }, pause);
      return;
    }
    while (this.running < this.limit && this.waiting.length > 0) {
      const urgent = this.waiting.findIndex(({ priority }) => priority === 'interactive');
      this.waiting.splice(Math.max(urgent, 0), 1)[0]?.enter();
    }
  }
}
