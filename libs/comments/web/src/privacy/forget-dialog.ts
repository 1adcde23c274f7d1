import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { FORGET_SCOPES, type Comment, type ForgetPreview, type ForgetScope } from '@moodline/comments/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { PrivacyClient } from './privacy.client';

/** Says what would go, and forgets it once the word was typed: these data go for good. Closes with the number of comments. */
@Component({
  selector: 'ml-forget-dialog',
  imports: [TranslocoPipe],
  templateUrl: './forget-dialog.html',
  styleUrl: './forget-dialog.css',
})
export class ForgetDialog {
  private readonly client = inject(PrivacyClient);
  private readonly dialog = inject<DialogRef<number>>(DialogRef);
  private readonly comment = inject<Comment>(DIALOG_DATA);
  protected readonly locale = inject(LocaleStore);

  protected readonly scopes = FORGET_SCOPES;
  protected readonly preview = signal<ForgetPreview | null>(null);
  protected readonly chosen = signal<ForgetScope>('author');
  protected readonly typed = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly word = computed(() => this.locale.translate('comments.privacy.forget.word'));
  protected readonly count = computed(() => this.preview()?.[this.chosen()]?.comments ?? 0);
  protected readonly confirmed = computed(
    () => this.count() > 0 && this.typed().trim().toLocaleUpperCase() === this.word().toLocaleUpperCase(),
  );

  constructor() {
    void this.look();
  }

  protected async look(): Promise<void> {
    this.problem.set(null);
    try {
      const preview = await firstValueFrom(this.client.forgetPreview(this.comment.id));
      this.chosen.set(preview.author ? 'author' : 'text');
      this.preview.set(preview);
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    }
  }

  protected async forget(): Promise<void> {
    if (!this.confirmed() || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { erased } = await firstValueFrom(this.client.forget(this.comment.id, this.chosen()));
      this.dialog.close(erased);
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }

  protected cancel(): void {
    this.dialog.close();
  }
}
