export * from './secret-box';
export * from './settings';
export * from './settings.module';
