export * from './chat.words';
export * from './chat-panel/chat-panel';
export { ConversationStore } from './conversation/conversation-store';

/** Words of the domain in Japanese, fetched when they are shown. */
export const loadChatJa = () => import('./i18n/ja').then(({ ja }) => ja);
