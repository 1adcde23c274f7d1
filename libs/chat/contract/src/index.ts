export * from './answer';
export * from './intent';
export * from './question';
