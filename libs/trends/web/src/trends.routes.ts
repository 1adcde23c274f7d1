import type { Routes } from '@angular/router';

/** The list of monitors with their volume and mood; it follows the filter bar. */
export const monitorsRoutes: Routes = [
  {
    path: 'monitors',
    data: { filter: true },
    loadComponent: () => import('./monitors/monitors-page/monitors-page').then((file) => file.MonitorsPage),
  },
];

/** What people talk about, and one theme of it; both follow the filter bar. */
export const themesRoutes: Routes = [
  {
    path: 'themes',
    data: { filter: true },
    loadComponent: () => import('./themes/themes-page/themes-page').then((file) => file.ThemesPage),
  },
  {
    path: 'themes/:id',
    data: { filter: true },
    loadComponent: () => import('./themes/theme-page/theme-page').then((file) => file.ThemePage),
  },
];

/** Two periods, sources, languages or monitors side by side. It has sides of its own in the address. */
export const compareRoutes: Routes = [
  {
    path: 'compare',
    loadComponent: () => import('./compare/compare-page').then((file) => file.ComparePage),
  },
];
