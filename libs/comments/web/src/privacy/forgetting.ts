import { inject, Injectable, Injector } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { Comment } from '@moodline/comments/contract';
import { DialogOpener, LocaleStore } from '@moodline/shared/ui';
import { Subject } from 'rxjs';

/** Opens the dialog that forgets an author or a text, and tells the lists when comments have gone. */
@Injectable({ providedIn: 'root' })
export class Forgetting {
  // Asked for when they are needed: a list that only listens has no use for them.
  private readonly injector = inject(Injector);
  private readonly finished = new Subject<void>();
  readonly done = this.finished.asObservable();

  async ask(comment: Comment): Promise<void> {
    const { ForgetDialog } = await import('./forget-dialog');
    const dialog = this.injector
      .get(DialogOpener)
      .open<number, Comment, unknown>(ForgetDialog, { name: 'forget', labelledBy: 'forget-title', data: comment });
    dialog.closed.subscribe((erased) => {
      if (erased === undefined) return;
      this.finished.next();
      const locale = this.injector.get(LocaleStore);
      this.injector
        .get(MatSnackBar)
        .open(locale.translate('comments.privacy.forget.done', { count: locale.formats().number(erased) }), undefined, {
          duration: 6_000,
        });
    });
  }
}
