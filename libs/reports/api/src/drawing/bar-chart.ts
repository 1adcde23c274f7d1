import { cutTo, INK, type Drawing, type Shape } from './drawing';

const WIDTH = 640;
const ROW = 21;
const NAMES = 190;
const VALUES = 46;
const SIZE = 11;

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly shown: string;
  readonly colour: string;
}

/** Bars beside each other on one scale from 0; those below 0 go to the left. */
export function barChart(bars: readonly Bar[], alternative: string): Drawing {
  const [least, most] = [
    Math.min(0, ...bars.map(({ value }) => value)),
    Math.max(0, ...bars.map(({ value }) => value)),
  ];
  const [left, right] = [NAMES + (least < 0 ? VALUES : 8), WIDTH - VALUES];
  const scale = (right - left) / Math.max(1, most - least);
  const zero = left - least * scale;
  const shapes = bars.flatMap(({ name, value, shown, colour }, index): Shape[] => {
    const middle = index * ROW + ROW / 2;
    const width = Math.abs(value) * scale;
    const end = value < 0 ? zero - width : zero + width;
    return [
      {
        ...{ kind: 'text', at: [NAMES - 8, middle + 4], text: cutTo(name, SIZE, NAMES - 10), size: SIZE },
        ...{ fill: INK.text, anchor: 'end' },
      },
      { kind: 'rect', at: [Math.min(zero, end), middle - 6], width: Math.max(1, width), height: 12, fill: colour },
      {
        ...{ kind: 'text', at: [value < 0 ? end - 5 : end + 5, middle + 4], text: shown, size: SIZE },
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
  return { width: WIDTH, height, alternative, shapes: [...shapes, axis] };
}
