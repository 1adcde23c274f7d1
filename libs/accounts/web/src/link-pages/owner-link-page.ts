import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { AccountsClient } from '../accounts.client';
import { SessionStore } from '../session/session-store';
import { leaveIfEnded, takeLinkToken } from './link-token';

/** The owner link: a button redeems it, so that a program that looks at links does not. */
@Component({
  selector: 'ml-owner-link-page',
  imports: [TranslocoPipe],
  templateUrl: './owner-link-page.html',
  styleUrl: '../entrance.css',
})
export class OwnerLinkPage {
  private readonly client = inject(AccountsClient);
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly locale = inject(LocaleStore);
  private readonly token = takeLinkToken();

  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    if (!this.token) void this.router.navigateByUrl('/link-expired');
  }

  protected async signIn(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.store.enterBy(this.client.openLink(this.token));
      await this.router.navigateByUrl('/');
    } catch (error) {
      if (!leaveIfEnded(error, this.router)) this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }
}
