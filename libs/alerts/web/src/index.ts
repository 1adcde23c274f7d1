export { OpenAlerts } from './open-alerts/open-alerts';
