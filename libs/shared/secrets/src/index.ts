export * from './secret-box';
export * from './secrets.module';
export * from './secret-destination';
