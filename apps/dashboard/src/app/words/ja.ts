import { ja as accounts } from '@moodline/accounts/web/i18n/ja';
import { ja as alerts } from '@moodline/alerts/web/i18n/ja';
import { ja as assistants } from '@moodline/assistants/web/i18n/ja';
import { ja as backups } from '@moodline/backups/web/i18n/ja';
import { ja as chat } from '@moodline/chat/web/i18n/ja';
import { ja as comments } from '@moodline/comments/web/i18n/ja';
import { ja as languageModel } from '@moodline/language-model/web/i18n/ja';
import { ja as notify } from '@moodline/notify/web/i18n/ja';
import { ja as reports } from '@moodline/reports/web/i18n/ja';
import { ja as sentiment } from '@moodline/sentiment/web/i18n/ja';
import { joinTrees, type WordTree } from '@moodline/shared/i18n';
import { ja as ui } from '@moodline/shared/ui/i18n/ja';
import { ja as sources } from '@moodline/sources/web/i18n/ja';
import { ja as trends } from '@moodline/trends/web/i18n/ja';
import { shellJa } from './shell-words.ja';

/**
 * All domains' words in Japanese: one file, fetched when the language is shown.
 *
 * Terms: net mood 感情スコア, emotion 感情, to label 判定(する), a person's label 修正, to judge in the queue 確認(する),
 * review queue 確認待ち, unsure あいまい, left out of the mood 集計の対象外, source ソース, to read a source 取得,
 * backfill 過去分の取得, monitor モニター, theme テーマ, engagement 反応数, loudest 反響の大きい, role (of the model) 役割,
 * version 版, tag タグ, report レポート, heads 分類ヘッド, labelled set 評価用データ, evaluation 評価, re-labelling 再判定, channel 通知チャンネル.
 * Sentences end in です・ます, labels and buttons are noun phrases; no space between a number and its counter.
 */
export const ja: WordTree = joinTrees([
  shellJa,
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
