export * from './access';
export * from './answers';
export * from './domain-error';
export * from './event-stream';
export * from './http.module';
export * from './problem.filter';
export * from './server-events';
export * from './zod.pipe';
