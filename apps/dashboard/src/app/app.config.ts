import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, ErrorHandler, inject, provideEnvironmentInitializer } from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { sessionInterceptor } from '@moodline/accounts/web/start';
import { forgetConversations } from '@moodline/chat/web/start';
import { COMMENT_DRAWER } from '@moodline/comments/web/start';
import { LAZY_WORDS, type LazyWords, provideWords } from '@moodline/shared/ui/start';
import { routes } from './app.routes';
import { connectionInterceptor } from './connection/connection-interceptor';
import { FailureHandler } from './failures/failure-handler';
import { ReturnToPlace } from './place/return-to-place';
import { TranslatedTitle } from './translated-title';

/** One file of words a language: only the one that is shown is fetched. */
const words: LazyWords = {
  en: () => import('./words/en').then(({ en }) => en),
  zh: () => import('./words/zh').then(({ zh }) => zh),
  ja: () => import('./words/ja').then(({ ja }) => ja),
};

export const appConfig: ApplicationConfig = {
  providers: [
    provideHttpClient(withInterceptors([connectionInterceptor, sessionInterceptor])),
    provideRouter(routes, withComponentInputBinding(), withInMemoryScrolling({ scrollPositionRestoration: 'enabled' })),
    provideWords(),
    { provide: LAZY_WORDS, useValue: words },
    { provide: TitleStrategy, useExisting: TranslatedTitle },
    {
      provide: COMMENT_DRAWER,
      useValue: () => import('./signed-in.routes').then(({ loadCommentDrawer }) => loadCommentDrawer()),
    },
    { provide: ErrorHandler, useExisting: FailureHandler },
    provideEnvironmentInitializer(forgetConversations),
    provideEnvironmentInitializer(() => void inject(ReturnToPlace)),
  ],
};
