export { entranceRoutes } from './entrance.routes';
export { sessionGuard } from './session/session-guard';
export { sessionInterceptor } from './session/session-interceptor';
export { SessionStore } from './session/session-store';
