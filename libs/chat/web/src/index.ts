export * from './chat-panel/chat-panel';
export { ConversationStore } from './conversation/conversation-store';
