import type { Routes } from '@angular/router';

/** The list of monitors with their volume and mood; it follows the filter bar. */
export const monitorsRoutes: Routes = [
  {
    path: 'monitors',
    data: { filter: true },
    loadComponent: () => import('./monitors/monitors-page/monitors-page').then((file) => file.MonitorsPage),
  },
];
