import type { Routes } from '@angular/router';

/** Pages of the reports domain. */
export const reportsRoutes: Routes = [
  { path: 'reports', loadComponent: () => import('./reports-page/reports-page').then((file) => file.ReportsPage) },
  { path: 'reports/:id', loadComponent: () => import('./report-page/report-page').then((file) => file.ReportPage) },
  {
    path: 'reports/:id/issues/:issue',
    loadComponent: () => import('./edition-page/edition-page').then((file) => file.EditionPage),
  },
];
