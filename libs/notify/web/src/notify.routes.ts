import type { Routes } from '@angular/router';

/** Pages of the notify domain. */
export const notifyRoutes: Routes = [
  {
    path: 'settings/channels',
    loadComponent: () => import('./channels-page/channels-page').then((file) => file.ChannelsPage),
  },
];
