export * from './model-choice';
export * from './model-check';
export * from './model-download';
export * from './model-status';
