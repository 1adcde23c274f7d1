import type { Exhibit } from '@moodline/narration/contract';
import type { SectionOf } from '@moodline/reports/contract';
import type { Step } from '@moodline/trends/contract';
import { courseChart } from '../drawing/course-chart';
import { inBothSizes } from '../drawing/drawing';
import { linesChart } from '../drawing/lines-chart';
import type { Block, Cell, Table } from './report-document';
import type { Writing } from './writing';

const HOUR_MS = 3_600_000;
const NONE = '–';

type Pinned = SectionOf<'pinned'>;
type Lines = Extract<Exhibit, { kind: 'line' }>;

/** What is drawn beside the sentences of a pinned answer or chart, and what it rests on. */
export function pinnedBlocks(section: Pinned, writing: Writing): { readonly basis: Block; readonly exhibits: Block[] } {
  const { words, f } = writing;
  const basis = words.pinned.basis(f.period(section.period), f.number(section.n), f.moment(section.pinnedAt));
  return {
    basis: { kind: 'paragraph', text: basis, quiet: true },
    exhibits: section.exhibits.flatMap((exhibit, index): Block[] => {
      const name = `pinned-${section.pin.slice(0, 8)}-${index + 1}`;
      if (exhibit.kind === 'table') return [{ kind: 'table', table: plainTable(exhibit, name, section) }];
      return exhibit.series.some(({ points }) => points.length) ? [chart(exhibit, name, section, writing)] : [];
    }),
  };
}

function plainTable({ columns, rows }: Extract<Exhibit, { kind: 'table' }>, name: string, { title }: Pinned): Table {
  const cell = (value: string | number | null): Cell =>
    value === null
      ? { text: NONE, value: null }
      : typeof value === 'number'
        ? { text: String(value), value }
        : { text: value };
  return {
    ...{ name, caption: title },
    columns: columns.map((text, index) => ({ title: text, numeric: index > 0 })),
    rows: rows.map((cells) => cells.map(cell)),
  };
}

function chart({ series }: Lines, name: string, { title, n }: Pinned, { words, f }: Writing): Block {
  const longest = series.reduce((most, one) => (one.points.length > most.points.length ? one : most));
  const starts = longest.points.map(({ start }) => start);
  const step = stepOf(starts);
  const moments = starts.map((start) => f.tick(start, step));
  const heading = words.figure.net;
  const names = series.map((one) => one.name).filter(Boolean);
  const alternative = `${[heading, ...names].join('. ')}. n = ${f.number(n)}.`;
  const lines = series.map((one) => ({
    ...one,
    points: one.points.map((point) => ({ ...point, net: whole(point.net) })),
  }));
  const [only] = lines;
  const drawings = inBothSizes((size) =>
    lines.length === 1 && only
      ? courseChart(
          only.points.map((point) => ({ ...point, comments: point.n })),
          {
            ...{ alternative, comments: words.column.comments, signed: f.signed, number: f.number },
            moment: (start) => f.tick(start, step),
          },
          { size },
        )
      : linesChart(lines, { alternative, moments, signed: f.signed }, size),
  );
  return {
    kind: 'chart',
    name,
    title: heading,
    ...drawings,
    table: pointsTable(lines, moments, { name, title }, { words, f }),
  };
}

/** The numbers of the lines, place by place. */
function pointsTable(
  lines: Lines['series'],
  moments: readonly string[],
  { name, title }: { readonly name: string; readonly title: string },
  { words, f }: Pick<Writing, 'words' | 'f'>,
): Table {
  const of = (line: Lines['series'][number], column: string) => (lines.length > 1 ? `${line.name}: ${column}` : column);
  return {
    ...{ name, caption: title },
    columns: [
      { title: words.column.moment, numeric: false },
      ...lines.flatMap((line) => [
        { title: of(line, words.column.net), numeric: true },
        { title: of(line, words.column.comments), numeric: true },
      ]),
    ],
    rows: moments.map((text, index) => [
      { text },
      ...lines.flatMap(({ points }): Cell[] => {
        const { net = null, n = null } = points[index] ?? {};
        return [
          { text: net === null ? NONE : f.signed(net), value: net },
          { text: n === null ? NONE : f.number(n), value: n },
        ];
      }),
    ]),
  };
}

const whole = (net: number | null): number | null => (net === null ? null : Math.round(net) + 0);

/** What lies between two points: answers of the chat do not say it. */
function stepOf([first, second]: readonly string[]): Step {
  const hours = first && second ? (Date.parse(second) - Date.parse(first)) / HOUR_MS : 24;
  return hours < 20 ? 'hour' : hours < 100 ? 'day' : 'week';
}
