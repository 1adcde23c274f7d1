import { FactSheet, sentences, type TellingOf } from '@moodline/narration/api';
import { WHOLE_SCOPE } from '@moodline/narration/contract';
import type { Board } from '@moodline/trends/api';
import { peakDrafts } from './peak-drafts';

const period = { from: '2026-05-04', to: '2026-05-08' };
const of: TellingOf = { period, compared: period, scope: WHOLE_SCOPE, filter: period };

const days = (...comments: readonly number[]) => ({
  step: 'day' as const,
  starts: comments.map((_, day) => new Date(Date.UTC(2026, 4, 4 + day))),
  slots: comments.map((n) => {
    const negative = Math.round(n / 2);
    return { negative, positive: n - negative, neutral: 0, unlabelled: 0, unsure: 0, positiveSum: 0, negativeSum: 0 };
  }),
  filter: { timeZone: 'UTC' } as Board['filter'],
});

describe('peakDrafts', () => {
  it('tells the day that stands out, and opens its comments', () => {
    const [draft] = peakDrafts(of, days(20, 30, 120, 40, 20));
    if (!draft) throw new Error('No peak was told');
    const sheet = new FactSheet();
    sheet.add(draft);
    expect(sentences(sheet.facts, 'en', 0)[0]?.text).toMatch(/6 May.*120.*50%/);
    expect(draft.citations.filter).toEqual({ from: '2026-05-06', to: '2026-05-06' });
  });

  it('tells none of days that are alike, of a few comments, or of hours', () => {
    expect(peakDrafts(of, days(50, 60, 70, 60, 50))).toEqual([]);
    expect(peakDrafts(of, days(1, 1, 6, 1, 1))).toEqual([]);
    expect(peakDrafts(of, { ...days(20, 30, 120, 40, 20), step: 'hour' })).toEqual([]);
  });
});
