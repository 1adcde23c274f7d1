export * from './chat.words';
export * from './chat-panel/chat-panel';
export { ConversationStore } from './conversation/conversation-store';
