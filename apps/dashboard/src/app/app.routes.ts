import type { Routes } from '@angular/router';
import { entranceRoutes } from '@moodline/accounts/web/start';
import { entranceGuard } from './entrance-guard';

/** Whether Angular runs for development; the build replaces it. */
declare const ngDevMode: boolean;

/** Signing in and the like stand alone; everything else waits for the session. Titles are keys of words. */
export const routes: Routes = [
  // Development only: the build for production knows that this is false and leaves the page out. It stands without a server.
  ...(ngDevMode ? [{ path: 'kit', loadComponent: () => import('./kit/kit-page').then((file) => file.KitPage) }] : []),
  ...entranceRoutes.map((route) => ({ title: 'shell.title.entrance', ...route })),
  {
    path: '',
    canActivate: [entranceGuard],
    loadChildren: () => import('./signed-in.routes').then((file) => file.signedInRoutes),
  },
];
