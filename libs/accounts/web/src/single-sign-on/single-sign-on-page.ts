import { Component, computed, effect, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators, type AbstractControl } from '@angular/forms';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { DOMAIN_ROLES, emailDomainSchema, type SaveProvider } from '@moodline/accounts/contract';
import { describeProblem, keptAnswer, LocaleStore, NO_QUESTION } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { LinkNotice } from '../link-notice/link-notice';
import { SingleSignOnClient } from './single-sign-on.client';

/** The identity provider by which people may sign in: which one, whom it lets in, and as what. */
@Component({
  selector: 'ml-single-sign-on-page',
  imports: [LinkNotice, ReactiveFormsModule, RouterLink, TranslocoPipe],
  templateUrl: './single-sign-on-page.html',
  styleUrls: ['../members-page/members-page.css', './single-sign-on-page.css'],
})
export class SingleSignOnPage {
  private readonly client = inject(SingleSignOnClient);
  private readonly toasts = inject(MatSnackBar);
  private readonly locale = inject(LocaleStore);

  private readonly answer = keptAnswer(NO_QUESTION, () => this.client.state());
  protected readonly state = this.answer.value;
  protected readonly failure = computed(() => {
    const error = this.answer.failure();
    return error === undefined ? '' : describeProblem(error, this.locale).message;
  });
  protected readonly roles = DOMAIN_ROLES;
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.maxLength(80), Validators.pattern(/\S/)]],
    issuer: ['', [Validators.required, Validators.maxLength(500), Validators.pattern(/^\s*https?:\/\/[^\s/]+\S*\s*$/)]],
    clientId: ['', [Validators.required, Validators.maxLength(300), Validators.pattern(/\S/)]],
    clientSecret: ['', Validators.maxLength(2000)],
    domains: ['', emailDomains],
    role: ['viewer' as SaveProvider['role']],
    replacesSecondStep: [false],
    allowPrivate: [false],
  });
  protected readonly busy = signal(false);
  protected readonly removing = signal(false);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    effect(() => {
      const state = this.state();
      if (!state) return;
      const { domains = [], ...provider } = state.provider ?? {};
      this.form.reset({ ...provider, clientSecret: '', domains: domains.join(', ') });
      if (state.fromEnvironment) this.form.disable();
      else this.form.enable();
    });
  }

  protected wrong(field: keyof typeof this.form.controls): boolean {
    const control = this.form.controls[field];
    return control.touched && control.invalid;
  }

  protected reload(): void {
    this.answer.reload();
  }

  protected async save(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    const { clientSecret, domains, issuer, ...rest } = this.form.getRawValue();
    const provider = { ...rest, issuer: issuer.trim(), domains: domainsOf(domains) };
    await this.tell(async () => {
      await firstValueFrom(this.client.save({ ...provider, ...(clientSecret && { clientSecret }) }));
      this.toasts.open(this.locale.translate('accounts.singleSignOn.saved'), undefined, { duration: 4_000 });
    });
  }

  /** The first click asks, the second one removes. */
  protected async remove(): Promise<void> {
    if (!this.removing()) return this.removing.set(true);
    await this.tell(async () => {
      await firstValueFrom(this.client.remove(), { defaultValue: null });
      this.toasts.open(this.locale.translate('accounts.singleSignOn.removed'), undefined, { duration: 4_000 });
    });
  }

  private async tell(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.removing.set(false);
    this.problem.set(null);
    try {
      await work();
      this.reload();
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }
}

const domainsOf = (text: string) => text.split(/[\s,、，;；]+/).filter(Boolean);

function emailDomains({ value }: AbstractControl<string>) {
  return domainsOf(value).every((domain) => emailDomainSchema.safeParse(domain).success) ? null : { domain: true };
}
