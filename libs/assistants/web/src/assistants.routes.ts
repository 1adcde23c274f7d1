import type { Routes } from '@angular/router';

/** Pages of the assistants domain. */
export const assistantsRoutes: Routes = [
  { path: 'try', loadComponent: () => import('./try-page/try-page').then((file) => file.TryPage) },
];
