import type { Routes } from '@angular/router';
import { sessionGuard } from './session/session-guard';

/** The settings with what lies below them. */
export const accountsRoutes: Routes = [
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
    path: 'settings/single-sign-on',
    title: 'shell.page.settings',
    canActivate: [sessionGuard],
    loadComponent: () => import('./single-sign-on/single-sign-on-page').then((file) => file.SingleSignOnPage),
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
