import type { Routes } from '@angular/router';

/** Pages of the sources domain. */
export const sourcesRoutes: Routes = [
  { path: 'sources', loadComponent: () => import('./sources-page/sources-page').then((file) => file.SourcesPage) },
  {
    path: 'sources/add',
    loadComponent: () => import('./add-source-page/add-source-page').then((file) => file.AddSourcePage),
  },
  {
    path: 'sources/add/:kind',
    loadComponent: () => import('./source-form-page/source-form-page').then((file) => file.SourceFormPage),
  },
  { path: 'sources/import', loadComponent: () => import('./import-page/import-page').then((file) => file.ImportPage) },
  {
    path: 'sources/:id/edit',
    loadComponent: () => import('./source-form-page/source-form-page').then((file) => file.SourceFormPage),
  },
  { path: 'sources/:id/runs', loadComponent: () => import('./runs-page/runs-page').then((file) => file.RunsPage) },
];
