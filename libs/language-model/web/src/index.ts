import { en } from './i18n/en';
import { zh } from './i18n/zh';

export { languageModelRoutes } from './language-model.routes';
export { LeavingBadge } from './leaving-badge/leaving-badge';
export { ja as languageModelJa } from './i18n/ja';

/** Words of the language-model domain for the translation dictionary. */
export const languageModelWords = { en, zh };
