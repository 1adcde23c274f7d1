import { coachJa } from '../coach/coach-words.ja';
import { colleagueJa, documentErrorsJa } from '../colleague/colleague-words.ja';
import { triageJa } from '../triage-page/triage-words.ja';
import { translationJa, translationErrorsJa } from '../translation/translation-words.ja';

/** Japanese words of the assistants domain. */
export const ja = {
  try: {
    title: '試す',
    subtitle:
      'このマシン上の小さなモデルが、2つの役割をこなします。冷静に判定し、温かく応えます。入力した内容は保存されません。',
    text: '試す文章',
    placeholder: 'コメントを入力または貼り付け',
    hint: '1行を1件として読みます。1件だけのときは返事も付きます。',
    samples: '例：',
    sample: {
      1: 'サポートに三日待たされて、まだ返事がありません',
      2: 'アップデートで朝がとても楽になりました！',
      3: 'ケースは他の色もありますか？',
    },
    over: 'ほかの{{ n }}行は読んでいません。一度に30行までです。',
    cut: '長い{{ n }}行は、先頭の1,000文字だけを読みました。',
    roles: {
      title: '表示される内容',
      text: '入力中は判定役が感情とその確率を示し、手を止めると聞き役が返事をします。違いはプロンプトだけです。',
      link: 'すべての役割とプロンプトを見る',
    },
    judge: '判定役',
    who: '答える役割',
    companion: '聞き役',
    unsure: 'あいまい',
    unsureText: '十分に確かな答えがありません。このようなコメントは確認待ちに入ります。',
    neutralText: '称賛でも不満でもありません。',
    byRule: 'モデルを使わず、規則で判定',
    language: { zh: '中国語', en: '英語', ja: '日本語', und: '言語を特定できません' },
    reason: {
      'no-words': '判定なし：文章がありません。',
      'unsupported-language': '判定なし：対応していない言語です。中国語、英語、日本語に対応しています。',
      'model-failed': '判定なし：モデルから使える値が得られませんでした。',
      'quotes-only': '判定なし：他人の発言の引用だけです。',
      'stars-only': '判定なし：星だけで文章がありません。',
    },
    soon: '入力を止めると返事をします。',
    writing: '書いています…',
    answer: '今すぐ返事',
    again: 'もう一度返事',
    stop: '停止',
    written: 'この返事は人が書いたものです。このような文章についてモデルには尋ねません。',
    mended: 'モデルの文を検査が直しました。理由：',
    flawed: 'この返事には、プログラムで分かる問題があります：',
    flaw: {
      language: '別の言語になっています。',
      echo: '元の文章を繰り返しています。',
      repetition: '同じことを繰り返しています。',
      cut: '長すぎるため途中で切れています。',
      empty: '内容がありません。',
      mood: '不満の文に喜んでいます。',
      stranger: '元の文章にいない人の話をしています。',
      aimless: '気持ちにも支えにも触れない文や、内容と関係のない文があります。',
      answer: '知らないことに答えています。',
      misread: '起きたことを、文章と違うように述べています。',
    },
    table: { text: '文章', label: '判定', probability: '確率', kind: '種類' },
    asked: {
      title: 'モデルに尋ねた内容',
      version: '版{{ version }}',
      tokens: '約{{ n }}トークンを読み取り',
      nothing: 'モデルには尋ねていません',
      time: '{{ n }}ミリ秒',
      head: 'このプロンプトに続けてモデルの出口まで読み、確率は分類ヘッドが出します。',
    },
  },
  coach: coachJa,
  triage: triageJa,
  colleague: colleagueJa,
  translation: translationJa,
  errors: {
    ...translationErrorsJa,
    ...documentErrorsJa,
    'already-answered': 'このコメントには返信済みです。送信も変更もしていません。',
    'sending-unclear':
      'このコメントへの返信を送信しましたが、届いたかどうか分かりません。元の投稿を確かめ、届いていれば「返信済みにする」を、届いていなければもう一度送信してください。',
    'person-sends': '返信はサインインした人だけが送れます。プログラムは下書きまでです。',
    'answers-not-allowed': 'このソースからは返信を送れません。サイトが対応していれば、ソースの設定で許可してください。',
    'too-many-snippets': '定型文はすでに100件あります。先に1件削除してください。',
    'too-many-essays': 'すでに200件の作文を保存しています。先に1件削除してください。',
    'too-many-essay-versions': 'この作文にはすでに20の版があります。新しい作文として保存してください。',
  },
};
