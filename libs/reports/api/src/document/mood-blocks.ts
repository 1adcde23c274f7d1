import {
  MINIMUM_COMMENTS,
  type CourseEvent,
  type CoursePoint,
  type Figure,
  type SectionOf,
} from '@moodline/reports/contract';
import { courseChart, type CourseWords } from '../drawing/course-chart';
import { inBothSizes } from '../drawing/drawing';
import type { Writing } from './writing';
import type { Block, ShownFigure, Table } from './report-document';

const HOUR_MS = 3_600_000;

/** The numbers at the top, each with the one of the time before. */
export const figureBlocks = ({ figures }: SectionOf<'figures'>, writing: Writing): Block[] =>
  figures.length ? [{ kind: 'figures', items: figures.map((figure) => shown(figure, writing)) }] : [];

function shown({ name, value, before, clear, opens }: Figure, { words, f }: Writing): ShownFigure {
  const written = (number: number | null) =>
    number === null
      ? '–'
      : name === 'net'
        ? f.signed(number)
        : name === 'comments'
          ? f.number(number)
          : f.percent(number);
  const note =
    value === null
      ? words.tooFew(f.number(MINIMUM_COMMENTS))
      : before === null || clear === null
        ? words.notCompared
        : clear
          ? words.than(written(before))
          : words.unclear(written(before));
  const rises = clear && value !== null && before !== null ? Math.sign(value - before) : 0;
  const goodWhenUp = { net: 1, comments: 0, negative: -1, unsure: 0 }[name];
  const news = rises * goodWhenUp;
  const sign = rises > 0 ? '▲ ' : rises < 0 ? '▼ ' : '';
  return {
    ...{ name: words.figure[name], value: written(value), opens },
    note: sign + note,
    tone: news > 0 ? 'good' : news < 0 ? 'bad' : 'plain',
  };
}

/** The line of the mood, with its numbers as a table. */
export function courseBlocks({ points, step, events }: SectionOf<'course'>, { words, f, snapshot }: Writing): Block[] {
  if (!points.some(({ comments }) => comments)) return [{ kind: 'paragraph', text: words.nothing, quiet: true }];
  const net = snapshot.sections
    .flatMap((one) => (one.kind === 'figures' ? one.figures : []))
    .find((one) => one.name === 'net');
  const title = net?.value == null ? words.figure.net : words.courseTitle(f.signed(net.value));
  const table: Table = {
    name: 'course',
    caption: words.section.course,
    columns: [
      { title: words.column.moment, numeric: false },
      { title: words.column.comments, numeric: true },
      { title: words.column.net, numeric: true },
    ],
    rows: points.map(({ start, comments, net: own }) => [
      { text: f.tick(start, step) },
      { text: f.number(comments), value: comments },
      { text: own === null ? '–' : f.signed(own), value: own },
    ]),
  };
  const labelled = `n = ${f.number(snapshot.sample.labelled)}`;
  const alternative = [title, f.period(snapshot.period), labelled].join(words.joints.stop);
  const worded: CourseWords = {
    ...{ alternative, comments: words.column.comments, signed: f.signed, number: f.number },
    moment: (start) => f.tick(start, step),
  };
  const drawings = inBothSizes((size) => courseChart(points, worded, { size, events }));
  return [
    { kind: 'chart', name: 'course', title, ...drawings, table },
    ...eventBlocks(events, points, { step, writing: { words, f, snapshot } }),
    { kind: 'paragraph', text: noteOf(points, step, { words, f, snapshot }), quiet: true },
  ];
}

/** What the numbers on the line mean. */
function eventBlocks(
  events: readonly CourseEvent[],
  points: readonly CoursePoint[],
  { step, writing: { words, f } }: { readonly step: SectionOf<'course'>['step']; readonly writing: Writing },
): Block[] {
  const items = events.map(({ point, kind, text, comments }, index) => {
    const start = points[point]?.start;
    const what = words.event[kind](text, f.number(comments ?? 0));
    return { text: `${index + 1} · ${start ? f.tick(start, step) : ''} ${what}`, opens: null };
  });
  return items.length ? [{ kind: 'sentences', items }] : [];
}

function noteOf(
  points: readonly CoursePoint[],
  step: SectionOf<'course'>['step'],
  { words, f, snapshot }: Writing,
): string {
  const note = words.courseNote(f.number(snapshot.sample.labelled), snapshot.timeZone);
  const [first, second] = points.map(({ start }) => Date.parse(start));
  const hours = step === 'hour' && first !== undefined && second !== undefined ? (second - first) / HOUR_MS : 1;
  // A full stop of Chinese and Japanese brings its own space.
  return hours > 1 ? `${note}${note.endsWith('。') ? '' : ' '}${words.hoursEach(f.number(hours))}` : note;
}
