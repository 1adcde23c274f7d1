import { intervalFilter } from './interval-filter';

const starts = ['2026-04-26T16:00:00.000Z', '2026-05-03T16:00:00.000Z', '2026-05-10T16:00:00.000Z'];
const series = {
  points: starts.map((start) => ({ start, n: 1, positive: 1, neutral: 0, negative: 0, net: 100 })),
  period: { from: '2026-04-30T16:00:00.000Z', to: '2026-05-13T16:00:00.000Z' },
};

describe('intervalFilter', () => {
  it('ends an interval where the next begins and keeps the rest of the filter', () => {
    expect(intervalFilter({ from: '2026-05-01', to: '2026-05-13', label: ['negative'] }, series, 1)).toEqual({
      from: starts[1],
      to: starts[2],
      label: ['negative'],
    });
  });

  it('cuts the first and the last interval to the period', () => {
    expect(intervalFilter({}, series, 0)).toEqual({ from: series.period.from, to: starts[1] });
    expect(intervalFilter({}, series, 2)).toEqual({ from: starts[2], to: series.period.to });
  });
});
