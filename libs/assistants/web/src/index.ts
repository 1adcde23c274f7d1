import { en } from './i18n/en';
import { zh } from './i18n/zh';

export { assistantsRoutes } from './assistants.routes';

/** Words of the assistants domain for the translation dictionary. */
export const assistantsWords = { en, zh };

/** Words of the domain in Japanese, fetched when they are shown. */
export const loadAssistantsJa = () => import('./i18n/ja').then(({ ja }) => ja);
