import { loadAccountsJa } from '@moodline/accounts/web';
import { loadAlertsJa } from '@moodline/alerts/web';
import { loadBackupsJa } from '@moodline/backups/web';
import { loadAssistantsJa } from '@moodline/assistants/web';
import { loadChatJa } from '@moodline/chat/web';
import { loadCommentsJa } from '@moodline/comments/web';
import { loadLanguageModelJa } from '@moodline/language-model/web';
import { loadNotifyJa } from '@moodline/notify/web';
import { loadReportsJa } from '@moodline/reports/web';
import { loadSentimentJa } from '@moodline/sentiment/web';
import { joinTrees, type WordTree } from '@moodline/shared/i18n';
import { loadUiJa } from '@moodline/shared/ui';
import { loadSourcesJa } from '@moodline/sources/web';
import { loadTrendsJa } from '@moodline/trends/web';

/**
 * All domains' words in Japanese, fetched when Japanese is shown.
 *
 * Terms: net mood 感情スコア, emotion 感情, to label 判定(する), a person's label 修正, to judge in the queue 確認(する),
 * review queue 確認待ち, unsure あいまい, left out of the mood 集計の対象外, source ソース, to read a source 取得,
 * backfill 過去分の取得, monitor モニター, theme テーマ, engagement 反応数, loudest 反響の大きい, role (of the model) 役割,
 * version 版, tag タグ, report レポート, heads 分類ヘッド, labelled set 評価用データ, evaluation 評価, re-labelling 再判定, channel 通知チャンネル.
 * Sentences end in です・ます, labels and buttons are noun phrases; no space between a number and its counter.
 */
export const loadJa = async (): Promise<WordTree> =>
  joinTrees(
    await Promise.all([
      import('./shell-words.ja').then(({ shellJa }) => shellJa),
      loadUiJa(),
      loadAccountsJa(),
      loadAlertsJa(),
      loadBackupsJa(),
      loadAssistantsJa(),
      loadChatJa(),
      loadCommentsJa(),
      loadLanguageModelJa(),
      loadNotifyJa(),
      loadReportsJa(),
      loadSentimentJa(),
      loadSourcesJa(),
      loadTrendsJa(),
    ]),
  );
