import { en } from './i18n/en';
import { zh } from './i18n/zh';

export { accountsRoutes } from './accounts.routes';
export { sessionGuard } from './session/session-guard';
export { sessionInterceptor } from './session/session-interceptor';
export { SavedViews } from './views/saved-views';
export { ViewList } from './views/view-list';
export { SessionStore, type SessionStatus } from './session/session-store';

/** Words of the accounts domain for the translation dictionary. */
export const accountsWords = { en, zh };

/** Words of the domain in Japanese, fetched when they are shown. */
export const loadAccountsJa = () => import('./i18n/ja').then(({ ja }) => ja);
