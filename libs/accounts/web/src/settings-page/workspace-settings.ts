import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import {
  NonNullableFormBuilder,
  ReactiveFormsModule,
  Validators,
  type AbstractControl,
  type ValidationErrors,
} from '@angular/forms';
import { MatAutocompleteModule } from '@angular/material/autocomplete';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslocoPipe } from '@jsverse/transloco';
import { timeZoneSchema, type Workspace } from '@moodline/accounts/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { SessionStore } from '../session/session-store';
import { searchTimeZones, timeZoneChoices } from './time-zones';

const knownZone = ({ value }: AbstractControl<string>): ValidationErrors | null =>
  timeZoneSchema.safeParse(value).success ? null : { zone: true };

/** Name and time zone of the workspace. */
@Component({
  selector: 'ml-workspace-settings',
  imports: [MatAutocompleteModule, ReactiveFormsModule, TranslocoPipe],
  templateUrl: './workspace-settings.html',
  styleUrl: './settings-page.css',
})
export class WorkspaceSettings {
  private readonly store = inject(SessionStore);
  private readonly locale = inject(LocaleStore);
  private readonly toasts = inject(MatSnackBar);

  readonly workspace = input.required<Workspace>();

  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.maxLength(80), Validators.pattern(/\S/)]],
    timeZone: ['', [Validators.required, knownZone]],
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  private readonly choices = computed(() => timeZoneChoices(this.locale.language()));
  private readonly typedZone = toSignal(this.form.controls.timeZone.valueChanges, { initialValue: '' });
  // A zone that is chosen is no search: the whole list opens again.
  protected readonly zones = computed(() =>
    searchTimeZones(this.choices(), this.typedZone() === this.workspace().timeZone ? '' : this.typedZone()),
  );

  constructor() {
    effect(() => {
      const { name, timeZone } = this.workspace();
      this.form.reset({ name, timeZone });
    });
  }

  protected async save(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.store.updateWorkspace(this.form.getRawValue());
      this.toasts.open(this.locale.translate('accounts.saved'), undefined, { duration: 4_000 });
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }
}
