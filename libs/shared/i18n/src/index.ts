export * from './calendar-day';
export * from './formats';
export * from './merge-words';
export * from './ui-language';
