import { Component, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PASSWORD_LENGTH, PASSWORD_LONGEST } from '@moodline/accounts/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { AccountsClient } from '../accounts.client';
import { NewPasswordField } from '../password/new-password-field';
import { SessionStore } from '../session/session-store';
import { leaveIfEnded, takeLinkToken } from './link-token';
import { uncommonPassword } from './uncommon-password';

/** Sets a new password by a link that an owner or the command line made for that, and signs in. */
@Component({
  selector: 'ml-new-password-page',
  imports: [NewPasswordField, ReactiveFormsModule, TranslocoPipe],
  templateUrl: './new-password-page.html',
  styleUrl: '../entrance.css',
})
export class NewPasswordPage {
  private readonly client = inject(AccountsClient);
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly locale = inject(LocaleStore);
  private readonly token = takeLinkToken();

  protected readonly form = inject(NonNullableFormBuilder).group({
    password: [
      '',
      [
        Validators.required,
        Validators.minLength(PASSWORD_LENGTH),
        Validators.maxLength(PASSWORD_LONGEST),
        uncommonPassword,
      ],
    ],
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    if (!this.token) void this.router.navigateByUrl('/link-expired');
  }

  protected async save(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { password } = this.form.getRawValue();
      await this.store.enterBy(this.client.resetPassword({ token: this.token, password }));
      await this.router.navigateByUrl('/');
    } catch (error) {
      if (!leaveIfEnded(error, this.router)) this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }
}
