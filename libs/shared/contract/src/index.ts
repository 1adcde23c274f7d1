export * from './id';
export * from './comment-filter';
export * from './label';
export * from './language';
export * from './page';
export * from './permission';
export * from './problem';
export * from './server-event';
