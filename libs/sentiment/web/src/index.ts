export { qualityRoutes, reviewRoutes, tagRoutes } from './sentiment.routes';
export { rolesRoutes } from './roles/roles.routes';
export { JudgedShare } from './judged-share/judged-share';
export { LabellingProgressChip } from './labelling-progress/labelling-progress';
export { SentimentClient } from './sentiment.client';
