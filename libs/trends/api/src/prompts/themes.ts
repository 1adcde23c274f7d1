/** Names a group of comments. The weights were tuned with these very words: a change needs an evaluation and a new version. */
const SYSTEM = {
  zh: '你给一组评论起主题名。只输出一个2到6个词的名称，不要别的。',
  en: 'You name the theme of a group of comments. Output only a name of 2-6 words, nothing else.',
  ja: 'あなたはコメント群に主題名を付ける。2〜6語の名前だけを出力。',
} as const;

const ABOUT = {
  title: { en: 'Theme names', zh: '主题命名' },
  purpose: {
    en: 'Names a group of similar comments in summaries and answers. A name that the comments do not bear out is replaced by the word they share.',
    zh: '为总结和回答里的一组相似评论起名。名称与评论不符时，改用它们共有的词。',
  },
  answer: { en: 'A name of two to six words, without a sentence around it.', zh: '一个两到六个词的名称，不成句。' },
  task: 'write',
} as const;

const SAMPLE = {
  zh: ['这手机一天要充三次电', '出门必须带充电宝，掉电太快', '待机一晚掉三成电'].join('\n'),
  en: ['I charge it three times a day', 'battery is empty by lunch', 'loses a third of its charge overnight'].join(
    '\n',
  ),
  ja: ['一日に三回も充電している', '昼には電池が切れる', '一晩で三割も減る'].join('\n'),
} as const;

export const THEMES_ROLE = {
  zh: { name: 'themes-zh', version: 1, system: SYSTEM.zh, about: { ...ABOUT, language: 'zh', sample: SAMPLE.zh } },
  en: { name: 'themes-en', version: 1, system: SYSTEM.en, about: { ...ABOUT, language: 'en', sample: SAMPLE.en } },
  ja: { name: 'themes-ja', version: 1, system: SYSTEM.ja, about: { ...ABOUT, language: 'ja', sample: SAMPLE.ja } },
} as const;
