import type { MoodTotal } from '@moodline/trends/contract';
import { type TileKey, tileFigures } from './tile-figures';

function total(positive: number, negative: number, { unsure = 0, unlabelled = 0 } = {}): MoodTotal {
  const n = positive + negative;
  return {
    n,
    positive,
    neutral: 0,
    negative,
    net: n === 0 ? null : (100 * (positive - negative)) / n,
    unsure,
    unlabelled,
  };
}
const period = { from: '2026-05-01T00:00:00Z', to: '2026-05-02T00:00:00Z' };
function figures(now: MoodTotal, before: MoodTotal) {
  const points = [{ start: period.from, n: 0, positive: 0, neutral: 0, negative: 0, net: null }];
  const all = tileFigures({ total: now, points, step: 'day', period, previous: { period, total: before } });
  return (key: TileKey) => all.find((figure) => figure.key === key);
}

describe('tileFigures', () => {
  it('takes differences of the numbers as shown', () => {
    // 10.6 shown as +11 after −10.4 shown as −10: the change is 21, not 20.9.
    const figure = figures(total(553, 447), total(448, 552))('net');
    expect(figure).toMatchObject({ change: 21 });
  });

  it('counts comments without a label too', () => {
    expect(figures(total(30, 10, { unlabelled: 10 }), total(20, 20))('comments')).toMatchObject({
      value: 50,
      change: 0.25,
      clear: false,
    });
  });

  it('gives the negative share in points', () => {
    expect(figures(total(50, 50), total(75, 25))('negative')).toMatchObject({
      value: 0.5,
      change: 25,
      goodness: -1,
      behind: { label: ['negative'] },
    });
  });

  it('compares with nothing when there was nothing', () => {
    const figure = figures(total(10, 5), total(0, 0));
    expect([figure('net')?.change, figure('comments')?.change, figure('negative')?.change]).toEqual([null, null, null]);
  });

  it('leaves gaps in the course where nothing is known', () => {
    expect(figures(total(1, 1), total(1, 1))('negative')?.values).toEqual([null]);
  });

  it('opens the comments behind the unsure share', () => {
    expect(figures(total(50, 50, { unsure: 40 }), total(50, 50))('unsure')).toMatchObject({
      value: 0.4,
      change: 40,
      behind: { label: ['unsure'] },
    });
  });
});
