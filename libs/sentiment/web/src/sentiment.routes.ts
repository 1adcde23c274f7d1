import type { Routes } from '@angular/router';

/** The queue of comments that wait for a person's word. */
export const reviewRoutes: Routes = [
  { path: 'review', loadComponent: () => import('./review-page/review-page').then((file) => file.ReviewPage) },
];

/** How far the labels can be trusted. */
export const qualityRoutes: Routes = [
  { path: 'quality', loadComponent: () => import('./quality-page/quality-page').then((file) => file.QualityPage) },
];
