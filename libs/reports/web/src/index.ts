export * from './reports.routes';
export * from './reports.words';
export * from './summary-card/summary-card';
export { ja as reportsJa } from './i18n/ja';
