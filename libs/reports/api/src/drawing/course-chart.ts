import type { CourseEvent, CoursePoint } from '@moodline/reports/contract';
import { lineRuns } from '@moodline/trends/contract';
import { INK, WIDE, type Drawing, type DrawingSize, type Point, type Shape } from './drawing';
import { FEW, netAxis, netScale } from './net-axis';

const HEIGHT = 240;
const LEFT = 44;
const RIGHT = 12;
const TOP = 14;
/** The line of the mood, and the bars of the volume below it. */
const LINE = 140;
const GAP = 16;
const BARS = 36;

export interface CourseWords {
  readonly alternative: string;
  readonly comments: string;
  /** A moment on the axis below. */
  readonly moment: (start: string) => string;
  readonly signed: (value: number) => string;
  readonly number: (value: number) => string;
}

/** Net mood as a line, with the number of comments as bars below, and a numbered mark where something happened. */
export function courseChart(
  points: readonly CoursePoint[],
  words: CourseWords,
  { size = WIDE, events = [] }: { readonly size?: DrawingSize; readonly events?: readonly CourseEvent[] } = {},
): Drawing {
  const { width, letters } = size;
  const step = (width - LEFT - RIGHT) / Math.max(1, points.length);
  const x = (index: number) => LEFT + step * (index + 0.5);
  const scale = netScale(points);
  const y = (net: number) => TOP + (LINE * (scale.high - net)) / (scale.high - scale.low);
  return {
    ...{ width, height: HEIGHT, alternative: words.alternative },
    shapes: [
      ...netAxis(scale, y, { left: LEFT, right: width - RIGHT, size: letters, signed: words.signed }),
      ...marks(events, x, letters),
      ...mood(points, x, y),
      ...volume(points, { x, step, words, letters }),
      ...moments(points, x, { words, size }),
    ],
  };
}

/** What happened, by its number in the list below the chart; several at one point have one mark. */
function marks(events: readonly CourseEvent[], x: (index: number) => number, letters: number): Shape[] {
  const numbered = events.map(({ point }, index) => ({ point, number: index + 1 }));
  return [...Map.groupBy(numbered, ({ point }) => point)].flatMap(([point, own]): Shape[] => {
    const [first, last] = [own[0]?.number, own.at(-1)?.number];
    const text = first === last ? `${first}` : `${first}–${last}`;
    return [
      {
        ...{ kind: 'line', stroke: INK.neutral, width: 1, dash: [3, 3] },
        points: [
          [x(point), TOP],
          [x(point), TOP + LINE],
        ],
      },
      {
        ...{ kind: 'text', at: [x(point), TOP - 3], text, size: letters, fill: INK.text, anchor: 'middle', bold: true },
      },
    ];
  });
}

function mood(points: readonly CoursePoint[], x: (index: number) => number, y: (net: number) => number): Shape[] {
  const known: { index: number; at: Point }[] = [];
  const dots: Shape[] = [];
  points.forEach(({ net, n }, index) => {
    if (net === null) return;
    const at: Point = [x(index), Math.min(TOP + LINE, Math.max(TOP, y(net)))];
    const colour = net < 0 ? INK.negative : net > 0 ? INK.positive : INK.neutral;
    if (n >= FEW) known.push({ index, at });
    // A point of a few comments says little: it stands beside the line.
    if (n < FEW) dots.push({ kind: 'circle', at, radius: 2.5, fill: INK.ground, stroke: colour });
    else if (points.length <= 45) dots.push({ kind: 'circle', at, radius: 2.75, fill: colour, stroke: colour });
  });
  const runs = lineRuns(known, points.length).filter(({ length }) => length > 1);
  return [
    ...runs.map((run): Shape => ({ kind: 'line', points: run.map(({ at }) => at), stroke: INK.text, width: 2 })),
    ...dots,
  ];
}

interface VolumePlace {
  readonly x: (index: number) => number;
  readonly step: number;
  readonly words: CourseWords;
  readonly letters: number;
}

function volume(points: readonly CoursePoint[], { x, step, words, letters }: VolumePlace): Shape[] {
  const most = Math.max(1, ...points.map(({ comments }) => comments));
  const ground = TOP + LINE + GAP + BARS;
  const width = Math.max(0.8, Math.min(18, step * 0.7));
  const bars = points.flatMap(({ comments }, index): Shape[] => {
    const height = (BARS * comments) / most;
    if (!height) return [];
    return [{ kind: 'rect', at: [x(index) - width / 2, ground - height], width, height, fill: '#c3c8cd' }];
  });
  const label = (text: string, y: number): Shape => ({
    ...{ kind: 'text', at: [LEFT - 6, y], text, size: letters, fill: INK.muted, anchor: 'end' },
  });
  return [...bars, label(words.number(most), ground - BARS + 6), label('0', ground + 1)];
}

/** Some of the moments below, evenly apart. */
function moments(
  points: readonly CoursePoint[],
  x: (index: number) => number,
  { words, size: { moments: most, letters } }: { readonly words: CourseWords; readonly size: DrawingSize },
): Shape[] {
  const every = Math.max(1, Math.ceil(points.length / most));
  const below = TOP + LINE + GAP + BARS + 4 + letters;
  return points.flatMap(({ start }, index): Shape[] =>
    index % every
      ? []
      : [
          {
            ...{ kind: 'text', at: [x(index), below], text: words.moment(start), size: letters },
            ...{ fill: INK.muted, anchor: 'middle' },
          },
        ],
  );
}
