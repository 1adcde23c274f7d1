/** Where the tab's conversations are kept (session storage). */
export const CONVERSATIONS_KEY = 'moodline.conversations';
