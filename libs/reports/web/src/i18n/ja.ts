import type { WordTree } from '@moodline/shared/i18n';
import { reportPagesJa } from './reports.ja';

/** Japanese words of the reports domain. */
export const ja: WordTree = {
  reports: {
    ...reportPagesJa,
    summary: {
      title: '要点',
      more: '続き（{{n}}）',
      movers: {
        rising: '▲ 話題が増加',
        falling: '▼ 話題が減少',
        most: '話題の多いテーマ',
        count: '{{n}}件',
        net: '感情スコア{{net}}',
        share: '変化{{change}}ポイントのうち{{points}}',
      },
      reading: 'コメントを読んでいます…',
      readingOne: 'コメント1件を読んでいます…',
      readingMany: 'コメント{{n}}件を読んでいます…',
      elapsed: '経過時間',
      cancel: 'キャンセル',
      cancelled: '要約をキャンセルしました。このページのほかの内容には影響ありません。',
      write: '今すぐ作成',
      failed: '要約を作成できませんでした。',
      retry: '再試行',
      notEnough: 'データ不足（n = {{n}}）',
      notEnoughHint:
        '要約には判定済みのコメントが{{minimum}}件以上必要です。期間を長くするか、絞り込みを減らしてください。',
      comment: 'コメント{{id}} [{{number}}]',
      behind: '全{{n}}件の根拠コメント：{{text}}',
      all: '全{{n}}件',
      part: {
        happened: '起きたこと',
        turned: '変化の時期',
        drove: '変化の要因',
        better: '好評な点',
        unknown: 'わからないこと',
      },
      writtenBy: '{{model}}がコメント{{n}}件から作成（{{time}}）',
      written: 'コメント{{n}}件から作成（{{time}}）',
      droppedOne: '根拠を確かめられなかった1文を省きました。',
      droppedMany: '根拠を確かめられなかった{{n}}文を省きました。',
    },
  },
};
