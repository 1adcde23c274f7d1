import { Injectable, signal } from '@angular/core';

/** Tells pages that show a report that something was pinned to it, or taken out again. */
@Injectable({ providedIn: 'root' })
export class PinnedNews {
  private readonly last = signal<{ readonly issue: number } | null>(null);

  /** The report that changed last; another object each time. */
  readonly changed = this.last.asReadonly();

  tell(issue: number): void {
    this.last.set({ issue });
  }
}
