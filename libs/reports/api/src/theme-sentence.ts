import type { SummaryLocale } from '@moodline/reports/contract';
import { numbersIn, type Theme } from '@moodline/trends/api';

type Mood = 'positive' | 'negative';

const WORDS: Record<SummaryLocale, (name: string, n: string, share: number, mood: Mood) => string> = {
  en: (name, n, share, mood) => `${capitalised(name)}: ${n} comments, ${share}% of them ${mood}.`,
  zh: (name, n, share, mood) => `${name}：共 ${n} 条评论，其中 ${share}% 为${mood === 'negative' ? '负面' : '正面'}。`,
  ja: (name, n, share, mood) =>
    `${name}：${n}件のコメント、うち${share}%が${mood === 'negative' ? 'ネガティブ' : 'ポジティブ'}。`,
};

/** A theme as a sentence: the words are its name, the numbers come from the database. */
export function themeSentence(locale: SummaryLocale, name: string, { n, share }: Theme, mood: Mood): string {
  return WORDS[locale](name, new Intl.NumberFormat(locale).format(n), share, mood);
}

/** Whether every number of a sentence is one of the theme's, or stands in one of the comments it cites. */
export function themeSentenceHolds(sentence: string, { n, share, examples }: Theme): boolean {
  const known = new Set([n, share, ...examples.flatMap(({ text }) => numbersIn(text).map(({ value }) => value))]);
  return examples.length > 0 && numbersIn(sentence).every(({ value }) => known.has(value));
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
