import { cutTo, INK, WIDE, type Drawing, type DrawingSize, type Shape } from './drawing';

const ROW = 21;
const VALUES = 46;

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly shown: string;
  readonly colour: string;
}

/** Bars beside each other on one scale from 0; those below 0 go to the left. */
export function barChart(
  bars: readonly Bar[],
  alternative: string,
  { width: whole, letters, names }: DrawingSize = WIDE,
): Drawing {
  const size = Math.max(11, letters);
  const [least, most] = [
    Math.min(0, ...bars.map(({ value }) => value)),
    Math.max(0, ...bars.map(({ value }) => value)),
  ];
  const [left, right] = [names + (least < 0 ? VALUES : 8), whole - VALUES];
  const scale = (right - left) / Math.max(1, most - least);
  const zero = left - least * scale;
  const shapes = bars.flatMap(({ name, value, shown, colour }, index): Shape[] => {
    const middle = index * ROW + ROW / 2;
    const width = Math.abs(value) * scale;
    const end = value < 0 ? zero - width : zero + width;
    return [
      {
        ...{ kind: 'text', at: [names - 8, middle + 4], text: cutTo(name, size, names - 10), size },
        ...{ fill: INK.text, anchor: 'end' },
      },
      { kind: 'rect', at: [Math.min(zero, end), middle - 6], width: Math.max(1, width), height: 12, fill: colour },
      {
        ...{ kind: 'text', at: [value < 0 ? end - 5 : end + 5, middle + 4], text: shown, size },
        ...{ fill: INK.text, anchor: value < 0 ? 'end' : 'start', bold: true },
      },
    ];
  });
  const height = Math.max(1, bars.length) * ROW;
  const axis: Shape = {
    kind: 'line',
    points: [
      [zero, 0],
      [zero, height],
    ],
    stroke: INK.neutral,
    width: 1,
  };
  return { width: whole, height, alternative, shapes: [...shapes, axis] };
}
