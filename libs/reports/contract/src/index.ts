export * from './digest';
export * from './edition';
export * from './issue';
export * from './pin';
export * from './report';
export * from './section';
export * from './snapshot';
export * from './summary';
