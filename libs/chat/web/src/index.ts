export * from './chat-panel/chat-panel';
