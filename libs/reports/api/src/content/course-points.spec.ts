import { coursePoints } from './course-points';

const hours = (count: number, slot: (hour: number) => [positive: number, negative: number]) => ({
  step: 'hour' as const,
  starts: Array.from({ length: count }, (_, hour) => new Date(Date.UTC(2026, 4, 4, hour))),
  slots: Array.from({ length: count }, (_, hour) => {
    const [positive, negative] = slot(hour);
    const unlabelled = hour === 0 ? 2 : 0;
    return { positive, negative, unlabelled, neutral: 0, unsure: 0, positiveSum: 0, negativeSum: 0 };
  }),
});

describe('coursePoints', () => {
  it('shows each hour where there are enough comments', () => {
    const points = coursePoints(hours(24, () => [4, 2]));
    expect(points).toHaveLength(24);
    expect(points[0]).toEqual({ start: '2026-05-04T00:00:00.000Z', n: 6, comments: 8, net: 33 });
  });

  it('lets several hours share a point where each has one or two', () => {
    const points = coursePoints(hours(24, (hour) => (hour % 2 ? [1, 0] : [0, 1])));
    expect(points.map(({ start }) => start.slice(11, 13))).toEqual(['00', '06', '12', '18']);
    expect(points.map(({ n, net }) => [n, net])).toEqual(Array(4).fill([6, 0]));
    expect(points.reduce((sum, { comments }) => sum + comments, 0)).toBe(26);
  });

  it('leaves days as they are', () => {
    expect(coursePoints({ ...hours(7, () => [1, 0]), step: 'day' })).toHaveLength(7);
  });
});
