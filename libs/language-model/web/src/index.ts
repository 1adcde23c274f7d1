export { languageModelRoutes } from './language-model.routes';
export { LeavingBadge } from './leaving-badge/leaving-badge';
export { ModelsStore } from './models-store';
