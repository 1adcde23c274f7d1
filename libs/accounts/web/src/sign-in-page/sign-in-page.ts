import { Component, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { nextPath } from '../session/session-guard';
import { SessionStore } from '../session/session-store';

/** Signing in with e-mail and password. */
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
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async signIn(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.store.signIn(this.form.getRawValue());
      await this.router.navigateByUrl(nextPath(this.route.snapshot.queryParamMap.get('next')));
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }
}
