import type { Routes } from '@angular/router';

/** Pages of the language-model domain. */
export const languageModelRoutes: Routes = [
  { path: 'settings/model', loadComponent: () => import('./models-page/models-page').then((file) => file.ModelsPage) },
];
