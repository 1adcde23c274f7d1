import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleStore } from '@moodline/shared/ui';
import { nameOf } from '../conversation/conversation';
import { ConversationStore } from '../conversation/conversation-store';

/** How long a removal can be taken back, in milliseconds. */
const UNDO_MS = 10_000;
const LONGEST_NAME = 80;

/** The conversations of this tab: opens, renames and removes them. */
@Component({
  selector: 'ml-conversation-list',
  imports: [TranslocoPipe],
  templateUrl: './conversation-list.html',
  styleUrl: './conversation-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConversationList {
  private readonly store = inject(ConversationStore);
  private readonly toasts = inject(MatSnackBar);
  private readonly locale = inject(LocaleStore);

  /** A conversation was chosen. */
  readonly opened = output();

  protected readonly longest = LONGEST_NAME;
  protected readonly busy = this.store.busy;
  protected readonly renaming = signal<number | null>(null);
  protected readonly rows = computed(() =>
    this.store.conversations().map((one) => ({
      id: one.id,
      name: nameOf(one) ?? '',
      current: one.id === this.store.current()?.id,
      count: one.turns.length,
    })),
  );

  protected open(id: number): void {
    this.store.open(id);
    this.opened.emit();
  }

  protected rename(id: number, name: string): void {
    this.store.rename(id, name);
    this.renaming.set(null);
  }

  protected remove({ id, name }: { readonly id: number; readonly name: string }): void {
    const restore = this.store.remove(id);
    const toast = this.toasts.open(
      this.locale.translate('chat.history.removed', { name: name.slice(0, 60) }),
      this.locale.translate('chat.history.undo'),
      { duration: UNDO_MS },
    );
    toast.onAction().subscribe(restore);
  }
}
