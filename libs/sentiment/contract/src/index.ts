export * from './corrections';
export * from './evaluation';
export * from './evaluations';
export * from './labelled-sets';
export * from './labelling';
export * from './relabelling';
export * from './review';
export * from './roles';
