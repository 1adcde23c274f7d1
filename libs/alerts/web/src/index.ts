import { en } from './i18n/en';
import { zh } from './i18n/zh';

export { alertsRoutes } from './alerts.routes';
export { ja as alertsJa } from './i18n/ja';

/** Words of the alerts domain. */
export const alertsWords = { en, zh };
