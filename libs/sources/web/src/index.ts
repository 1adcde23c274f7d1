import { en } from './i18n/en';
import { zh } from './i18n/zh';

export { sourcesRoutes } from './sources.routes';

/** Words of the sources domain for the translation dictionary. */
export const sourcesWords = { en, zh };

/** Words of the domain in Japanese, fetched when they are shown. */
export const loadSourcesJa = () => import('./i18n/ja').then(({ ja }) => ja);
