import { HttpErrorResponse } from '@angular/common/http';
import { ErrorHandler, inject, Injectable, Injector, signal } from '@angular/core';
import { describeProblem, LocaleStore } from '@moodline/shared/ui/start';

/** Words of a failure that no page dealt with. */
export interface Failure {
  readonly message: string;
  readonly correlationId: string | null;
}

/** The last resort for errors: writes them to the console and tells the person. */
@Injectable({ providedIn: 'root' })
export class FailureHandler extends ErrorHandler {
  private readonly injector = inject(Injector);
  private readonly shown = signal<Failure | null>(null);
  readonly failure = this.shown.asReadonly();

  override handleError(thrown: unknown): void {
    super.handleError(thrown);
    const error = (thrown as { rejection?: unknown } | null)?.rejection ?? thrown;
    // The connection banner already says that nothing answers.
    if (error instanceof HttpErrorResponse && error.status === 0) return;
    const locale = this.injector.get(LocaleStore);
    if (isMissingChunk(error)) this.shown.set({ message: locale.translate('shell.newVersion'), correlationId: null });
    else this.shown.set(describeProblem(error, locale));
  }

  dismiss(): void {
    this.shown.set(null);
  }
}

/** A page's code that is gone: Moodline was updated under an open tab. */
function isMissingChunk(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
}
