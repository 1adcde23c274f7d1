import { joinTrees, type WordTree } from '@moodline/shared/i18n';
import { filterEn } from '../filter/filter-words.en';
import { monitorEn } from '../monitors/monitor-words.en';
import { tagEn } from '../tags/tag-words.en';
import { commentsEn } from './comments.en';

/** All English words of the comments domain. */
export const en: WordTree = joinTrees([commentsEn, filterEn, monitorEn, tagEn]);
