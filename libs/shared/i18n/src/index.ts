export * from './calendar-day';
export * from './formats';
export * from './merge-words';
export * from './text-in';
export * from './ui-language';
