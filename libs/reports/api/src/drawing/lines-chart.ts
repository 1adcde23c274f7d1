import { lineRuns } from '@moodline/trends/contract';
import { cutTo, INK, WIDE, type Drawing, type DrawingSize, type Point, type Shape } from './drawing';
import { FEW, netAxis, netScale } from './net-axis';

const LEFT = 44;
const RIGHT = 12;
const LINE = 160;
const KEY_ROW = 18;
/** With more points than this the dots would hide the dashes. */
const MOST_DOTS = 45;

/** Lines are told apart by dashes first, so that a print without colours can be read, too. */
const LOOKS: readonly { readonly stroke: string; readonly dash?: readonly [number, number] }[] = [
  { stroke: '#2f55d4' },
  { stroke: INK.text, dash: [6, 4] },
  { stroke: INK.muted, dash: [2, 3] },
  { stroke: INK.neutral, dash: [10, 4] },
];

export interface ChartLine {
  readonly name: string;
  readonly points: readonly { readonly net: number | null; readonly n: number }[];
}

export interface LinesWords {
  readonly alternative: string;
  /** Below each place. */
  readonly moments: readonly string[];
  readonly signed: (value: number) => string;
}

/** Net mood as lines over each other, point by point; what each is called stands above. */
export function linesChart(lines: readonly ChartLine[], words: LinesWords, size: DrawingSize = WIDE): Drawing {
  const { width, letters } = size;
  const count = Math.max(1, words.moments.length);
  const top = lines.length * KEY_ROW + 14;
  const x = (index: number) => LEFT + ((width - LEFT - RIGHT) * (index + 0.5)) / count;
  const scale = netScale(lines.flatMap(({ points }) => points));
  const y = (net: number) =>
    Math.min(top + LINE, Math.max(top, top + (LINE * (scale.high - net)) / (scale.high - scale.low)));
  const every = Math.max(1, Math.ceil(count / size.moments));
  const labels = words.moments.flatMap((text, index): Shape[] =>
    index % every
      ? []
      : [
          {
            ...{ kind: 'text', at: [x(index), top + LINE + 6 + letters], text, size: letters },
            ...{ fill: INK.muted, anchor: 'middle' },
          },
        ],
  );
  return {
    ...{ width, height: top + LINE + 14 + letters, alternative: words.alternative },
    shapes: [
      ...lines.flatMap(({ name }, index) => keyOf(name, index, size)),
      ...netAxis(scale, y, { left: LEFT, right: width - RIGHT, size: letters, signed: words.signed }),
      ...lines.flatMap((line, index) => lineOf(line, lookOf(index), { x, y })),
      ...labels,
    ],
  };
}

const lookOf = (index: number) => LOOKS[index % LOOKS.length] ?? { stroke: INK.text };

function keyOf(name: string, index: number, { width, letters }: DrawingSize): Shape[] {
  const middle = index * KEY_ROW + 8;
  const text = cutTo(name, letters + 1, width - LEFT - 40);
  return [
    {
      kind: 'line',
      ...lookOf(index),
      width: 2,
      points: [
        [LEFT, middle],
        [LEFT + 28, middle],
      ],
    },
    {
      ...{ kind: 'text', at: [LEFT + 34, middle + 4], text, size: letters + 1, fill: INK.text, anchor: 'start' },
    },
  ];
}

function lineOf(
  { points }: ChartLine,
  look: ReturnType<typeof lookOf>,
  { x, y }: { readonly x: (index: number) => number; readonly y: (net: number) => number },
): Shape[] {
  const known: { index: number; at: Point }[] = [];
  const dots = points.flatMap(({ net, n }, index): Shape[] => {
    if (net === null) return [];
    const at: Point = [x(index), y(net)];
    // A point of a few comments says little: it stands beside the line.
    if (n < FEW) return [{ kind: 'circle', at, radius: 2.5, fill: INK.ground, stroke: look.stroke }];
    known.push({ index, at });
    return points.length > MOST_DOTS
      ? []
      : [{ kind: 'circle', at, radius: 2.5, fill: look.stroke, stroke: look.stroke }];
  });
  const runs = lineRuns(known, points.length).filter(({ length }) => length > 1);
  return [...runs.map((run): Shape => ({ kind: 'line', points: run.map(({ at }) => at), ...look, width: 2 })), ...dots];
}
