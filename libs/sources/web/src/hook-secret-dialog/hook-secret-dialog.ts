import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import type { HookSecret, Source } from '@moodline/sources/contract';
import { firstValueFrom } from 'rxjs';
import { SourcesClient } from '../sources.client';

/** Makes the secret by which other programs sign what they send to a source, and shows it this once with the address. */
@Component({
  selector: 'ml-hook-secret-dialog',
  imports: [TranslocoPipe],
  templateUrl: './hook-secret-dialog.html',
  styleUrl: '../source-dialogs/dialog.css',
})
export class HookSecretDialog {
  private readonly client = inject(SourcesClient);
  private readonly dialog = inject<DialogRef<string>>(DialogRef);
  private readonly locale = inject(LocaleStore);
  protected readonly source = inject<Pick<Source, 'id' | 'name'>>(DIALOG_DATA);

  protected readonly made = signal<HookSecret | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async make(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.made.set(await firstValueFrom(this.client.newHookSecret(this.source.id)));
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }

  protected close(): void {
    this.dialog.close();
  }
}
