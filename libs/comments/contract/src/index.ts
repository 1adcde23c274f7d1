export * from './comment';
export * from './filter-choices';
export * from './monitors/keyword';
export * from './monitors/monitor';
export * from './monitors/text-span';
export * from './monitors/word-forms';
export * from './privacy/privacy';
export * from './search/text-query';
