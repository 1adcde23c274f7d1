export * from './exhibit';
export * from './fact';
export * from './scope';
export * from './sentence';
export * from './told-answer';
