export { alertsRoutes } from './alerts.routes';
export { OpenAlerts } from './open-alerts/open-alerts';
