import type { WordTree } from '@moodline/shared/i18n';
import { learningJa } from './learning-words.ja';
import { qualityJa } from './quality-words.ja';
import { relabellingJa } from './relabelling.ja';
import { rolesJa } from './roles.ja';
import { tagPageJa } from './tag-page-words.ja';

/** Japanese words of the sentiment domain. */
export const ja: WordTree = {
  sentiment: {
    title: '判定',
    judged: {
      share: '人が確認したコメント{{n}}件のうち、{{share}}（{{interval}}）で判定が正しいとされました。',
      few: '人が確認したコメントは{{n}}件です。判定の正しさを示すには足りません。',
      none: 'まだ誰も判定を確認していないため、正しさは分かっていません。',
      more: '判定の正しさを見る',
    },
    chip: {
      starting: 'モデル起動中',
      restarting: 'モデル再起動中',
      failed: '判定停止中',
      working: '判定中 {{share}}',
      ready: 'すべて判定済み',
      left: '残り{{time}}',
    },
    state: {
      starting: 'モデルを起動しています',
      restarting: 'モデルを再起動しています',
      failed: '判定が止まっています',
      working: 'コメントを判定しています',
      ready: 'すべてのコメントを判定しました',
    },
    note: {
      starting: '届いたコメントは順番を待っています。数秒で始まります。',
      restarting: 'モデルが予期せず停止し、再起動中です。データは失われず、処理中だったコメントは判定し直します。',
      failed:
        'モデルが起動しません。判定待ちのコメントは残っています。Ctrl-C で Moodline を止め、npm start をもう一度実行してメッセージを確かめてください。壊れたモデルファイルがあれば、そこに表示されます。',
      working: 'バックグラウンドで進みます。数値とグラフは順次更新されるので、このページを離れてもかまいません。',
      ready: '新しいコメントは、届きしだい判定されます。',
    },
    pending: '判定待ち',
    labelled: '判定済み',
    unscored: '判定なし',
    rate: '速度',
    perSecond: '毎秒{{rate}}件',
    timeLeft: '残り時間',
    review: {
      title: '確認待ち',
      subtitle:
        '確信度の低いものから、確認済みのものと似ていない順に並びます。4件に1件は無作為に選び、判定全体の正しさを測ります。',
      progress: '今日{{today}}/{{goal}}件',
      today: '今日{{today}}件',
      current: '確認するコメント',
      question: '正しい判定は？',
      asIs: '自動判定どおり',
      undo: '元に戻す',
      skip: 'スキップ',
      left: '未確認{{count}}件',
      judged: '確認したばかりのコメント',
      failed: '確認待ちを読み込めませんでした',
      empty: {
        title: '確認待ちのコメントはありません',
        text: '判定済みでまだ誰も確認していないコメントが、あいまいなものから順に並びます。確認した結果はすべてのグラフに反映され、自動判定との一致率は品質のページで見られます。',
        done: 'すべて確認しました',
        doneText: 'この絞り込みの判定済みコメントはすべて確認済みです。新しいコメントは、判定されるとここに並びます。',
        quality: '品質を見る',
        clear: '絞り込みを解除',
        example: '例：「最高、また壊れた」が41%でポジティブと判定されました。3 を押すと、ネガティブとして数えます。',
      },
    },
    quality: qualityJa,
  },
  learning: learningJa,
  tagPage: tagPageJa,
  roles: rolesJa,
  relabelling: relabellingJa,
  errors: {
    'tag-threshold-too-low': 'このタグでは、これほど低い可能性は保存されません。もっと高い値を選んでください。',
    'role-prompt-empty': 'プロンプトが空です。モデルに何をさせるかを書いてください。',
    'role-prompt-too-long': 'プロンプトが長すぎます。短くしてください。',
    'too-many-roles': '自作の役割はすでに50個あります。先に1個削除してください。',
    'role-prompt-same': '同じプロンプトの版がすでにあります。その版を使うか、内容を変更してください。',
    'role-not-evaluated': 'この版はまだ評価されていません。先に評価するか、評価せずに使うことを確認してください。',
    'relabelling-open': '別の再判定が残っています。先にそれへ切り替えるか、破棄してください。',
    'relabelling-nothing': 'この期間に判定済みのコメントはありません。',
    'relabelling-state': '再判定の状態がその間に変わりました。確認してから選び直してください。',
    'set-too-large': '評価用データは20,000行、32 MB までです。何も保存していません。ファイルを分けてください。',
    'set-unreadable':
      'ファイルを表または JSON Lines として読み取れません。何も保存していません。UTF-8 の CSV で保存し、もう一度お試しください。',
    'set-columns': '本文の列と判定の列が必要です。列名を text と label にしてください。何も保存していません。',
    'set-ambiguous':
      '判定が 0 と 1 だけで、0 がネガティブかニュートラルか区別できません。言葉、または 1、0、-1 で書いてください。何も保存していません。',
    'set-empty': '本文と読み取れる判定の両方がある行がありません。何も保存していません。',
    'set-name-taken': '同じ名前の評価用データがすでにあります。別の名前にしてください。',
    'evaluation-empty': '評価に使えるコメントがまだありません。先に確認待ちのコメントを確認してください。',
    'evaluation-model':
      'そのモデルは現在の判定に使われておらず、判定結果もそろっていません。先に設定で選んでください。',
    'proposal-decided': 'この提案はすでに決定されています。現在の提案を確認してください。',
    'proposal-outdated': '判定に使われている版またはモデルが変わりました。もう一度学習させてから決めてください。',
  },
};
