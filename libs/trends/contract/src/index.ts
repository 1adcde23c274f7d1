export * from './data-range';
export * from './mood';
