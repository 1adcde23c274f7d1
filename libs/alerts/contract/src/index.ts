export * from './alert';
export * from './measure';
export * from './preview';
export * from './rule';
