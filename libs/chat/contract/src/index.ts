export * from './answer';
export * from './exhibit';
export * from './intent';
export * from './question';
