import { joinTrees, type WordTree } from '@moodline/shared/i18n';
import { filterZh } from '../filter/filter-words.zh';
import { monitorZh } from '../monitors/monitor-words.zh';
import { tagZh } from '../tags/tag-words.zh';
import { commentsZh } from './comments.zh';

/** All Chinese words of the comments domain. */
export const zh: WordTree = joinTrees([commentsZh, filterZh, monitorZh, tagZh]);
