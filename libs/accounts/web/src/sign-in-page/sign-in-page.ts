import { Component, effect, inject, signal, viewChild, type ElementRef } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore, Reveal } from '@moodline/shared/ui';
import { tap } from 'rxjs';
import { nextPath } from '../session/session-guard';
import { SessionStore } from '../session/session-store';
import { ProviderButton } from '../single-sign-on/provider-button';
import { SingleSignOnClient } from '../single-sign-on/single-sign-on.client';

/** What the page asks for. `password`: once, of whoever came back from an identity provider and has an account here. */
type Step = 'credentials' | 'password' | 'code';

/** Signing in with e-mail and password or by an identity provider, and with a code where the person has turned that on. */
@Component({
  selector: 'ml-sign-in-page',
  imports: [ProviderButton, ReactiveFormsModule, Reveal, TranslocoPipe],
  templateUrl: './sign-in-page.html',
  styleUrl: '../entrance.css',
})
export class SignInPage {
  private readonly store = inject(SessionStore);
  private readonly provider = inject(SingleSignOnClient);
  private readonly router = inject(Router);
  private readonly locale = inject(LocaleStore);
  private readonly query = inject(ActivatedRoute).snapshot.queryParamMap;

  protected readonly form = inject(NonNullableFormBuilder).group({
    email: ['', [Validators.required, Validators.email]],
    password: ['', Validators.required],
    code: [''],
  });
  protected readonly next = nextPath(this.query.get('next'));
  protected readonly step = signal<Step>('credentials');
  /** The person came back from an identity provider, and one thing more is asked for. */
  protected readonly byProvider = signal(false);
  private readonly input = viewChild<ElementRef<HTMLInputElement>>('proof');
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(this.problemOfProvider());

  constructor() {
    const step = this.query.get('step');
    if (step === 'password' || step === 'code') this.comeBack(step);
    effect(() => this.input()?.nativeElement.focus());
  }

  protected async signIn(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.router.navigateByUrl(nextPath(await this.enter()));
    } catch (error) {
      const { code, message } = describeProblem(error, this.locale);
      if (code === 'sso-ended') this.startOver();
      if (code === 'second-factor-needed') this.askForCode();
      else this.problem.set(message);
    } finally {
      this.busy.set(false);
    }
  }

  /** Back to e-mail and password. */
  protected startOver(): void {
    this.step.set('credentials');
    this.byProvider.set(false);
    this.problem.set(null);
    this.form.controls.code.clearValidators();
    this.form.enable();
    this.form.reset();
  }

  /** @returns where to go then */
  private async enter(): Promise<string> {
    const { email, password, code } = this.form.getRawValue();
    const more = this.step() === 'code' && { code };
    if (!this.byProvider()) {
      await this.store.signIn({ email, password, ...more });
      return this.next;
    }
    let wanted = '/';
    const finishing = this.provider.finish({ ...(password && { password }), ...more });
    await this.store.enterBy(finishing.pipe(tap(({ next }) => (wanted = next))));
    return wanted;
  }

  private comeBack(step: 'password' | 'code'): void {
    this.byProvider.set(true);
    this.form.controls.email.disable();
    if (step === 'password') return this.step.set('password');
    this.form.controls.password.disable();
    this.askForCode();
  }

  private askForCode(): void {
    this.step.set('code');
    const { code } = this.form.controls;
    code.setValidators([Validators.required, Validators.minLength(6)]);
    code.reset();
  }

  /** Why a way through an identity provider ended here; words that are not known are not shown. */
  private problemOfProvider(): string | null {
    const code = this.query.get('problem');
    if (code === null) return null;
    const words = /^[a-z-]+$/.test(code) ? this.locale.translate(`errors.${code}`) : '';
    return words && words !== `errors.${code}` ? words : this.locale.translate('errors.sso-invalid');
  }
}
