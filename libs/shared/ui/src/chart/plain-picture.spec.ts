import type { ChartLook } from './chart-look';
import { drawPlain, type PlainChart, plainHeight } from './plain-picture';
import { SvgRecorder } from './svg-recorder';

const look = {
  ...{ text: '#111', muted: '#555', line: '#ddd', positive: '#0b7a75', fontFamily: 'Inter' },
} as unknown as ChartLook;
const measured = { font: '', measureText: (text: string) => ({ width: 7 * text.length }) as TextMetrics };

function drawn(chart: PlainChart): string {
  const recorder = new SvgRecorder(measured);
  drawPlain(chart, 1000, look, recorder as unknown as CanvasRenderingContext2D);
  return recorder.markup;
}

describe('a chart of elements as a picture', () => {
  it('has bars as long as their shares, with names and numbers', () => {
    const chart: PlainChart = {
      kind: 'bars',
      groups: [{ name: 'Emotion', bars: [{ name: 'Joy', share: 0.25, said: '25% · 80', color: 'positive' }] }],
    };
    const markup = drawn(chart);
    for (const words of ['Emotion', 'Joy', '25% · 80']) expect(markup).toContain(`>${words}</text>`);
    // From 280 to 760: a quarter of it.
    expect(markup).toContain('<path d="M280 39L400 39L400 49L280 49Z" fill="#0b7a75"/>');
    expect(plainHeight(chart, 1000)).toBe(58);
  });

  it('has small lines on one scale, which go past what is not known for short, and lone points', () => {
    const line = (values: (number | null)[]) => ({ name: 'Forum', said: '+4', note: 'n = 9', values, bridge: 2 });
    const chart: PlainChart = {
      kind: 'lines',
      min: -20,
      max: 20,
      lines: [line([20, -20, null, 0]), line([4, null, null, 4])],
    };
    const markup = drawn(chart);
    expect(markup).toContain('M0 52L');
    expect(markup.match(/stroke="#111"/g)).toHaveLength(3);
    expect(plainHeight(chart, 1000)).toBe(112);
    expect(plainHeight(chart, 300)).toBe(224);
  });
});
