export * from './channel';
export * from './channel-kind';
export * from './delivery';
export * from './notice';
