import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { accountsRoutes } from '@moodline/accounts/web';
import { alertsRoutes } from '@moodline/alerts/web';
import { assistantsRoutes, loadCommentTranslation } from '@moodline/assistants/web';
import { loadBackupSettings } from '@moodline/backups/web';
import {
  COMMENT_PAGE_PARTS,
  commentsRoutes,
  FilterStore,
  loadLeavingOutSettings,
  loadPrivacySettings,
  monitorEditorRoutes,
  tagsRoutes,
} from '@moodline/comments/web';
import { languageModelRoutes } from '@moodline/language-model/web';
import { loadChannelsSection, notifyRoutes } from '@moodline/notify/web';
import { ReportPinning, reportsRoutes } from '@moodline/reports/web';
import { qualityRoutes, reviewRoutes, rolesRoutes, tagRoutes } from '@moodline/sentiment/web';
import { PINNING, type Pinnable, SETTINGS_SECTIONS } from '@moodline/shared/ui';
import { sourcesRoutes } from '@moodline/sources/web';
import { compareRoutes, monitorsRoutes, themesRoutes } from '@moodline/trends/web';
import { Frame } from './frame/frame';
import { Overview } from './overview/overview';

export { loadCommentDrawer } from '@moodline/comments/web';

/**
 * Pages of a signed-in person, inside of the frame. This file is loaded after the session is known, with the frame and the overview in it;
 * the other pages are loaded from here, so that a bundler knows that they find the frame's code already there.
 * Titles are keys of words. `filter` says that the page's numbers follow the filter bar.
 */
export const signedInRoutes: Routes = [
  {
    path: 'tv',
    title: 'shell.tv.title',
    resolve: { range: () => inject(FilterStore).load() },
    loadComponent: () => import('./tv/tv-page').then((file) => file.TvPage),
  },
  {
    path: '',
    resolve: { range: () => inject(FilterStore).load() },
    component: Frame,
    providers: [
      {
        provide: SETTINGS_SECTIONS,
        useValue: [loadLeavingOutSettings, loadPrivacySettings, loadChannelsSection, loadBackupSettings],
      },
      { provide: COMMENT_PAGE_PARTS, useValue: [loadCommentTranslation] },
      {
        provide: PINNING,
        useFactory:
          (pinning = inject(ReportPinning)) =>
          (what: Pinnable) =>
            pinning.ask(what),
      },
    ],
    children: [
      { path: '', pathMatch: 'full', title: 'shell.page.overview', data: { filter: true }, component: Overview },
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
      { path: '', title: 'shell.page.settings', children: accountsRoutes },
      { path: '', title: 'models.title', children: languageModelRoutes },
      {
        path: '**',
        title: 'shell.notFound.title',
        loadComponent: () => import('./not-found/not-found').then((file) => file.NotFound),
      },
    ],
  },
];
