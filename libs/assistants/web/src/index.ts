export { assistantsRoutes } from './assistants.routes';
