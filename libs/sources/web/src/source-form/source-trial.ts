import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { CheckSource, SourceCheck } from '@moodline/sources/contract';
import { Subscription } from 'rxjs';
import { SourcesClient } from '../sources.client';

/** Tries a source before it is saved: reads it without keeping anything, and can be stopped. The page provides it. */
@Injectable()
export class SourceTrial {
  private readonly client = inject(SourcesClient);
  private request = Subscription.EMPTY;
  private readonly outcome = signal<{ readonly found: SourceCheck } | { readonly error: unknown } | null>(null);

  readonly running = signal(false);
  readonly found = computed(() => {
    const outcome = this.outcome();
    return outcome && 'found' in outcome ? outcome.found : null;
  });
  /** Why it does not work; null when it does, or nothing was tried. */
  readonly error = computed(() => {
    const outcome = this.outcome();
    return outcome && 'error' in outcome ? outcome.error : null;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.request.unsubscribe());
  }

  start(source: CheckSource): void {
    this.forget();
    this.running.set(true);
    this.request = this.client.check(source).subscribe({
      next: (found) => this.end({ found }),
      error: (error: unknown) => this.end({ error }),
    });
  }

  /** Stops a trial that is under way; the server stops reading too. What was found before belongs to other settings. */
  forget(): void {
    this.request.unsubscribe();
    this.running.set(false);
    this.outcome.set(null);
  }

  private end(outcome: { readonly found: SourceCheck } | { readonly error: unknown }): void {
    this.running.set(false);
    this.outcome.set(outcome);
  }
}
