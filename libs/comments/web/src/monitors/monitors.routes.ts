import type { Routes } from '@angular/router';

/** Pages of the monitors. The list follows the filter bar; the editor does not. */
export const monitorsRoutes: Routes = [
  {
    path: 'monitors',
    data: { filter: true },
    loadComponent: () => import('./monitors-page/monitors-page').then((file) => file.MonitorsPage),
  },
  {
    path: 'monitors/new',
    loadComponent: () => import('./monitor-editor/monitor-editor').then((file) => file.MonitorEditor),
  },
  {
    path: 'monitors/:id',
    loadComponent: () => import('./monitor-editor/monitor-editor').then((file) => file.MonitorEditor),
  },
];
