export * from './reports.routes';
export * from './reports.words';
export * from './summary-card/summary-card';

/** Words of the domain in Japanese, fetched when they are shown. */
export const loadReportsJa = () => import('./i18n/ja').then(({ ja }) => ja);
