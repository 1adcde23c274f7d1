import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { SessionStore } from './session-store';

/** Lets signed-in people pass; sends others to where they can go on, and remembers where they wanted to go. */
export const sessionGuard: CanActivateFn = async (_route, { url }) => {
  const store = inject(SessionStore);
  const router = inject(Router);
  if (store.status() !== 'signed-in') await store.load();
  switch (store.status()) {
    case 'signed-in':
      return true;
    case 'owner-missing':
      return router.createUrlTree(['/no-owner']);
    case 'unreachable':
      return router.createUrlTree(['/unreachable'], { queryParams: { next: url } });
    default:
      return router.createUrlTree(['/sign-in'], { queryParams: url === '/' ? {} : { next: url } });
  }
};

/** Where to go after signing in: a path of this site, whatever the link said. */
export function nextPath(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}
