import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, ErrorHandler, inject, provideEnvironmentInitializer } from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { accountsWords, sessionInterceptor } from '@moodline/accounts/web';
import { alertsWords } from '@moodline/alerts/web';
import { backupsWords, loadBackupSettings } from '@moodline/backups/web';
import { assistantsWords } from '@moodline/assistants/web';
import { chatWords, ConversationStore } from '@moodline/chat/web';
import {
  COMMENT_DRAWER,
  commentsWords,
  filterWords,
  loadCommentDrawer,
  loadLeavingOutSettings,
  loadPrivacySettings,
  monitorWords,
  tagWords,
  provideUndoKey,
} from '@moodline/comments/web';
import { languageModelWords } from '@moodline/language-model/web';
import { loadChannelsSection, notifyWords } from '@moodline/notify/web';
import { reportsWords } from '@moodline/reports/web';
import { sentimentWords } from '@moodline/sentiment/web';
import { LAZY_WORDS, type LazyWords, provideWords, SETTINGS_SECTIONS, uiWords } from '@moodline/shared/ui';
import { sourcesWords } from '@moodline/sources/web';
import { compareWords, themesWords, trendsWords } from '@moodline/trends/web';
import { routes } from './app.routes';
import { connectionInterceptor } from './connection/connection-interceptor';
import { FailureHandler } from './failures/failure-handler';
import { TranslatedTitle } from './translated-title';
import { loadJa } from './words/ja';
import { shellWords } from './words/shell-words';

/** All domains' words in the languages that come with the first load. */
export const words = [
  shellWords,
  uiWords,
  accountsWords,
  alertsWords,
  backupsWords,
  assistantsWords,
  chatWords,
  commentsWords,
  compareWords,
  filterWords,
  languageModelWords,
  monitorWords,
  tagWords,
  notifyWords,
  reportsWords,
  sentimentWords,
  sourcesWords,
  themesWords,
  trendsWords,
];

/** All domains' words in the languages that are fetched when they are shown. */
const lazyWords: LazyWords = { ja: loadJa };

export const appConfig: ApplicationConfig = {
  providers: [
    provideHttpClient(withInterceptors([connectionInterceptor, sessionInterceptor])),
    provideRouter(routes, withComponentInputBinding(), withInMemoryScrolling({ scrollPositionRestoration: 'enabled' })),
    provideWords(...words),
    { provide: LAZY_WORDS, useValue: lazyWords },
    { provide: TitleStrategy, useExisting: TranslatedTitle },
    { provide: COMMENT_DRAWER, useValue: loadCommentDrawer },
    {
      provide: SETTINGS_SECTIONS,
      useValue: [loadLeavingOutSettings, loadPrivacySettings, loadChannelsSection, loadBackupSettings],
    },
    { provide: ErrorHandler, useExisting: FailureHandler },
    provideUndoKey(),
    // There from the start, so that a kept conversation goes when its owner signs out, whether the panel was open or not.
    provideEnvironmentInitializer(() => void inject(ConversationStore)),
  ],
};
