import { zh as accounts } from '@moodline/accounts/web/i18n/zh';
import { zh as alerts } from '@moodline/alerts/web/i18n/zh';
import { zh as assistants } from '@moodline/assistants/web/i18n/zh';
import { zh as backups } from '@moodline/backups/web/i18n/zh';
import { zh as chat } from '@moodline/chat/web/i18n/zh';
import { zh as comments } from '@moodline/comments/web/i18n/zh';
import { zh as languageModel } from '@moodline/language-model/web/i18n/zh';
import { zh as notify } from '@moodline/notify/web/i18n/zh';
import { zh as reports } from '@moodline/reports/web/i18n/zh';
import { zh as sentiment } from '@moodline/sentiment/web/i18n/zh';
import { joinTrees, type WordTree } from '@moodline/shared/i18n';
import { zh as ui } from '@moodline/shared/ui/i18n/zh';
import { zh as sources } from '@moodline/sources/web/i18n/zh';
import { zh as trends } from '@moodline/trends/web/i18n/zh';
import { shellZh } from './shell-words.zh';

/** All domains' words in Chinese: one file, fetched when the language is shown. */
export const zh: WordTree = joinTrees([
  shellZh,
  ui,
  accounts,
  alerts,
  assistants,
  backups,
  chat,
  comments,
  languageModel,
  notify,
  reports,
  sentiment,
  sources,
  trends,
]);
