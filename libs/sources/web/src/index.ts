export { sourcesRoutes } from './sources.routes';
