export * from './fact';
export * from './scope';
export * from './sentence';
