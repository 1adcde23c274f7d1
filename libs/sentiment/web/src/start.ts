export { qualityRoutes, reviewRoutes, tagRoutes } from './sentiment.routes';
export { rolesRoutes } from './roles/roles.routes';
