import { en } from './i18n/en';
import { zh } from './i18n/zh';

export { sourcesRoutes } from './sources.routes';
export { ja as sourcesJa } from './i18n/ja';

/** Words of the sources domain for the translation dictionary. */
export const sourcesWords = { en, zh };
