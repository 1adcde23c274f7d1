import { mergeWords } from '@moodline/shared/i18n';
import { en } from './i18n/en';
import { learningWords } from './i18n/learning-words';
import { qualityErrors } from './i18n/quality-errors';
import { qualityWords } from './i18n/quality-words';
import { reviewWords } from './i18n/review-words';
import { tagPageWords } from './i18n/tag-page-words';
import { zh } from './i18n/zh';

export { JudgedShare } from './judged-share/judged-share';
export { LabellingProgressChip } from './labelling-progress/labelling-progress';
export { qualityRoutes, reviewRoutes, tagRoutes } from './sentiment.routes';
export { rolesRoutes } from './roles/roles.routes';
export { SentimentClient } from './sentiment.client';

/** Words of the sentiment domain for the translation dictionary. */
export const sentimentWords = mergeWords([
  { en, zh },
  reviewWords,
  qualityWords,
  qualityErrors,
  learningWords,
  tagPageWords,
]);

/** Words of the domain in Japanese, fetched when they are shown. */
export const loadSentimentJa = () => import('./i18n/ja').then(({ ja }) => ja);
