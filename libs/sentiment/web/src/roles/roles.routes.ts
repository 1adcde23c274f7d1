import type { Routes } from '@angular/router';

/** Pages about roles and their prompts. */
export const rolesRoutes: Routes = [
  { path: 'settings/roles', loadComponent: () => import('./roles-page/roles-page').then((file) => file.RolesPage) },
  {
    path: 'settings/roles/new',
    loadComponent: () => import('./new-role-page/new-role-page').then((file) => file.NewRolePage),
  },
  { path: 'settings/roles/:name', loadComponent: () => import('./role-page/role-page').then((file) => file.RolePage) },
];
