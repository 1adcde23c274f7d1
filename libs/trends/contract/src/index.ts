export * from './change';
export * from './data-range';
export * from './mood';
