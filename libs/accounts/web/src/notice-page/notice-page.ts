import { Component, inject, signal } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { nextPath } from '../session/session-guard';
import { SessionStore } from '../session/session-store';

/** Says why one cannot come in and what to do: no owner yet, a link that is used up, a server that does not answer. */
@Component({
  selector: 'ml-notice-page',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './notice-page.html',
  styleUrl: '../entrance.css',
})
export class NoticePage {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly store = inject(SessionStore);

  protected readonly notice: 'noOwner' | 'linkExpired' | 'unreachable' = this.route.snapshot.data['notice'];
  protected readonly busy = signal(false);
  protected readonly stillSo = signal(false);

  protected async tryAgain(): Promise<void> {
    this.busy.set(true);
    await this.store.load();
    this.busy.set(false);
    const status = this.store.status();
    this.stillSo.set(status === 'unreachable' || status === 'owner-missing');
    // The guard of the page knows where to go on from each state.
    if (!this.stillSo()) await this.router.navigateByUrl(nextPath(this.route.snapshot.queryParamMap.get('next')));
  }
}
