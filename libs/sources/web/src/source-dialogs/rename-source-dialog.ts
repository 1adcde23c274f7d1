import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import type { Source } from '@moodline/sources/contract';
import { firstValueFrom } from 'rxjs';
import { SourcesClient } from '../sources.client';

/** Renames a source that has no settings: a file. Closes with the name. */
@Component({
  selector: 'ml-rename-source-dialog',
  imports: [ReactiveFormsModule, TranslocoPipe],
  templateUrl: './rename-source-dialog.html',
  styleUrl: './dialog.css',
})
export class RenameSourceDialog {
  private readonly client = inject(SourcesClient);
  private readonly dialog = inject<DialogRef<string>>(DialogRef);
  private readonly locale = inject(LocaleStore);
  protected readonly source = inject<Source>(DIALOG_DATA);

  protected readonly form = inject(NonNullableFormBuilder).group({
    name: [this.source.name, [Validators.required, Validators.maxLength(80), Validators.pattern(/\S/)]],
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async save(): Promise<void> {
    if (this.form.invalid || this.busy()) return;
    const { name } = this.form.getRawValue();
    this.busy.set(true);
    this.problem.set(null);
    try {
      await firstValueFrom(this.client.update(this.source.id, { name: name.trim() }));
      this.dialog.close(name.trim());
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
