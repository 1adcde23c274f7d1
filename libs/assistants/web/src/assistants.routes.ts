import type { Routes } from '@angular/router';

/** Pages of the assistants domain. */
export const assistantsRoutes: Routes = [
  {
    path: 'triage',
    title: 'triage.title',
    loadComponent: () => import('./triage-page/triage-page').then((file) => file.TriagePage),
  },
  {
    path: 'coach',
    title: 'coach.title',
    loadComponent: () => import('./coach/coach-page').then((file) => file.CoachPage),
  },
  {
    path: 'colleague',
    title: 'colleague.title',
    loadComponent: () => import('./colleague/colleague-page').then((file) => file.ColleaguePage),
  },
  {
    path: 'colleague/documents/:id',
    title: 'colleague.documents.document',
    loadComponent: () => import('./documents/document-page').then((file) => file.DocumentPage),
  },
  { path: 'try', loadComponent: () => import('./try-page/try-page').then((file) => file.TryPage) },
];
