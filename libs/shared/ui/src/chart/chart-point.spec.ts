import type { Chart } from 'chart.js';
import { pointAfter, showPoint } from './chart-point';

describe('pointAfter', () => {
  it('begins at the end that an arrow comes from', () => {
    expect(pointAfter('ArrowRight', null, 30)).toBe(0);
    expect(pointAfter('ArrowLeft', null, 30)).toBe(29);
  });

  it('goes on by one, by a week, and to the ends, never beyond them', () => {
    expect(pointAfter('ArrowRight', 4, 30)).toBe(5);
    expect(pointAfter('ArrowRight', 29, 30)).toBe(29);
    expect(pointAfter('ArrowLeft', 0, 30)).toBe(0);
    expect(pointAfter('PageUp', 4, 30)).toBe(11);
    expect(pointAfter('PageDown', 4, 30)).toBe(0);
    expect(pointAfter('Home', 12, 30)).toBe(0);
    expect(pointAfter('End', 12, 30)).toBe(29);
  });

  it('leaves other keys alone', () => {
    expect(pointAfter('Tab', 4, 30)).toBeNull();
  });
});

describe('showPoint', () => {
  it('shows what has a value there, where its point stands', () => {
    const metas = [{ data: [{ x: 40 }] }, { data: [{ x: 40, skip: true }] }, { data: [{ x: 40 }] }];
    const tooltip = { setActiveElements: jest.fn() };
    const chart = {
      data: { datasets: [{}, {}, {}] },
      getDatasetMeta: (index: number) => metas[index],
      setActiveElements: jest.fn(),
      ...{ tooltip, chartArea: { top: 0, bottom: 100 }, update: jest.fn() },
    };
    showPoint(chart as unknown as Chart, 0);
    const shown = [0, 2].map((datasetIndex) => ({ datasetIndex, index: 0 }));
    expect(tooltip.setActiveElements).toHaveBeenCalledWith(shown, { x: 40, y: 50 });
  });
});
