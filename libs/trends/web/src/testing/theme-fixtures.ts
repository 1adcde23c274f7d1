import type { MoodTotal, Theme, ThemeDetail, ThemeList } from '@moodline/trends/contract';

const PERIOD = { from: '2026-05-08T00:00:00.000Z', to: '2026-05-15T00:00:00.000Z' };
const PREVIOUS = { from: '2026-05-01T00:00:00.000Z', to: PERIOD.from };

export const moodTotal = (positive: number, negative: number, unlabelled = 0): MoodTotal => ({
  n: positive + negative,
  positive,
  neutral: 0,
  negative,
  net: positive + negative ? (100 * (positive - negative)) / (positive + negative) : null,
  unsure: 0,
  unlabelled,
});

/** A theme with 40 comments where there were 10, all but ten of them negative. */
export const aTheme = (part: Partial<Theme> = {}): Theme => ({
  id: 1,
  name: 'battery life',
  named: false,
  words: ['battery', '续航'],
  hidden: false,
  merged: [],
  total: moodTotal(10, 28, 2),
  before: moodTotal(5, 5),
  points: -3,
  rose: '2026-05-10T00:00:00.000Z',
  ...part,
});

export const aThemeList = (themes: Theme[], part: Partial<ThemeList> = {}): ThemeList => ({
  period: PERIOD,
  timeZone: 'UTC',
  themes,
  hidden: [],
  change: -29,
  rest: -12,
  total: moodTotal(40, 60),
  sample: 100,
  inNoTheme: 33,
  compared: true,
  ...part,
});

export const aThemeDetail = (part: Partial<ThemeDetail> = {}): ThemeDetail => ({
  ...aTheme(),
  period: PERIOD,
  previous: PREVIOUS,
  timeZone: 'UTC',
  change: -29,
  step: 'day',
  line: [{ start: '2026-05-09T00:00:00.000Z', n: 38, positive: 10, neutral: 0, negative: 28, net: -47.4 }],
  claims: [
    {
      words: ['drains'],
      label: 'negative',
      n: 7,
      quote: {
        commentId: 5,
        text: 'It <b>drains</b> in an hour',
        language: 'en',
        label: 'negative',
        source: 'Forum',
        engagement: 3,
      },
      filter: { theme: 1, q: 'drains', label: ['negative'] },
    },
  ],
  quotes: [{ commentId: 6, text: '一上午就没电了', language: 'zh', label: 'negative', source: 'Weibo', engagement: 9 }],
  sources: [{ id: 3, name: 'Forum', total: moodTotal(10, 28, 2) }],
  ...part,
});
