export * from './annotation';
export * from './change';
export * from './data-range';
export * from './labelled-part';
export * from './line-gap';
export * from './mood';
export * from './net-interval';
export * from './theme';
