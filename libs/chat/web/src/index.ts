export * from './chat.words';
export * from './chat-panel/chat-panel';
export { ConversationStore } from './conversation/conversation-store';
export { ja as chatJa } from './i18n/ja';
