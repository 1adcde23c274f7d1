import type { Routes } from '@angular/router';

/** The queue of comments that wait for a person's word. */
export const reviewRoutes: Routes = [
  { path: 'review', loadComponent: () => import('./review-page/review-page').then((file) => file.ReviewPage) },
];

/** How far the labels can be trusted. */
export const qualityRoutes: Routes = [
  { path: 'quality', loadComponent: () => import('./quality-page/quality-page').then((file) => file.QualityPage) },
];

/** What a tag learns, and where the machine puts it. */
export const tagRoutes: Routes = [
  { path: 'tags/:id', loadComponent: () => import('./tag-page/tag-page').then((file) => file.TagPage) },
];
