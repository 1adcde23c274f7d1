import type { Words } from '@moodline/shared/i18n';
import { en } from './i18n/en';
import { zh } from './i18n/zh';

export { compareWords } from './i18n/compare-words';
export { themesWords } from './i18n/themes-words';

export { AnnotatedChart, type NamedAxis } from './annotations/annotated-chart';
export * from './mood-page/mood-page';
export * from './trends.routes';

/** Words of the trends domain. */
export const trendsWords: Words = { en, zh };

/** Words of the domain in Japanese, fetched when they are shown. */
export const loadTrendsJa = () => import('./i18n/ja').then(({ ja }) => ja);
