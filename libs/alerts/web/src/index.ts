import { en } from './i18n/en';
import { zh } from './i18n/zh';

export { alertsRoutes } from './alerts.routes';

/** Words of the alerts domain. */
export const alertsWords = { en, zh };
