import type { Routes } from '@angular/router';

/** What people call comments by. */
export const tagsRoutes: Routes = [
  { path: 'tags', loadComponent: () => import('./tags/tags-page').then((file) => file.TagsPage) },
];

/** Pages of the comments domain. */
export const commentsRoutes: Routes = [
  { path: 'comments', loadComponent: () => import('./comments-page/comments-page').then((file) => file.CommentsPage) },
  {
    path: 'comments/:id',
    title: 'comments.work.page.title',
    data: { filter: false },
    loadComponent: () => import('./comment-page/comment-page').then((file) => file.CommentPage),
  },
];
