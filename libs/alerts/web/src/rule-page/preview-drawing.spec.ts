import type { AlertPreview } from '@moodline/alerts/contract';
import { Formats } from '@moodline/shared/i18n';
import type { ChartLook } from '@moodline/shared/ui';
import { marksOf, previewDrawing } from './preview-drawing';

const at = (day: number) => `2026-11-0${day}T07:00:00.000Z`;
const preview = {
  points: [1, 2, 3].map((day) => ({ at: at(day), value: day / 10, usual: 0.1 })),
  alarms: [{ from: at(2), to: null }],
} as unknown as AlertPreview;
const look = { fade: () => '#000' } as unknown as ChartLook;

describe('the drawing of a preview', () => {
  it('names days, because hours would run into each other', () => {
    const words = { value: 'Value', usual: 'Usual' };
    const drawing = previewDrawing(preview, 'negative-share', { formats: new Formats('zh', 'UTC'), words })(look);
    const ticks = drawing.options?.scales?.['x']?.ticks as { callback: (index: number) => string };
    expect([0, 2].map((index) => ticks.callback(index))).toEqual(['11月1日', '11月3日']);
  });

  it('shades an alarm that is not over up to the last point', () => {
    expect(marksOf(preview)).toEqual([{ from: 1, to: 2 }]);
  });
});
