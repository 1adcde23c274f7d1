import { ErrorHandler, inject, Injectable } from '@angular/core';
import { DialogOpener, type Pinnable } from '@moodline/shared/ui';

/** Asks to which report a chart or an answer goes. The dialog is loaded when it is asked for. */
@Injectable({ providedIn: 'root' })
export class ReportPinning {
  private readonly dialogs = inject(DialogOpener);
  private readonly errors = inject(ErrorHandler);

  ask(what: Pinnable): void {
    import('./pin-dialog').then(
      ({ PinDialog }) => this.dialogs.open(PinDialog, { name: 'pin', data: what, labelledBy: 'pin-title' }),
      (error: unknown) => this.errors.handleError(error),
    );
  }
}
