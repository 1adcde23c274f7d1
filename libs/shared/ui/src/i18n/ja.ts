import type { WordTree } from '@moodline/shared/i18n';

/** Japanese words of the shared widgets and of errors that any request can end in. */
export const ja: WordTree = {
  ui: {
    loading: '読み込み中',
    retry: '再試行',
    close: '閉じる',
    reveal: { show: '表示', hide: '隠す', showTyped: '入力した文字を表示', hideTyped: '入力した文字を隠す' },
    chart: {
      asTable: '表で見る',
      asChart: 'グラフで見る',
      failed: 'データを読み込めませんでした',
      points: 'グラフの点：矢印キーで移動し、Enter で開きます',
      take: '書き出し',
      png: '画像（PNG）',
      svg: '画像（SVG）',
      csv: '数値（CSV）',
      copyPicture: '画像をコピー',
      copyNumbers: '数値をコピー',
      pin: 'レポートに追加…',
      saved: 'ファイルに保存しました',
      copied: 'コピーしました',
      notTaken: 'ブラウザーに許可されませんでした。ファイルに保存してください。',
    },
  },
  errors: {
    unknown: '予期しない問題が起きました。データは変更されていません。もう一度お試しください。',
    offline:
      'サーバーから応答がありません。データは変更されていません。Moodline が起動していることを確かめて、もう一度お試しください。',
    internal: 'サーバーで問題が起きました。保存済みのデータは失われていません。もう一度お試しください。',
    'bad-request': 'サーバーがリクエストを解釈できませんでした。ページを再読み込みして、もう一度お試しください。',
    'not-found': 'すでに存在しません。ページを再読み込みしてください。',
    'too-large': 'サイズが大きすぎるため、サーバーが受け付けられません。',
    'method-not-allowed': 'ここではこの操作はできません。ページを再読み込みして、もう一度お試しください。',
    'unsupported-type': 'この種類の内容は読み取れません。ページを再読み込みして、もう一度お試しください。',
    'takes-too-long':
      '集計に時間がかかりすぎます。期間を短くするか、絞り込みを減らしてください。よく調べる言葉はモニターにすると、前もって集計されます。',
    'too-many-requests': '短時間にリクエストが集中しています。1分ほど待ってから、もう一度お試しください。',
    'too-many-at-once': '同じ処理がすでにいくつか実行中です。いずれかが終わるまでお待ちください。',
    'model-unavailable': '言語モデルが動いていません。自動で再起動しますので、少し待ってからお試しください。',
    'model-writing-interrupted': '言語モデルの文章作成が途中で止まりました。もう一度お試しください。',
    'model-input-too-long': '文章が長すぎて言語モデルで扱えません。短くしてください。',
    'model-unusable-answer': '言語モデルから使える回答が得られませんでした。もう一度お試しください。',
    'model-weights-damaged':
      '言語モデルのファイルが壊れています。対象のファイルと復旧方法はサーバーのログに記録されています。',
  },
};
