import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { commentSchema, type Comment, type LeftOutReason } from '@moodline/comments/contract';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom, type Observable, Subject } from 'rxjs';

const MESSAGE_MS = 8_000;

/** Leaves single comments out of the mood, or counts them after all; the message about it takes that back. */
@Injectable({ providedIn: 'root' })
export class CommentCounting {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(MatSnackBar);
  private readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);
  private readonly shown = new Subject<Comment>();

  readonly allowed = computed(() => this.permissions.has('labels.correct'));
  /** A comment as it is shown from now on. */
  readonly changed: Observable<Comment> = this.shown.asObservable();

  async set(comment: Comment, reason: LeftOutReason | null): Promise<void> {
    const before = comment.leftOut && comment.leftOut !== 'kind' ? comment.leftOut : null;
    try {
      const body = await firstValueFrom(this.http.put(`/api/comments/${comment.id}/left-out`, { reason }));
      this.shown.next({ ...commentSchema.parse(body), spans: comment.spans });
      const words = this.locale.translate(reason ? 'comments.leavingOut.done' : 'comments.leavingOut.counted');
      this.toasts
        .open(words, this.locale.translate('comments.leavingOut.undo'), { duration: MESSAGE_MS })
        .onAction()
        .subscribe(() => void this.set({ ...comment, leftOut: reason ?? undefined }, before));
    } catch (error) {
      const { message } = describeProblem(error, this.locale);
      this.toasts.open(this.locale.translate('comments.leavingOut.failed', { message }), undefined, {
        duration: MESSAGE_MS,
      });
    }
  }
}
