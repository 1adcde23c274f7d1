import { joinTrees, type WordTree } from '@moodline/shared/i18n';
import { learningZh } from './learning-words.zh';
import { qualityErrorsZh } from './quality-errors.zh';
import { qualityZh } from './quality-words.zh';
import { reviewZh } from './review-words.zh';
import { sentimentZh } from './sentiment.zh';
import { tagPageZh } from './tag-page-words.zh';

/** All Chinese words of the sentiment domain. */
export const zh: WordTree = joinTrees([sentimentZh, learningZh, qualityZh, qualityErrorsZh, reviewZh, tagPageZh]);
