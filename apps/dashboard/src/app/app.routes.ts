import type { Routes } from '@angular/router';
import { entranceRoutes } from '@moodline/accounts/web/start';
import { entranceGuard } from './entrance-guard';

/** Signing in and the like stand alone; everything else waits for the session. Titles are keys of words. */
export const routes: Routes = [
  ...entranceRoutes.map((route) => ({ title: 'shell.title.entrance', ...route })),
  {
    path: '',
    canActivate: [entranceGuard],
    loadChildren: () => import('./signed-in.routes').then((file) => file.signedInRoutes),
  },
];
