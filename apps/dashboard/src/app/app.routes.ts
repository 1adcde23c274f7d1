import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { accountsRoutes } from '@moodline/accounts/web/start';
import { alertsRoutes } from '@moodline/alerts/web/start';
import { assistantsRoutes } from '@moodline/assistants/web/start';
import { commentsRoutes, FilterStore, monitorEditorRoutes, tagsRoutes } from '@moodline/comments/web/start';
import { languageModelRoutes } from '@moodline/language-model/web/start';
import { notifyRoutes } from '@moodline/notify/web/start';
import { reportsRoutes } from '@moodline/reports/web/start';
import { qualityRoutes, reviewRoutes, rolesRoutes, tagRoutes } from '@moodline/sentiment/web/start';
import { sourcesRoutes } from '@moodline/sources/web/start';
import { compareRoutes, monitorsRoutes, themesRoutes } from '@moodline/trends/web/start';
import { entranceGuard } from './entrance-guard';

const isSettings = ({ path }: { path?: string }) => path === 'settings' || path?.startsWith('settings/');

/** Titles are keys of words. `filter` says that the page's numbers follow the filter bar. */
export const routes: Routes = [
  // Signing in and the like stand alone; the settings are a page like others.
  ...accountsRoutes.filter((route) => !isSettings(route)).map((route) => ({ title: 'shell.title.entrance', ...route })),
  {
    path: '',
    canActivate: [entranceGuard],
    resolve: { range: () => inject(FilterStore).load() },
    loadComponent: () => import('./frame/frame').then((file) => file.Frame),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'shell.page.overview',
        data: { filter: true },
        loadComponent: () => import('./overview/overview').then((file) => file.Overview),
      },
      { path: '', title: 'shell.page.comments', data: { filter: true }, children: commentsRoutes },
      { path: '', title: 'shell.page.tags', children: [...tagsRoutes, ...tagRoutes] },
      { path: '', title: 'shell.page.review', data: { filter: true }, children: reviewRoutes },
      { path: '', title: 'shell.page.quality', data: { filter: true }, children: qualityRoutes },
      { path: '', title: 'shell.page.themes', children: themesRoutes },
      { path: '', title: 'shell.page.compare', children: compareRoutes },
      { path: '', title: 'shell.page.monitors', children: [...monitorsRoutes, ...monitorEditorRoutes] },
      { path: '', title: 'shell.page.reports', children: reportsRoutes },
      { path: '', title: 'shell.page.alerts', children: alertsRoutes },
      { path: '', title: 'shell.page.sources', children: sourcesRoutes },
      { path: '', title: 'shell.page.channels', children: notifyRoutes },
      { path: '', title: 'shell.page.roles', children: rolesRoutes },
      { path: '', title: 'try.title', children: assistantsRoutes },
      { path: '', title: 'shell.page.settings', children: accountsRoutes.filter(isSettings) },
      { path: '', title: 'models.title', children: languageModelRoutes },
      {
        path: '**',
        title: 'shell.notFound.title',
        loadComponent: () => import('./not-found/not-found').then((file) => file.NotFound),
      },
    ],
  },
];
