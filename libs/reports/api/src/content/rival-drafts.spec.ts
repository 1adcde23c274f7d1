import { FactSheet, sentences, type TellingOf } from '@moodline/narration/api';
import { WHOLE_SCOPE } from '@moodline/narration/contract';
import type { MonitorMood } from '@moodline/trends/contract';
import { rivalDrafts } from './rival-drafts';

const period = { from: '2026-05-04', to: '2026-05-10' };
const of: TellingOf = {
  period,
  compared: { from: '2026-04-27', to: '2026-05-03' },
  scope: WHOLE_SCOPE,
  filter: period,
};

function mood(id: number, kind: 'brand' | 'competitor' | 'topic', positive: number, negative: number): MonitorMood {
  const n = positive + negative;
  const net = n ? (100 * (positive - negative)) / n : null;
  const total = { n, positive, negative, neutral: 0, net, unsure: 0, unlabelled: 0 };
  return {
    monitor: { id, name: `${kind} ${id}`, kind, competitor: kind === 'competitor' },
    total,
  } as MonitorMood;
}

function told(...moods: MonitorMood[]): string[] {
  const sheet = new FactSheet();
  for (const draft of rivalDrafts(of, moods)) sheet.add(draft);
  return sentences(sheet.facts, 'en', 0).map(({ text }) => text);
}

describe('rivalDrafts', () => {
  it('tells who is talked about most, and whose mood is better', () => {
    const [order, pair, ...more] = told(
      mood(1, 'brand', 20, 60),
      mood(2, 'competitor', 60, 20),
      mood(3, 'topic', 90, 90),
    );
    expect(order).toMatch(/brand 1.*80.*competitor 2 \(80\)/);
    expect(pair).toBe('Brand 1 is more negative than competitor 2: net mood −50 against +50.');
    expect(more).toEqual([]);
  });

  it('puts no moods beside each other that rest on a few comments', () => {
    expect(told(mood(1, 'brand', 20, 60), mood(2, 'competitor', 4, 2))).toHaveLength(1);
  });

  it('says nothing without a brand and a competitor', () => {
    expect(told(mood(1, 'brand', 20, 60))).toEqual([]);
    expect(told(mood(1, 'competitor', 20, 60), mood(2, 'topic', 20, 60))).toEqual([]);
  });
});
