import { ErrorHandler, inject, Injectable, signal } from '@angular/core';
import { DialogOpener, type Pinnable } from '@moodline/shared/ui';

/** Pins charts and answers to reports: opens the dialog, and tells pages that show a report what was pinned to it. */
@Injectable({ providedIn: 'root' })
export class ReportPinning {
  private readonly dialogs = inject(DialogOpener);
  private readonly errors = inject(ErrorHandler);
  private readonly last = signal<{ readonly issue: number } | null>(null);

  /** The report to which something was pinned, or of which it was taken out, last; another object each time. */
  readonly changed = this.last.asReadonly();

  ask(what: Pinnable): void {
    import('./pin-dialog').then(
      ({ PinDialog }) => this.dialogs.open(PinDialog, { name: 'pin', data: what, labelledBy: 'pin-title' }),
      (error: unknown) => this.errors.handleError(error),
    );
  }

  tell(issue: number): void {
    this.last.set({ issue });
  }
}
