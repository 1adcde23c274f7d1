import type { Answer, AsksBack, Intent } from '@moodline/chat/contract';
import type { QuestionLanguage } from './question/question-language';

interface AnswerWords {
  /** Not about the data. */
  readonly offTopic: string;
  /** Answer to a request for help. */
  readonly help: string;
  /** Asked for something that is not there yet. */
  readonly notServed: Partial<Record<Intent, string>>;
  readonly suggestions: readonly string[];
}

/** Words that are written by people, in the asker's language. */
export const ANSWER_WORDS: Record<QuestionLanguage, AnswerWords> = {
  zh: {
    offTopic: '这个问题和评论数据无关，我只能回答评论里能找到答案的问题。',
    help: '可以问我情绪走势、时段或来源之间的对比、变化的原因、吐槽和好评的重点、某个话题，或者让我找几条原话。',
    notServed: {
      alert: '对话里不能设置或查看预警，请到“预警”页。这里可以先问最近的变化和原因。',
      report: '对话里不能生成报告，请到“报告”页。这里可以看摘要，或直接问走势和原因。',
    },
    suggestions: [
      '最近两周的情绪走势怎么样？',
      '为什么口碑变差了？',
      '大家最近主要在吐槽什么？',
      '大家都在夸什么？',
      '哪个来源的口碑最差？',
      '给我看几条典型的差评原话',
    ],
  },
  en: {
    offTopic: 'That has nothing to do with the comments. I can only answer what the comments can tell.',
    help: 'You can ask how the mood moves, compare periods or sources, ask why it changed, what people complain about or praise, what they say about a topic, or for quotes.',
    notServed: {
      alert: 'Alerts are set up and listed on the Alerts page. Here you can ask what changed lately and why.',
      report: 'Reports are made on the Reports page. Here you can read the summary, or ask for trend and reasons.',
    },
    suggestions: [
      'How has the mood moved in the last two weeks?',
      'Why did the mood drop?',
      'What are people complaining about?',
      'What do people praise?',
      'Which source is the most negative?',
      'Show me a few typical negative quotes',
    ],
  },
  ja: {
    offTopic: 'コメントのデータとは関係のない質問のようです。コメントから分かることだけお答えできます。',
    help: '評判の推移、期間や媒体の比較、変化の理由、不満や好評の中身、特定の話題、コメントの引用についてお尋ねください。',
    notServed: {
      alert: 'アラートの設定と確認は「アラート」ページで行えます。ここでは最近の変化とその理由にお答えします。',
      report: 'レポートは「レポート」ページで作成できます。ここでは要約や推移、理由にお答えします。',
    },
    suggestions: [
      'ここ二週間の評判の推移は？',
      'なぜ評判が下がったのですか？',
      'どんな不満が多いですか？',
      '褒められている点は何ですか？',
      'どの媒体の評判が一番悪いですか？',
      '代表的な不満のコメントを見せて',
    ],
  },
};

const ASKED_BACK: Record<QuestionLanguage, Record<AsksBack['reason'], (words: string) => string>> = {
  zh: {
    'no-source': (words) => `这里没有名为“${words}”的来源。您想看哪个来源？`,
    'no-topic': (words) => `没有评论提到“${words}”。要换个说法吗？`,
    'unsure-topic': (words) => `您是只问提到“${words}”的评论吗？`,
    'unclear-period': (words) => `没有看懂“${words}”指哪段时间。请写明日期，或选一段时间。`,
    'no-event': (words) => `从评论里看不出“${words}”是哪一天的事。请给出日期，例如“11月6日之后”。`,
    'ambiguous-period': () => '您指的是哪一段时间？',
    misspelt: (words) => `没有评论提到“${words}”。您是不是想问：`,
    unclear: (words) =>
      words ? `没有看懂“${words}”。请换个说法，或从下面选一项。` : '您想问的是哪方面？请说明指标、时间、来源或话题。',
  },
  en: {
    'no-source': (words) => `There is no source called “${words}” here. Which one do you mean?`,
    'no-topic': (words) => `No comment mentions “${words}”. Is there another word for it?`,
    'unsure-topic': (words) => `Do you mean only comments that mention “${words}”?`,
    'unclear-period': (words) => `I could not tell which days “${words}” means. Name the days, or choose a period.`,
    'no-event': (words) =>
      `The comments do not show on which day “${words}” happened. Name a day, as in “since 6 November”.`,
    'ambiguous-period': () => 'Which days do you mean?',
    misspelt: (words) => `No comment mentions “${words}”. Did you mean:`,
    unclear: (words) =>
      words
        ? `I did not understand “${words}”. Say it another way, or choose one of these.`
        : 'What would you like to know? Name a number, a time, a source or a topic.',
  },
  ja: {
    'no-source': (words) => `「${words}」という媒体はありません。どの媒体のことですか？`,
    'no-topic': (words) => `「${words}」に触れたコメントはありません。別の言い方はありますか？`,
    'unsure-topic': (words) => `「${words}」に触れたコメントだけをお尋ねですか？`,
    'unclear-period': (words) =>
      `「${words}」がどの期間か読み取れませんでした。日付で指定するか、期間をお選びください。`,
    'no-event': (words) =>
      `「${words}」がいつのことか、コメントからは分かりません。「11月6日以降」のように日付でお尋ねください。`,
    'ambiguous-period': () => 'どの期間のことですか？',
    misspelt: (words) => `「${words}」に触れたコメントはありません。もしかして：`,
    unclear: (words) =>
      words
        ? `「${words}」の意味を読み取れませんでした。言い換えるか、次から選んでください。`
        : '何についてのご質問でしょうか。指標、期間、媒体、話題のいずれかをお示しください。',
  },
};

/** Ways to go on where a word may be a topic or not, and where it is not clear which days are meant. */
export const WAYS_ON: Record<
  QuestionLanguage,
  {
    readonly only: (words: string) => string;
    /** Leaves words out that were not understood. */
    readonly without: (words: string) => string;
    readonly all: string;
    readonly days: (days: number) => string;
    /** How the mood is, what is complained about, a summary. */
    readonly views: readonly string[];
  }
> = {
  zh: {
    only: (words) => `只看“${words}”`,
    without: (words) => `不管“${words}”`,
    all: '全部评论',
    days: (days) => `最近${days}天`,
    views: ['整体口碑', '主要吐槽', '摘要'],
  },
  en: {
    only: (words) => `Only “${words}”`,
    without: (words) => `Without “${words}”`,
    all: 'All comments',
    days: (days) => `Last ${days} days`,
    views: ['Overall mood', 'Main complaints', 'Summary'],
  },
  ja: {
    only: (words) => `「${words}」だけ`,
    without: (words) => `「${words}」を除く`,
    all: 'すべてのコメント',
    days: (days) => `直近${days}日`,
    views: ['全体の評判', '主な不満', '要約'],
  },
};

/** What is asked back, in the language of the question. The words of a topic stand without the signs of the search. */
export const askedBackText = (language: QuestionLanguage, reason: AsksBack['reason'], words: string): string =>
  ASKED_BACK[language][reason](words.replaceAll('"', '').replaceAll(' + ', ' '));

/** `2026-10-01 – 2026-10-07` */
export const periodText = (period: Answer['period'] | null): string => (period ? `${period.from} – ${period.to}` : '');
