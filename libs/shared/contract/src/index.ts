export * from './id';
export * from './csv-cell';
export * from './formula-guard';
export * from './language';
export * from './page';
export * from './permission';
export * from './problem';
export * from './server-event';
