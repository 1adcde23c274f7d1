export { forgetConversations } from './conversation/forget-conversations';
