import { computed, inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { Comment, Label } from '@moodline/comments/contract';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { type Observable, Subject } from 'rxjs';
import { CommentsClient } from '../comments.client';

/** How long a change can be undone from the message about it (ms). */
const UNDO_FOR = 8_000;

/** What a person wants: their label on a comment, or (null) none. */
interface Wish {
  readonly before: Comment;
  readonly label: Label | null;
  /** Grows with each wish: of several for one comment only the last one is shown. */
  readonly number: number;
}

/**
 * People's labels, from any row on the screen. A change shows at once, is sent after those before it for the same comment, and is taken back
 * with words where the server refuses it. The last one can be undone.
 */
@Injectable({ providedIn: 'root' })
export class LabelCorrections {
  private readonly client = inject(CommentsClient);
  private readonly toasts = inject(MatSnackBar);
  private readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);

  private readonly shown = new Subject<Comment>();
  /** Of each comment with a change on its way: the number of the last one, and its end. */
  private readonly onTheWay = new Map<number, { readonly newest: number; readonly end: Promise<void> }>();
  private count = 0;
  private last: Comment | null = null;

  /** What is sent along with a person's label on a comment, by its id: why they were asked for it, where they were. */
  readonly context = new Map<number, Readonly<Record<string, unknown>>>();
  /** Whether the person may correct at all. */
  readonly allowed = computed(() => this.permissions.has('labels.correct'));
  /** A comment as it is shown from now on: after a change, its answer, or its failure. */
  readonly changed: Observable<Comment> = this.shown.asObservable();

  /** Puts a person's label on a comment; the same label as the machine's confirms it. */
  correct(comment: Comment, label: Label): void {
    if (!this.allowed() || comment.correction?.label === label) return;
    this.wish(comment, label);
    this.tell('comments.correction.done', { label: this.locale.translate(`filter.label.${label}`) }, comment);
  }

  /** Takes a person's label off a comment. */
  withdraw(comment: Comment): void {
    if (!this.allowed() || !comment.correction) return;
    this.wish(comment, null);
    this.tell('comments.correction.withdrawn', {}, comment);
  }

  /** Takes the last change back. @returns the comment as it was; null when there is nothing to undo */
  undo(): Comment | null {
    const before = this.last;
    if (before) this.restore(before);
    return before;
  }

  /** Makes a comment again what it was. */
  restore(before: Comment): void {
    if (this.last?.id === before.id) {
      this.last = null;
      this.toasts.dismiss();
    }
    this.wish(before, before.correction?.label ?? null);
  }

  private wish(before: Comment, label: Label | null): void {
    const { id } = before;
    const wish = { before, label, number: ++this.count };
    this.shown.next(foreseen(before, label));
    // In their order for each comment; those of different comments do not wait for each other.
    const earlier = this.onTheWay.get(id)?.end;
    const end = (earlier ? earlier.then(() => this.send(wish)) : this.send(wish)).then(() => {
      if (this.isNewest(wish)) this.onTheWay.delete(id);
    });
    this.onTheWay.set(id, { newest: wish.number, end });
  }

  private async send(wish: Wish): Promise<void> {
    const { before, label } = wish;
    try {
      const now = await this.client.correct(before.id, label, this.context.get(before.id));
      if (this.isNewest(wish)) this.shown.next(now);
    } catch (error) {
      if (!this.isNewest(wish)) return;
      this.last = null;
      this.shown.next(before);
      this.toasts.open(
        this.locale.translate('comments.correction.failed', { problem: describeProblem(error, this.locale).message }),
        undefined,
        { duration: UNDO_FOR },
      );
    }
  }

  private tell(key: string, values: Record<string, unknown>, before: Comment): void {
    this.last = before;
    const toast = this.toasts.open(
      this.locale.translate(key, values),
      this.locale.translate('comments.correction.undo'),
      { duration: UNDO_FOR },
    );
    toast.onAction().subscribe(() => this.undo());
  }

  private isNewest({ before, number }: Wish): boolean {
    return this.onTheWay.get(before.id)?.newest === number;
  }
}

/** How the comment will look, before the server has said so. The name comes with its answer. */
function foreseen(before: Comment, label: Label | null): Comment {
  const correction = label && { label, by: '', at: new Date().toISOString(), reason: null };
  // Without a machine's label the comment waits again.
  const unscoredReason = label || before.machineLabel ? null : (before.unscoredReason ?? 'pending');
  return {
    ...before,
    label: label ?? before.machineLabel,
    correction,
    unsure: label ? false : before.unsure,
    unscoredReason,
  };
}
