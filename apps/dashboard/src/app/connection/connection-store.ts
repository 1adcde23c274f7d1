import { HttpClient } from '@angular/common/http';
import { DestroyRef, inject, Injectable, Injector, signal } from '@angular/core';

/** Milliseconds between two tries to reach the server again. */
const TRY_EVERY = 3_000;

/** Whether the API answers. Once it does not, it is asked until it does. */
@Injectable({ providedIn: 'root' })
export class ConnectionStore {
  private readonly injector = inject(Injector);
  private readonly isLost = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly lost = this.isLost.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  lose(): void {
    this.isLost.set(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tryAgain(), TRY_EVERY);
  }

  restore(): void {
    clearTimeout(this.timer);
    this.isLost.set(false);
  }

  // What comes of it reaches this store through the interceptor. The client is asked for late: it needs the interceptor first.
  private tryAgain(): void {
    this.injector
      .get(HttpClient)
      .get('/api/health')
      .subscribe({ error: () => undefined });
  }
}
