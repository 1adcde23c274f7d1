import { FactSheet } from '@moodline/narration/api';
import { WHOLE_SCOPE } from '@moodline/narration/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import type { MoodFacts } from '@moodline/trends/api';
import type { Search } from './asked-facts';
import { addEachEmotion } from './each-emotion';
import { addTurns } from './turns';

const point = (day: number, positive: number, negative: number) => ({
  start: new Date(Date.UTC(2026, 9, day)).toISOString(),
  ...{ n: positive + negative, positive, negative },
});
/** Ten good days, ten bad ones. */
const TURNED = Array.from({ length: 20 }, (_, index) =>
  index < 10 ? point(index + 1, 16, 4) : point(index + 1, 4, 16),
);
const COUNTS: Readonly<Record<string, number>> = { anger: 12, sadness: 5 };

function moods(points: typeof TURNED): MoodFacts {
  const total = (n: number) => ({ n, positive: 0, neutral: 0, negative: n, unlabelled: 0 });
  return {
    series: async (_: number, { emotion }: CommentFilter) => ({
      ...{ points, timeZone: 'UTC', total: total(COUNTS[emotion?.[0] ?? ''] ?? 0) },
    }),
    closedFilter: async () => ({
      ...{ from: new Date('2026-10-01T00:00:00Z'), to: new Date('2026-10-21T00:00:00Z'), timeZone: 'UTC' },
    }),
  } as unknown as MoodFacts;
}

function search(emotions: readonly string[] = []): Search {
  return {
    ...{ workspaceId: 1, language: 'zh', within: {}, sheet: new FactSheet(), exhibits: [], timeZone: 'UTC' },
    period: { from: '2026-10-01', to: '2026-10-20' },
    typed: { scope: { ...WHOLE_SCOPE, emotions } },
  } as unknown as Search;
}

describe('since when the mood has another level', () => {
  it('is told by the day on which it turned', async () => {
    const asked = search();
    expect(await addTurns(asked, moods(TURNED))).toBe(true);
    expect(asked.sheet.facts).toMatchObject([{ kind: 'turning-point', at: '2026-10-11', before: 60, now: -60 }]);
  });

  it('is not told where nothing turned', async () => {
    const asked = search();
    expect(await addTurns(asked, moods(TURNED.slice(0, 10)))).toBe(false);
    expect(asked.sheet.facts).toEqual([]);
  });
});

describe('several emotions', () => {
  it('have a number each, the most first', async () => {
    const asked = search(['sadness', 'anger']);
    await addEachEmotion(asked, moods([]));
    expect(asked.sheet.facts).toMatchObject([
      { kind: 'count', value: 12, scope: { emotions: ['anger'] } },
      { kind: 'count', value: 5, scope: { emotions: ['sadness'] } },
    ]);
  });

  it('are one where only one is asked for', async () => {
    const asked = search(['anger']);
    await addEachEmotion(asked, moods([]));
    expect(asked.sheet.facts).toEqual([]);
  });
});
