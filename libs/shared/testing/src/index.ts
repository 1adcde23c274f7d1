export * from './labelled-comments';
export * from './test-database';
export * from './table';
export * from './local-provider';
export * from './zip-of';
export * from './fake-imap-server';
export * from './self-signed';
