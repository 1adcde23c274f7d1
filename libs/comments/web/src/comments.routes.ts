import type { Routes } from '@angular/router';

/** Pages of the comments domain. */
export const commentsRoutes: Routes = [
  { path: 'comments', loadComponent: () => import('./comments-page/comments-page').then((file) => file.CommentsPage) },
];
