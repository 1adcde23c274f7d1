export * from './summary-card/summary-card';
