import type { Routes } from '@angular/router';

/** Pages of the alerts domain. */
export const alertsRoutes: Routes = [
  { path: 'alerts', loadComponent: () => import('./alerts-page/alerts-page').then((file) => file.AlertsPage) },
  { path: 'alerts/rules/:id', loadComponent: () => import('./rule-page/rule-page').then((file) => file.RulePage) },
];
