import type { Exhibit } from '@moodline/narration/contract';
import type { Label } from '@moodline/comments/contract';
import { nameInText } from '@moodline/narration/api';
import { signed, volume, wholeNet, wholeShare, type BoardTheme } from '@moodline/trends/api';
import { labelledPart, type MoodPoint, type MoodTotal, type SourceMood } from '@moodline/trends/contract';
import type { ClockUnit } from '../question/clock-units';
import type { QuestionLanguage } from '../question/question-language';

/** What the rows of a table are. */
type FirstColumn = 'period' | 'source' | 'language' | 'monitor' | 'theme' | ClockUnit;

/** Heads of columns. */
export const COLUMNS: Record<
  QuestionLanguage,
  Record<FirstColumn | 'comments' | 'average' | 'before' | 'positive' | 'negative' | 'net', string> & {
    readonly labelled: Readonly<Record<Label, string>>;
  }
> = {
  zh: {
    period: '时段',
    source: '来源',
    language: '语言',
    monitor: '监测',
    theme: '主题',
    weekday: '星期',
    weekend: '日子',
    hour: '时段',
    average: '日均',
    labelled: { positive: '正面评论', neutral: '中性评论', negative: '负面评论' },
    comments: '评论数',
    before: '上期',
    positive: '正面占比',
    negative: '负面占比',
    net: '净情绪',
  },
  en: {
    period: 'Period',
    source: 'Source',
    language: 'Language',
    monitor: 'Monitor',
    theme: 'Theme',
    weekday: 'Day of the week',
    weekend: 'Days',
    hour: 'Hour',
    average: 'A day',
    labelled: { positive: 'Positive comments', neutral: 'Neutral comments', negative: 'Negative comments' },
    comments: 'Comments',
    before: 'Period before',
    positive: 'Positive',
    negative: 'Negative',
    net: 'Net mood',
  },
  ja: {
    period: '期間',
    source: 'ソース',
    language: '言語',
    monitor: 'モニター',
    theme: '話題',
    weekday: '曜日',
    weekend: '日',
    hour: '時間帯',
    average: '1日平均',
    labelled: { positive: 'ポジティブ件数', neutral: 'ニュートラル件数', negative: 'ネガティブ件数' },
    comments: 'コメント数',
    before: '前の期間',
    positive: 'ポジティブ比率',
    negative: 'ネガティブ比率',
    net: '感情スコア',
  },
};

/** "Net mood" in the language of the answer. */
export const netMoodWord = (language: QuestionLanguage): string => COLUMNS[language].net;

/** Net mood over time, a line per name. */
export function lineExhibit(
  series: readonly { readonly name: string; readonly points: readonly MoodPoint[] }[],
): Exhibit {
  return {
    kind: 'line',
    series: series.map(({ name, points }) => ({
      name,
      points: points.map(({ start, net, n }) => ({ start, net, n })),
    })),
  };
}

/** Totals side by side: periods or sources. */
export function totalsTable(
  language: QuestionLanguage,
  first: FirstColumn,
  rows: readonly { readonly name: string; readonly wide?: string; readonly total: MoodTotal }[],
): Exhibit {
  const words = COLUMNS[language];
  return {
    kind: 'table',
    columns: [words[first], words.comments, words.positive, words.negative, words.net],
    rows: rows.map(({ name, wide, total }) => [
      wide ?? name,
      total.n,
      `${wholeShare(total.positive, total.n)}%`,
      `${wholeShare(total.negative, total.n)}%`,
      signed(wholeNet(total)),
    ]),
  };
}

/** Themes with their numbers, and how many comments there were before where that is known. */
export function themesTable(
  language: QuestionLanguage,
  mood: 'positive' | 'negative',
  themes: readonly BoardTheme[],
): Exhibit {
  const words = COLUMNS[language];
  const compared = themes.some(({ before }) => before !== null);
  return {
    kind: 'table',
    columns: [words.theme, words.comments, ...(compared ? [words.before] : []), words[mood]],
    rows: themes.map(({ theme, total, before }) => [
      nameInText(theme, language),
      volume(total),
      ...(compared ? [before && volume(before)] : []),
      labelledPart({ n: total.n, comments: volume(total) }) === 'few' ? '–' : `${wholeShare(total[mood], total.n)}%`,
    ]),
  };
}

export const sourceRow = ({ source, total }: SourceMood) => ({ name: source.name, total });
