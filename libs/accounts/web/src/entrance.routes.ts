import type { Routes } from '@angular/router';

const notice = () => import('./notice-page/notice-page').then((file) => file.NoticePage);

/** Pages before signing in. */
export const entranceRoutes: Routes = [
  { path: 'sign-in', loadComponent: () => import('./sign-in-page/sign-in-page').then((file) => file.SignInPage) },
  {
    path: 'owner',
    loadComponent: () => import('./link-pages/owner-link-page').then((file) => file.OwnerLinkPage),
  },
  { path: 'join', loadComponent: () => import('./link-pages/join-page').then((file) => file.JoinPage) },
  {
    path: 'new-password',
    loadComponent: () => import('./link-pages/new-password-page').then((file) => file.NewPasswordPage),
  },
  { path: 'no-owner', loadComponent: notice, data: { notice: 'noOwner' } },
  { path: 'link-expired', loadComponent: notice, data: { notice: 'linkExpired' } },
  { path: 'unreachable', loadComponent: notice, data: { notice: 'unreachable' } },
];
