import { en } from './i18n/en';
import { zh } from './i18n/zh';

export { languageModelRoutes } from './language-model.routes';
export { LeavingBadge } from './leaving-badge/leaving-badge';

/** Words of the language-model domain for the translation dictionary. */
export const languageModelWords = { en, zh };

/** Words of the domain in Japanese, fetched when they are shown. */
export const loadLanguageModelJa = () => import('./i18n/ja').then(({ ja }) => ja);
