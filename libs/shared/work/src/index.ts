export * from './beat';
export * from './conflict';
export * from './lease';
export * from './rate';
export * from './slices';
export * from './tally';
export * from './work-loop';
