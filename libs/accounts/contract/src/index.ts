export * from './account';
export * from './api-key';
export * from './audit-event';
export * from './common-password';
export * from './member';
export * from './saved-view';
export * from './session';
export * from './workspace';
