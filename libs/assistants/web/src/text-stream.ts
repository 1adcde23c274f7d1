import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';

/** A piece of what a model writes, unchecked. */
export interface TextPiece {
  readonly piece: string;
}

/** A text that a model writes while somebody waits: how far it is, whether it goes on, what went wrong. It can be stopped. Its component provides it, and stops it when it goes. */
@Injectable()
export class TextStream {
  private readonly locale = inject(LocaleStore);
  private readonly control = signal<AbortController | null>(null);

  /** What came so far. */
  readonly text = signal('');
  /** Why it broke off, in words; empty while nothing went wrong, and where somebody stopped it. */
  readonly problem = signal('');
  readonly running = computed(() => this.control() !== null);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  /** Follows a stream to its end; does nothing while another one runs. @param take is handed what is no piece: the whole, when it is there */
  async follow<E extends object>(
    open: (signal: AbortSignal) => AsyncIterable<TextPiece | E>,
    take: (whole: E) => void,
  ): Promise<void> {
    if (this.running()) return;
    await this.run((signal) => this.read(open(signal), take, signal));
  }

  /** Stops what runs, and works through steps of which one may read a stream. What a step throws after it was stopped is nobody's problem. */
  async run(steps: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.clear();
    const control = new AbortController();
    this.control.set(control);
    try {
      await steps(control.signal);
    } catch (error) {
      if (!control.signal.aborted) this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      if (this.control() === control) this.control.set(null);
    }
  }

  /** Reads a stream within {@link run}; nothing of it is taken after it was stopped. */
  async read<E extends object>(
    events: AsyncIterable<TextPiece | E>,
    take: (whole: E) => void,
    signal: AbortSignal,
  ): Promise<void> {
    for await (const event of events) {
      if (signal.aborted) return;
      if (isPiece(event)) this.text.update((text) => text + event.piece);
      else take(event);
    }
  }

  /** Stops the model. What came stays. */
  stop(): void {
    this.control()?.abort();
    this.control.set(null);
  }

  /** Stops the model and forgets what came, and what went wrong. */
  clear(): void {
    this.stop();
    this.text.set('');
    this.problem.set('');
  }
}

const isPiece = (event: object): event is TextPiece => 'piece' in event;
