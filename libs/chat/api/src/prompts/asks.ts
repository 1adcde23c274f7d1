import type { Intent } from '@moodline/chat/contract';

/** The words that the prompt answers with, and the intents they stand for. */
export const MODEL_INTENTS: readonly (readonly [string, Intent])[] = [
  ['TREND', 'trend'],
  ['COMPARE', 'compare'],
  ['WHY', 'why'],
  ['COMPLAINTS', 'complaints'],
  ['PRAISE', 'praise'],
  ['SOURCE', 'ranking'],
  ['TOPIC', 'topic'],
  ['QUOTES', 'quotes'],
  ['SHARE', 'share'],
  ['ALERT', 'alert'],
  ['REPORT', 'report'],
  ['HELP', 'help'],
  ['OTHER', 'other'],
];

/** Tells what a question asks for. The weights were tuned with these very words: a change needs an evaluation and a new version. */
const SYSTEM = {
  zh: '你给分析问题分类，只输出一个词：TREND COMPARE WHY COMPLAINTS PRAISE SOURCE TOPIC QUOTES SHARE ALERT REPORT HELP OTHER',
  en: 'Classify the question. Output one word only: TREND COMPARE WHY COMPLAINTS PRAISE SOURCE TOPIC QUOTES SHARE ALERT REPORT HELP OTHER',
  ja: '質問を分類し一語だけ出力：TREND COMPARE WHY COMPLAINTS PRAISE SOURCE TOPIC QUOTES SHARE ALERT REPORT HELP OTHER',
} as const;

const ABOUT = {
  title: { en: 'Questions', zh: '提问意图' },
  purpose: {
    en: 'Tells what a question in Ask wants to know, where its words alone do not tell.',
    zh: '判断“提问”里的问题想知道什么，只在字面看不出时才用。',
  },
  answer: { en: 'One of thirteen intents, each with its probability.', zh: '十三种意图之一，各带概率。' },
  task: 'choose',
  options: MODEL_INTENTS.map(([word]) => word),
} as const;

export const ASKS_ROLE = {
  zh: {
    name: 'asks-zh',
    version: 1,
    system: SYSTEM.zh,
    about: { ...ABOUT, language: 'zh', sample: '最近两周的口碑走势怎么样？' },
  },
  en: {
    name: 'asks-en',
    version: 1,
    system: SYSTEM.en,
    about: { ...ABOUT, language: 'en', sample: 'What do people complain about most?' },
  },
  ja: {
    name: 'asks-ja',
    version: 1,
    system: SYSTEM.ja,
    about: { ...ABOUT, language: 'ja', sample: 'どんな不満が多いですか？' },
  },
} as const;
