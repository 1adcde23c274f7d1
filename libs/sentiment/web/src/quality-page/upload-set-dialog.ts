import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LabelledSet } from '@moodline/sentiment/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { SentimentClient } from '../sentiment.client';

/** Takes a labelled file and says what became of its rows. Closes with the set. */
@Component({
  selector: 'ml-upload-set-dialog',
  imports: [TranslocoPipe],
  templateUrl: './upload-set-dialog.html',
  styleUrl: './dialog.css',
})
export class UploadSetDialog {
  private readonly client = inject(SentimentClient);
  private readonly dialog = inject<DialogRef<LabelledSet>>(DialogRef);
  protected readonly locale = inject(LocaleStore);

  protected readonly file = signal<File | null>(null);
  protected readonly name = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** The set that was stored. */
  protected readonly stored = signal<LabelledSet | null>(null);
  protected readonly ready = computed(() => this.file() !== null && this.name().trim() !== '' && !this.busy());

  protected choose(files: FileList | null): void {
    const file = files?.[0];
    if (!file) return;
    this.file.set(file);
    this.problem.set(null);
    if (!this.name().trim()) this.name.set(file.name.replace(/\.\w+$/, '').slice(0, 80));
  }

  protected async upload(): Promise<void> {
    const file = this.file();
    if (!file || !this.ready()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const set = await firstValueFrom(this.client.uploadSet(this.name().trim(), file));
      if (set.rejected) this.stored.set(set);
      else this.dialog.close(set);
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }

  protected close(): void {
    this.dialog.close(this.stored() ?? undefined);
  }
}
