import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { type Comment, commentSchema, type Facet } from '@moodline/comments/contract';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom, type Observable, Subject } from 'rxjs';

/** How long a message stands, and with it the way back (ms). */
const MESSAGE_MS = 8_000;

/** What people say of a comment's emotion and kind. It is shown when the server has kept it, and can be taken back from the message. */
@Injectable({ providedIn: 'root' })
export class FacetCorrections {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(MatSnackBar);
  private readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);
  private readonly shown = new Subject<Comment>();

  readonly allowed = computed(() => this.permissions.has('labels.correct'));
  /** A comment as it is shown from now on. */
  readonly changed: Observable<Comment> = this.shown.asObservable();

  /** Keeps what a person says, or (null) lets the machine's answer count again. */
  async say(comment: Comment, facet: Facet, value: string | null): Promise<void> {
    const before = comment[facet]?.correction?.value ?? null;
    if (value === before) return;
    const path = `/api/labels/${comment.id}/${facet}`;
    try {
      const body = await firstValueFrom(value ? this.http.put(path, { [facet]: value }) : this.http.delete(path));
      const now = { ...commentSchema.parse(body), spans: comment.spans };
      this.shown.next(now);
      const words = value
        ? this.locale.translate('comments.facet.done', { value: this.locale.translate(`filter.${facet}.${value}`) })
        : this.locale.translate('comments.facet.withdrawn');
      this.toasts
        .open(words, this.locale.translate('comments.correction.undo'), { duration: MESSAGE_MS })
        .onAction()
        .subscribe(() => void this.say(now, facet, before));
    } catch (error) {
      const { message } = describeProblem(error, this.locale);
      this.toasts.open(this.locale.translate('comments.facet.failed', { problem: message }), undefined, {
        duration: MESSAGE_MS,
      });
    }
  }
}
