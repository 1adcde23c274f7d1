import { inject, Injectable, signal } from '@angular/core';
import { OverlayHistory } from '@moodline/shared/ui';

/** Whether the panel for questions is open. It stands in the address, and going back closes it. */
@Injectable({ providedIn: 'root' })
export class AskPanel {
  private readonly history = inject(OverlayHistory);
  private readonly shown = signal(false);
  private leave: () => void = () => undefined;
  readonly isOpen = this.shown.asReadonly();

  open(): void {
    if (this.shown()) return;
    this.shown.set(true);
    this.leave = this.history.push({ name: 'ask', close: () => this.shown.set(false), staysOnPages: true });
  }

  close(): void {
    if (!this.shown()) return;
    this.shown.set(false);
    this.leave();
  }

  toggle(): void {
    if (this.shown()) this.close();
    else this.open();
  }
}
