import { joinTrees, type WordTree } from '@moodline/shared/i18n';
import { compareEn } from './compare-words.en';
import { themesEn } from './themes-words.en';
import { trendsEn } from './trends.en';

/** All English words of the trends domain. */
export const en: WordTree = joinTrees([trendsEn, compareEn, themesEn]);
