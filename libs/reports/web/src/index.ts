export * from './reports.routes';
export * from './summary-card/summary-card';
