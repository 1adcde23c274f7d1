export { accountsRoutes } from './accounts.routes';
export { sessionGuard } from './session/session-guard';
export { SavedViews } from './views/saved-views';
export { ViewList } from './views/view-list';
export { SessionStore, type SessionStatus } from './session/session-store';
