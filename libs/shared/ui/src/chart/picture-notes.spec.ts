import type { ChartConfiguration } from 'chart.js';
import type { ChartLook } from './chart-look';
import { drawMarks, keyOf, markLines } from './picture-notes';
import { SvgRecorder } from './svg-recorder';

const look = {
  ...{ text: '#111', muted: '#555', surface: '#fff', fontFamily: 'Inter' },
  fade: (color: string) => color,
} as unknown as ChartLook;
const measured = { font: '', measureText: (text: string) => ({ width: 7 * text.length }) as TextMetrics };
const recorder = () => new SvgRecorder(measured) as unknown as CanvasRenderingContext2D & SvgRecorder;

describe('what explains a picture', () => {
  it('names each colour once, and no line that is not drawn', () => {
    const datasets = [
      { label: 'Net mood', borderColor: '#111', borderWidth: 2 },
      { label: 'Net mood', borderColor: '#555', showLine: false },
      { type: 'bar', label: 'Positive', backgroundColor: '#0b7a75' },
      { label: 'band', borderWidth: 0, backgroundColor: '#eee' },
      { data: [] },
    ];
    expect(keyOf({ datasets } as unknown as ChartConfiguration['data'])).toEqual([
      { name: 'Net mood', color: '#111', shape: 'line', dash: [] },
      { name: 'Positive', color: '#0b7a75', shape: 'bar', dash: [] },
    ]);
  });

  it('explains nothing where there is one thing only', () => {
    expect(keyOf({ datasets: [{ label: 'A', borderColor: '#111', data: [] }] })).toEqual([]);
  });

  it('marks what happened where its interval stands', () => {
    const context = recorder();
    const marks = [
      { index: 1, sign: '↑', words: '4 May: Release: 2.4' },
      { index: 9, sign: '!', words: 'beyond the chart' },
    ];
    drawMarks(marks, { places: [100, 200], bottom: 300 }, look, context);
    expect(context.markup).toContain('M200 21L200 300');
    expect(context.markup).toContain('>↑</text>');
    expect(context.markup).not.toContain('>!</text>');
  });

  it('tells the first dozen marks, and how many there are beside', () => {
    const marks = Array.from({ length: 14 }, (_, index) => ({ index, sign: '✎', words: `note ${index}` }));
    const lines = markLines(marks, 800, look, recorder());
    expect(lines).toHaveLength(13);
    expect([lines[0], lines.at(-1)]).toEqual(['✎  note 0', '+ 2']);
  });
});
