import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators, type AbstractControl, type ValidationErrors } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { SCHEDULES, webAddressSchema, type SchedulePreset, type SourceCheck } from '@moodline/sources/contract';
import { firstValueFrom } from 'rxjs';
import { SourcesClient } from '../sources.client';

const webAddress = ({ value }: AbstractControl<string>): ValidationErrors | null => (webAddressSchema.safeParse(value.trim()).success ? null : { url: true });

/** Adds an RSS or Atom feed; "check" shows beforehand what it would bring. Closes with the name of the new source. */
@Component({
  selector: 'ml-add-feed-dialog',
  imports: [ReactiveFormsModule, TranslocoPipe],
  templateUrl: './add-feed-dialog.html',
  styleUrl: './dialog.css',
})
export class AddFeedDialog {
  private readonly client = inject(SourcesClient);
  private readonly dialog = inject<DialogRef<string>>(DialogRef);
  protected readonly locale = inject(LocaleStore);

  protected readonly schedules = SCHEDULES;
  protected readonly form = inject(NonNullableFormBuilder).group({
    url: ['', [Validators.required, webAddress]],
    name: ['', [Validators.required, Validators.maxLength(80), Validators.pattern(/\S/)]],
    schedule: ['hourly' as SchedulePreset],
  });
  protected readonly busy = signal<'check' | 'add' | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly found = signal<SourceCheck | null>(null);

  constructor() {
    // What was found belongs to the address that was checked.
    this.form.controls.url.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => {
      this.found.set(null);
      this.problem.set(null);
    });
  }

  protected wrong(field: keyof typeof this.form.controls): boolean {
    const control = this.form.controls[field];
    return control.touched && control.invalid;
  }

  protected async check(): Promise<void> {
    const { url, name } = this.form.controls;
    url.markAsTouched();
    if (url.invalid || this.busy()) return;
    await this.attempt('check', async () => {
      const found = await firstValueFrom(this.client.check({ kind: 'feed', config: { url: url.value.trim() }, secrets: {} }));
      this.found.set(found);
      if (!name.value.trim() && found.title) name.setValue(found.title.slice(0, 80));
    });
  }

  protected async add(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    const { url, name, schedule } = this.form.getRawValue();
    await this.attempt('add', async () => {
      await firstValueFrom(this.client.create({ kind: 'feed', name: name.trim(), config: { url: url.trim() }, secrets: {}, schedule }));
      this.dialog.close(name.trim());
    });
  }

  protected cancel(): void {
    this.dialog.close();
  }

  private async attempt(what: 'check' | 'add', work: () => Promise<void>): Promise<void> {
    this.busy.set(what);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(null);
    }
  }
}
