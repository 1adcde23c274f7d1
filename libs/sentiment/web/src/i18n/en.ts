import { joinTrees, type WordTree } from '@moodline/shared/i18n';
import { learningEn } from './learning-words.en';
import { qualityErrorsEn } from './quality-errors.en';
import { qualityEn } from './quality-words.en';
import { reviewEn } from './review-words.en';
import { sentimentEn } from './sentiment.en';
import { tagPageEn } from './tag-page-words.en';

/** All English words of the sentiment domain. */
export const en: WordTree = joinTrees([sentimentEn, learningEn, qualityEn, qualityErrorsEn, reviewEn, tagPageEn]);
