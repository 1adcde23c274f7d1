import { en } from './i18n/en';
import { zh } from './i18n/zh';

export { alertsRoutes } from './alerts.routes';
export { OpenAlerts } from './open-alerts/open-alerts';

/** Words of the alerts domain. */
export const alertsWords = { en, zh };

/** Words of the domain in Japanese, fetched when they are shown. */
export const loadAlertsJa = () => import('./i18n/ja').then(({ ja }) => ja);
