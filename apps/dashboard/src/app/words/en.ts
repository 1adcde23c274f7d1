import { en as accounts } from '@moodline/accounts/web/i18n/en';
import { en as alerts } from '@moodline/alerts/web/i18n/en';
import { en as assistants } from '@moodline/assistants/web/i18n/en';
import { en as backups } from '@moodline/backups/web/i18n/en';
import { en as chat } from '@moodline/chat/web/i18n/en';
import { en as comments } from '@moodline/comments/web/i18n/en';
import { en as languageModel } from '@moodline/language-model/web/i18n/en';
import { en as notify } from '@moodline/notify/web/i18n/en';
import { en as reports } from '@moodline/reports/web/i18n/en';
import { en as sentiment } from '@moodline/sentiment/web/i18n/en';
import { joinTrees, type WordTree } from '@moodline/shared/i18n';
import { en as ui } from '@moodline/shared/ui/i18n/en';
import { en as sources } from '@moodline/sources/web/i18n/en';
import { en as trends } from '@moodline/trends/web/i18n/en';
import { shellEn } from './shell-words.en';

/** All domains' words in English: one file, fetched when the language is shown. */
export const en: WordTree = joinTrees([
  shellEn,
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
