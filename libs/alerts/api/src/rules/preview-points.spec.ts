import type { Look } from '../detection/readings';
import { previewPoints } from './preview-points';

describe('the line of a preview', () => {
  const series = { endOf: (hour: number) => hour * 3_600_000 };
  const look = (value: number, n: number, z = 1): Look => ({ hour: 0, value, n, z, usual: 20, tells: false });
  const values = (looks: (Look | null)[], measure: 'negative-share' | 'volume') =>
    previewPoints(series, looks, { first: 0, measure }).map(({ value }) => value);

  it('draws no share of fewer than five comments, however unusual, and keeps what was usual', () => {
    const looks = [look(100, 1, 9), look(40, 12, 2), look(100, 4, 8), null, null, null, look(0, 2)];
    expect(previewPoints(series, looks, { first: 0, measure: 'negative-share' })).toEqual([
      { at: '1970-01-01T00:00:00.000Z', value: 40, usual: 20 },
      { at: '1970-01-01T06:00:00.000Z', value: null, usual: 20 },
    ]);
  });

  it('draws numbers of comments down to one', () => {
    expect(values([look(1, 1)], 'volume')).toEqual([1]);
    expect(values([look(0, 0)], 'volume')).toEqual([null]);
  });
});
