import { Component, effect, inject, input, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslocoPipe } from '@jsverse/transloco';
import { PASSWORD_LENGTH, PASSWORD_LONGEST, type Session } from '@moodline/accounts/contract';
import { describeProblem, LocaleStore, Reveal } from '@moodline/shared/ui';
import { uncommonPassword } from '../link-pages/uncommon-password';
import { NewPasswordField } from '../password/new-password-field';
import { SessionStore } from '../session/session-store';

/** Name, e-mail and password of the signed-in person. */
@Component({
  selector: 'ml-account-settings',
  imports: [NewPasswordField, ReactiveFormsModule, Reveal, TranslocoPipe],
  templateUrl: './account-settings.html',
  styleUrl: './settings-page.css',
})
export class AccountSettings {
  private readonly store = inject(SessionStore);
  private readonly locale = inject(LocaleStore);
  private readonly toasts = inject(MatSnackBar);

  readonly user = input.required<Session['user']>();

  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.maxLength(80), Validators.pattern(/\S/)]],
    email: ['', [Validators.required, Validators.email, Validators.maxLength(200)]],
    password: ['', [Validators.minLength(PASSWORD_LENGTH), Validators.maxLength(PASSWORD_LONGEST), uncommonPassword]],
    currentPassword: [''],
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    effect(() => {
      const { name, email, passwordNeeded } = this.user();
      const { currentPassword } = this.form.controls;
      currentPassword.setValidators(passwordNeeded ? Validators.required : null);
      this.form.reset({ name, email: email ?? '', password: '', currentPassword: '' });
    });
  }

  protected wrong(field: keyof typeof this.form.controls): boolean {
    const control = this.form.controls[field];
    return control.touched && control.invalid;
  }

  protected async save(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    const { name, email, password, currentPassword } = this.form.getRawValue();
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.store.updateAccount({
        name,
        email,
        password: password || undefined,
        currentPassword: currentPassword || undefined,
      });
      this.toasts.open(this.locale.translate('accounts.saved'), undefined, { duration: 4_000 });
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }
}
