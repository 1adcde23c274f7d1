/** Names a group of comments. The weights were tuned with these very words: a change needs an evaluation and a new version. */
const SYSTEM = {
  zh: '你给一组评论起主题名。只输出一个2到6个词的名称，不要别的。',
  en: 'You name the theme of a group of comments. Output only a name of 2-6 words, nothing else.',
  ja: 'あなたはコメント群に主題名を付ける。2〜6語の名前だけを出力。',
} as const;

export const THEMES_ROLE = {
  zh: { name: 'themes-zh', version: 1, system: SYSTEM.zh },
  en: { name: 'themes-en', version: 1, system: SYSTEM.en },
  ja: { name: 'themes-ja', version: 1, system: SYSTEM.ja },
} as const;
