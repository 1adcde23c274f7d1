import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import type { Source } from '@moodline/sources/contract';
import { firstValueFrom } from 'rxjs';
import { SourcesClient } from '../sources.client';

/** Removes a source with its comments once its name was typed: these data go for good. Closes with the name. */
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

  protected readonly typed = signal('');
  protected readonly confirmed = computed(() => this.typed().trim() === this.source.name.trim());
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async remove(): Promise<void> {
    if (!this.confirmed() || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await firstValueFrom(this.client.remove(this.source.id));
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
