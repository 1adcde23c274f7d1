import type { Routes } from '@angular/router';
import { sessionGuard } from './session/session-guard';

const notice = () => import('./notice-page/notice-page').then((file) => file.NoticePage);

/** Pages of the accounts domain: the ones before signing in, and the settings with what lies below them. */
export const accountsRoutes: Routes = [
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
  {
    path: 'settings',
    canActivate: [sessionGuard],
    loadComponent: () => import('./settings-page/settings-page').then((file) => file.SettingsPage),
  },
  {
    path: 'settings/members',
    title: 'shell.page.settings',
    canActivate: [sessionGuard],
    loadComponent: () => import('./members-page/members-page').then((file) => file.MembersPage),
  },
  {
    path: 'settings/keys',
    title: 'shell.page.settings',
    canActivate: [sessionGuard],
    loadComponent: () => import('./keys-page/keys-page').then((file) => file.KeysPage),
  },
  {
    path: 'settings/audit',
    title: 'shell.page.settings',
    canActivate: [sessionGuard],
    loadComponent: () => import('./audit-page/audit-page').then((file) => file.AuditPage),
  },
];
