export { LeavingBadge } from './leaving-badge/leaving-badge';
