import type { Annotation } from '@moodline/trends/contract';
import { chartMarks, mergedMarks, placesApart } from './chart-marks';

const note = (at: string, text = at): Annotation => ({ kind: 'note', id: 1, at, text, by: 'Lin', comments: null });
const axis = (starts: string[], timeZone = 'Asia/Shanghai') => ({ starts, timeZone });
const found = (starts: string[], annotations: Annotation[]) =>
  chartMarks(axis(starts), annotations, []).map(({ index, annotations: here }) => [
    index,
    here.map(({ text }) => text),
  ]);

describe('chartMarks', () => {
  const days = ['2026-05-01', '2026-05-02', '2026-05-03'].map((day) => new Date(`${day}T00:00:00+08:00`).toISOString());

  it('puts a day and an instant into the day of the zone', () => {
    expect(
      found(days, [note('2026-05-02'), note('2026-05-01T15:59:59Z', 'late'), note('2026-05-01T16:00:00Z', 'early')]),
    ).toEqual([
      [0, ['late']],
      [1, ['2026-05-02', 'early']],
    ]);
  });

  it('puts a day into its week, and into its first hour', () => {
    const weeks = ['2026-04-27', '2026-05-04'].map((day) => new Date(`${day}T00:00:00+08:00`).toISOString());
    expect(found(weeks, [note('2026-05-02'), note('2026-05-04')])).toEqual([
      [0, ['2026-05-02']],
      [1, ['2026-05-04']],
    ]);
    const hours = Array.from({ length: 48 }, (_, hour) =>
      new Date(Date.parse('2026-05-01T00:00:00+08:00') + hour * 3_600_000).toISOString(),
    );
    expect(found(hours, [note('2026-05-02')])).toEqual([[24, ['2026-05-02']]]);
  });

  it('leaves out what was before the first interval, and marks turns', () => {
    const turn = { start: days[2] ?? '', before: 5, now: -27, n: 90 };
    expect(chartMarks(axis(days), [note('2026-04-30')], [turn])).toEqual([{ index: 2, annotations: [], turn }]);
  });
});

describe('mergedMarks', () => {
  it('puts what happened on two lines above each other, and what is on both once', () => {
    const [shared, then] = [note('2026-05-02'), { ...note('2026-04-02'), id: 2 }];
    const turn = { start: '2026-05-03T00:00:00.000Z', before: 5, now: -27, n: 90 };
    const merged = mergedMarks(
      [
        { index: 1, annotations: [shared], turn: null },
        { index: 2, annotations: [], turn },
      ],
      [
        { index: 0, annotations: [then], turn: null },
        { index: 1, annotations: [shared, then], turn: null },
      ],
    );
    expect(merged).toEqual([
      { index: 0, annotations: [then], turn: null },
      { index: 1, annotations: [shared, then], turn: null },
      { index: 2, annotations: [], turn },
    ]);
  });
});

describe('placesApart', () => {
  const axis = { apart: 22, start: 40, end: 340 };

  it('leaves marks where they are that do not touch', () => {
    expect(placesApart([40, 80, 340], axis)).toEqual([40, 80, 340]);
  });

  it('puts marks of neighbouring days beside each other, within the chart', () => {
    expect(placesApart([40, 50, 60], axis)).toEqual([40, 62, 84]);
    expect(placesApart([100, 330, 340], axis)).toEqual([100, 318, 340]);
  });

  it('leaves more marks than fit where they are', () => {
    const many = Array.from({ length: 40 }, (_, index) => 40 + index * 5);
    expect(placesApart(many, axis)).toEqual(many);
  });
});
