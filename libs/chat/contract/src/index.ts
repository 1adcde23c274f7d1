export * from './answer';
export * from './exhibit';
export * from './fact';
export * from './intent';
export * from './question';
