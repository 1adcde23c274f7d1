/** Tells what a question asks for. The weights were tuned with these very words: a change needs an evaluation and a new version. */
const SYSTEM = {
  zh: '你给分析问题分类，只输出一个词：TREND COMPARE WHY COMPLAINTS PRAISE SOURCE TOPIC QUOTES SHARE ALERT REPORT HELP OTHER',
  en: 'Classify the question. Output one word only: TREND COMPARE WHY COMPLAINTS PRAISE SOURCE TOPIC QUOTES SHARE ALERT REPORT HELP OTHER',
  ja: '質問を分類し一語だけ出力：TREND COMPARE WHY COMPLAINTS PRAISE SOURCE TOPIC QUOTES SHARE ALERT REPORT HELP OTHER',
} as const;

export const ASKS_ROLE = {
  zh: { name: 'asks-zh', version: 1, system: SYSTEM.zh },
  en: { name: 'asks-en', version: 1, system: SYSTEM.en },
  ja: { name: 'asks-ja', version: 1, system: SYSTEM.ja },
} as const;
