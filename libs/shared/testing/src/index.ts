export * from './labelled-comments';
export * from './test-database';
export * from './table';
