export * from './monday-offer/monday-offer';
export * from './pinning/report-pinning';
export * from './reports.routes';
export * from './summary-card/summary-card';
