import { joinTrees, type WordTree } from '@moodline/shared/i18n';
import { compareZh } from './compare-words.zh';
import { themesZh } from './themes-words.zh';
import { trendsZh } from './trends.zh';

/** All Chinese words of the trends domain. */
export const zh: WordTree = joinTrees([trendsZh, compareZh, themesZh]);
