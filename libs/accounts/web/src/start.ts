export { accountsRoutes } from './accounts.routes';
export { sessionGuard } from './session/session-guard';
export { sessionInterceptor } from './session/session-interceptor';
export { SessionStore, type SessionStatus } from './session/session-store';
