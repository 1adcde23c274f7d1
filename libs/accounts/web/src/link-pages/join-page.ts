import { Component, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PASSWORD_LENGTH, PASSWORD_LONGEST, type Offered } from '@moodline/accounts/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { AccountsClient } from '../accounts.client';
import { NewPasswordField } from '../password/new-password-field';
import { SessionStore } from '../session/session-store';
import { ProviderButton } from '../single-sign-on/provider-button';
import { leaveIfEnded, takeLinkToken } from './link-token';
import { uncommonPassword } from './uncommon-password';

/** An invitation: says what is offered, and makes the account. It is shown in the language it was made for. */
@Component({
  selector: 'ml-join-page',
  imports: [NewPasswordField, ProviderButton, ReactiveFormsModule, TranslocoPipe],
  templateUrl: './join-page.html',
  styleUrl: '../entrance.css',
})
export class JoinPage {
  private readonly client = inject(AccountsClient);
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly locale = inject(LocaleStore);
  protected readonly token = takeLinkToken();

  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.maxLength(80), Validators.pattern(/\S/)]],
    email: ['', [Validators.required, Validators.email, Validators.maxLength(200)]],
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
  protected readonly offered = signal<Offered | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    if (this.token) void this.look();
    else void this.router.navigateByUrl('/link-expired');
  }

  protected wrong(field: keyof typeof this.form.controls): boolean {
    const control = this.form.controls[field];
    return control.touched && control.invalid;
  }

  protected async join(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.store.enterBy(this.client.acceptInvitation({ token: this.token, ...this.form.getRawValue() }));
      await this.router.navigateByUrl('/');
    } catch (error) {
      this.tell(error);
    } finally {
      this.busy.set(false);
    }
  }

  private async look(): Promise<void> {
    try {
      const offered = await firstValueFrom(this.client.lookAtInvitation(this.token));
      this.locale.preferLanguage(offered.language);
      this.offered.set(offered);
    } catch (error) {
      this.tell(error);
    }
  }

  private tell(error: unknown): void {
    if (!leaveIfEnded(error, this.router)) this.problem.set(describeProblem(error, this.locale).message);
  }
}
