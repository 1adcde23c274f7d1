// What the first page loads: nothing of the CDK, of Material or of a chart.
export * from './dialog/overlay-history';
export * from './icon/icon';
export * from './keyboard/is-typing';
export * from './live/server-events';
export * from './locale/lazy-words';
export * from './locale/locale-store';
export * from './locale/provide-words';
export * from './problem/describe-problem';
export * from './session/held-permissions';
export * from './session/own-address';
export * from './settings/settings-sections';
export * from './theme/theme-store';
