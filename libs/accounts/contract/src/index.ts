export * from './account';
export * from './common-password';
export * from './member';
export * from './session';
export * from './workspace';
