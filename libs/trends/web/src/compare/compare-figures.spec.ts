import type { MoodTotal } from '@moodline/trends/contract';
import { comparedFigures } from './compare-figures';

const total = (positive: number, negative: number, unlabelled = 0): MoodTotal => {
  const n = positive + negative;
  const net = n ? (100 * (positive - negative)) / n : null;
  return { n, positive, neutral: 0, negative, net, unsure: 0, unlabelled };
};

describe('comparedFigures', () => {
  it('says what differs, by how much, and whether that is more than chance', () => {
    const figures = comparedFigures(total(120, 280), total(260, 140));
    const of = (key: string) => figures.find((figure) => figure.key === key);
    expect(of('net')).toEqual({ key: 'net', a: -40, b: 30, change: { difference: -70, clear: true } });
    expect(of('negative')?.change).toEqual({ difference: 35, clear: true });
    expect(of('comments')?.change).toEqual({ difference: 0, clear: false });
  });

  it('calls a small difference none', () => {
    const [net] = comparedFigures(total(15, 12), total(13, 13));
    expect(net?.change?.clear).toBe(false);
  });

  it('compares nothing with a handful, or with nothing', () => {
    const figures = comparedFigures(total(5, 1), total(0, 0));
    expect(figures.map(({ change }) => change)).toEqual([null, null, null, null, null]);
    expect(figures.find(({ key }) => key === 'negative')?.b).toBeNull();
  });
});
