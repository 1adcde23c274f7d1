import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import type { Source } from '@moodline/sources/contract';
import { firstValueFrom } from 'rxjs';
import { SourcesClient } from '../sources.client';

/**
 * Removes a source with its comments: in ten minutes, in which it can be kept; one that is leaving already goes now, for good, once its
 * name was typed. Closes with the name.
 */
@Component({
  selector: 'ml-remove-source-dialog',
  imports: [TranslocoPipe],
  templateUrl: './remove-source-dialog.html',
  styleUrl: './dialog.css',
})
export class RemoveSourceDialog {
  private readonly client = inject(SourcesClient);
  private readonly dialog = inject<DialogRef<string>>(DialogRef);
  protected readonly locale = inject(LocaleStore);
  protected readonly source = inject<Source>(DIALOG_DATA);

  /** Whether there is no way back. */
  protected readonly forGood = this.source.removeAt !== null;
  protected readonly typed = signal('');
  protected readonly confirmed = computed(() => !this.forGood || this.typed().trim() === this.source.name.trim());
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async remove(): Promise<void> {
    if (!this.confirmed() || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await firstValueFrom(this.client.remove(this.source.id, { now: this.forGood }));
      this.dialog.close(this.source.name);
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
