import { Component, inject, input, signal } from '@angular/core';
import { NonNullableFormBuilder, type AbstractControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SecondFactorSetup } from '@moodline/accounts/contract';
import { describeProblem, keptAnswer, LocaleStore, NO_QUESTION, Reveal } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { SecondFactorClient } from './second-factor.client';

/** A code of an authenticator app at signing in: setting it up by a QR code, the recovery codes, turning it off. */
@Component({
  selector: 'ml-second-factor-settings',
  imports: [ReactiveFormsModule, Reveal, TranslocoPipe],
  templateUrl: './second-factor-settings.html',
  styleUrls: ['./settings-page.css', './second-factor-settings.css'],
})
export class SecondFactorSettings {
  private readonly client = inject(SecondFactorClient);
  private readonly forms = inject(NonNullableFormBuilder);
  protected readonly locale = inject(LocaleStore);

  /** The second step comes after a password. */
  readonly hasPassword = input.required<boolean>();

  private readonly answer = keptAnswer(NO_QUESTION, () => this.client.state());
  protected readonly state = this.answer.value;
  /** What the app needs, while it is being set up. */
  protected readonly setup = signal<SecondFactorSetup | null>(null);
  /** Shown once. */
  protected readonly recoveryCodes = signal<readonly string[] | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly passwordForm = this.forms.group({ password: ['', Validators.required] });
  protected readonly codeForm = this.forms.group({
    code: ['', [Validators.required, Validators.pattern(/^\s*(?:\d\s*){6}$/)]],
  });

  protected async begin(): Promise<void> {
    if (this.missing(this.passwordForm)) return;
    await this.tell(async () => {
      this.setup.set(await firstValueFrom(this.client.begin(this.passwordForm.getRawValue().password)));
      this.passwordForm.reset();
    });
  }

  protected async confirm(): Promise<void> {
    if (this.missing(this.codeForm)) return;
    await this.tell(async () => {
      const { recoveryCodes } = await firstValueFrom(this.client.confirm(this.codeForm.getRawValue().code));
      this.recoveryCodes.set(recoveryCodes);
      this.cancel();
    });
  }

  protected async turnOff(): Promise<void> {
    if (this.missing(this.passwordForm)) return;
    await this.tell(async () => {
      await firstValueFrom(this.client.turnOff(this.passwordForm.getRawValue().password), { defaultValue: null });
      this.recoveryCodes.set(null);
      this.passwordForm.reset();
    });
  }

  protected cancel(): void {
    this.setup.set(null);
    this.codeForm.reset();
    this.problem.set(null);
  }

  private missing(form: AbstractControl): boolean {
    form.markAllAsTouched();
    return form.invalid || this.busy();
  }

  private async tell(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
      this.answer.reload();
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }
}
