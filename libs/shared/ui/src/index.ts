export * from './answers/kept-answer';
export * from './chart/chart-canvas';
export type { ChartLayout } from './chart/chart-layout';
export * from './chart/chart-frame';
export * from './chart/chart-look';
export type { ChartTable } from './chart/chart-table';
export * from './dialog/dialog-opener';
export * from './dialog/overlay-history';
export * from './dropdown/dropdown';
export * from './icon/icon';
export * from './keyboard/is-typing';
export { EventStreamClient, FETCH } from './live/event-stream-client';
export type { StreamMessage } from './live/event-stream';
export * from './live/server-events';
export * from './locale/lazy-words';
export * from './locale/locale-store';
export * from './locale/provide-words';
export * from './problem/describe-problem';
export * from './session/held-permissions';
export * from './theme/theme-store';
export * from './settings/settings-sections';
export * from './sparkline/sparkline';
export * from './tile/tile';
export * from './virtual/measured-rows';
export * from './words/ui-words';

/** Words of the shared parts in Japanese, fetched when they are shown. */
export const loadUiJa = () => import('./words/ui-words.ja').then(({ uiJa }) => uiJa);
