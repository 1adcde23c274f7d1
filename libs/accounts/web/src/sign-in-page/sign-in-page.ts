import { Component, effect, inject, signal, viewChild, type ElementRef } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { nextPath } from '../session/session-guard';
import { SessionStore } from '../session/session-store';

/** Signing in with e-mail and password, and with a code where the person has turned that on. */
@Component({
  selector: 'ml-sign-in-page',
  imports: [ReactiveFormsModule, TranslocoPipe],
  templateUrl: './sign-in-page.html',
  styleUrl: '../entrance.css',
})
export class SignInPage {
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly locale = inject(LocaleStore);
  private readonly route = inject(ActivatedRoute);

  protected readonly form = inject(NonNullableFormBuilder).group({
    email: ['', [Validators.required, Validators.email]],
    password: ['', Validators.required],
    code: [''],
  });
  /** The password fits, and a code is asked for. */
  protected readonly secondStep = signal(false);
  private readonly codeInput = viewChild<ElementRef<HTMLInputElement>>('codeInput');
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    effect(() => this.codeInput()?.nativeElement.focus());
  }

  protected async signIn(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { email, password, code } = this.form.getRawValue();
      await this.store.signIn({ email, password, ...(this.secondStep() && { code }) });
      await this.router.navigateByUrl(nextPath(this.route.snapshot.queryParamMap.get('next')));
    } catch (error) {
      const { code, message } = describeProblem(error, this.locale);
      if (code === 'second-factor-needed') this.askForCode();
      else this.problem.set(message);
    } finally {
      this.busy.set(false);
    }
  }

  /** Back to e-mail and password. */
  protected startOver(): void {
    this.secondStep.set(false);
    this.problem.set(null);
    this.form.controls.code.clearValidators();
    this.form.reset();
  }

  private askForCode(): void {
    this.secondStep.set(true);
    const { code } = this.form.controls;
    code.setValidators([Validators.required, Validators.minLength(6)]);
    code.reset();
  }
}
