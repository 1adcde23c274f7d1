import type { Routes } from '@angular/router';

/** Pages that make and change a monitor. The list of monitors shows their mood and belongs to the trends. */
export const monitorEditorRoutes: Routes = [
  {
    path: 'monitors/new',
    loadComponent: () => import('./monitor-editor/monitor-editor').then((file) => file.MonitorEditor),
  },
  {
    path: 'monitors/:id',
    loadComponent: () => import('./monitor-editor/monitor-editor').then((file) => file.MonitorEditor),
  },
];
