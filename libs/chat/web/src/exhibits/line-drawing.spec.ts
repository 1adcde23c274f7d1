import { Formats } from '@moodline/shared/i18n';
import type { ChartLook } from '@moodline/shared/ui';
import type { ChartDataset } from 'chart.js';
import { lineDrawing } from './line-drawing';
import { toLineTable } from './line-table';

const look: ChartLook = {
  text: 'text',
  muted: 'muted',
  line: 'line',
  surface: 'surface',
  raised: 'raised',
  accent: 'accent',
  positive: 'positive',
  neutral: 'neutral',
  negative: 'negative',
  fade: (color) => color,
  fontFamily: 'sans',
};

describe('lineDrawing', () => {
  const points = (ns: number[]) =>
    ns.map((n, index) => ({ start: new Date(Date.UTC(2026, 4, index + 1)).toISOString(), net: n ? index : null, n }));
  const draw = (...lines: number[][]) =>
    lineDrawing(
      toLineTable(lines.map((ns, index) => ({ name: `line ${index}`, points: points(ns) }))),
      new Formats('en', 'UTC'),
    )(look);
  const datasets = (...lines: number[][]) => draw(...lines).data.datasets as ChartDataset<'line'>[];

  it('leaves a gap as null, not as zero', () => {
    expect(datasets([20, 0, 20])[0]?.data).toEqual([0, null, 2]);
  });

  it('breaks where nothing is known for long', () => {
    const [line] = datasets([20, 20, ...new Array<number>(60).fill(0), 20, 20]);
    const colour = (line?.segment?.borderColor ?? (() => undefined)) as (step: object) => string | undefined;
    // Each step is asked for, from one place to the next.
    const hidden = Array.from({ length: 64 }, (_, index) => colour({ p0DataIndex: index - 1, p1DataIndex: index }));
    expect(hidden.map(Boolean)).toEqual([false, false, ...new Array<boolean>(61).fill(true), false]);
  });

  it('draws a point of few comments hollow, also where a long line has no other dots', () => {
    const [line] = datasets([...Array.from({ length: 19 }, () => 50), 3]);
    expect((line?.pointBackgroundColor as string[]).slice(-2)).toEqual(['accent', 'surface']);
    expect((line?.pointRadius as number[]).slice(-2)).toEqual([0, 2.5]);
  });

  it('tells lines apart without the colours of moods and without colour alone', () => {
    const drawn = datasets([20], [20], [20], [20]);
    const colors = drawn.map(({ borderColor }) => borderColor);
    expect(new Set(colors).size).toBe(4);
    expect(colors).not.toEqual(expect.arrayContaining(['positive']));
    expect(new Set(drawn.map(({ borderDash }) => String(borderDash))).size).toBe(4);
  });
});
