import { Component, DestroyRef, inject, signal } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { nextPath } from '../session/session-guard';
import { SessionStore } from '../session/session-store';

/** How often a page that did not reach the server looks whether it is there again (ms): a screen on a wall has nobody to press a button. */
const LOOK_EVERY = 15_000;

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

  constructor() {
    if (this.notice !== 'unreachable') return;
    const timer = setInterval(() => void this.look(), LOOK_EVERY);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected async tryAgain(): Promise<void> {
    this.busy.set(true);
    await this.look();
    this.busy.set(false);
    this.stillSo.set(this.isStillSo());
  }

  private async look(): Promise<void> {
    await this.store.load();
    // The guard of the page knows where to go on from each state.
    if (!this.isStillSo()) await this.router.navigateByUrl(nextPath(this.route.snapshot.queryParamMap.get('next')));
  }

  private isStillSo(): boolean {
    return ['unreachable', 'owner-missing'].includes(this.store.status());
  }
}
