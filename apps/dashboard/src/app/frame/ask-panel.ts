import { Injectable, signal } from '@angular/core';

/** Whether the panel for questions is open. */
@Injectable({ providedIn: 'root' })
export class AskPanel {
  private readonly shown = signal(false);
  readonly isOpen = this.shown.asReadonly();

  open(): void {
    this.shown.set(true);
  }

  close(): void {
    this.shown.set(false);
  }

  toggle(): void {
    this.shown.update((shown) => !shown);
  }
}
