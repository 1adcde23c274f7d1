export * from './annotation';
export * from './change';
export * from './data-range';
export * from './mood';
export * from './net-interval';
export * from './theme';
