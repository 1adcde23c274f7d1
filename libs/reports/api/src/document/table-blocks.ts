import type { MoodOf, ReportRow, SectionOf } from '@moodline/reports/contract';
import { barChart } from '../drawing/bar-chart';
import { INK, inBothSizes } from '../drawing/drawing';
import type { Writing } from './writing';
import type { Block, Cell, Table } from './report-document';

/** Bars of a chart; the table has all rows. */
const BARS = 8;

const numberCell = (value: number | null, write: (value: number) => string): Cell => ({
  text: value === null ? '–' : write(value),
  value,
});

/** Comments, net mood, negative share, and net mood before: the columns that every table of moods ends with. */
function moodColumns({ words, f }: Writing) {
  const columns = [words.column.comments, words.column.net, words.column.negative, words.column.before];
  return {
    columns: columns.map((title) => ({ title, numeric: true, aside: title === words.column.before })),
    cells: ({ now, before }: { readonly now: MoodOf; readonly before: MoodOf | null }): Cell[] => [
      numberCell(now.comments, f.number),
      numberCell(now.net, f.signed),
      numberCell(now.negative, f.percent),
      numberCell(before?.net ?? null, f.signed),
    ],
  };
}

function netBars(rows: readonly ReportRow[], title: string, writing: Writing) {
  const { f } = writing;
  const bars = rows.slice(0, BARS).flatMap(({ name, now }) =>
    now.net === null
      ? []
      : [
          {
            ...{ name, value: now.net, shown: f.signed(now.net) },
            colour: now.net < 0 ? INK.negative : now.net > 0 ? INK.positive : INK.neutral,
          },
        ],
  );
  return inBothSizes((size) => barChart(bars, inWords(title, bars, writing), size));
}

/** What a chart of bars shows, for who does not see it. */
const inWords = (title: string, bars: readonly { name: string; shown: string }[], { words: { joints } }: Writing) =>
  [title, bars.map(({ name, shown }) => `${name} ${shown}`).join(joints.entry)].join(joints.stop);

const nothing = ({ words }: Writing): Block[] => [{ kind: 'paragraph', text: words.nothing, quiet: true }];

/** What people talk about: net mood of each theme as bars, and the numbers. */
export function themeBlocks({ rows }: SectionOf<'themes'>, writing: Writing): Block[] {
  const { words, f, snapshot } = writing;
  if (!rows.length)
    return [
      {
        kind: 'paragraph',
        text: snapshot.sample.labelled ? words.noThemes(f.number(snapshot.sample.labelled)) : words.nothingLabelled,
        quiet: true,
      },
    ];
  const mood = moodColumns(writing);
  const compared = rows.some(({ points }) => points !== null);
  const table: Table = {
    name: 'themes',
    caption: words.section.themes,
    columns: [
      { title: words.column.theme, numeric: false },
      ...mood.columns,
      ...(compared ? [{ title: words.column.points, numeric: true }] : []),
    ],
    rows: rows.map((row) => [
      { text: row.name, opens: row.opens },
      ...mood.cells(row),
      ...(compared ? [numberCell(row.points, f.signed)] : []),
    ]),
  };
  const title = words.themesTitle;
  const { read, labelled } = snapshot.sample;
  return [
    { kind: 'chart', name: 'themes', title, ...netBars(rows, title, writing), table },
    { kind: 'table', table: table },
    ...(read < labelled
      ? [{ kind: 'paragraph', text: words.themesNote(f.number(read), f.number(labelled)), quiet: true } as const]
      : []),
  ];
}

export function sourceBlocks({ rows }: SectionOf<'sources'>, writing: Writing): Block[] {
  if (!rows.length) return nothing(writing);
  const { words } = writing;
  const mood = moodColumns(writing);
  const table: Table = {
    name: 'sources',
    caption: words.section.sources,
    columns: [{ title: words.column.source, numeric: false }, ...mood.columns],
    rows: rows.map((row) => [{ text: row.name, opens: row.opens }, ...mood.cells(row)]),
  };
  return [{ kind: 'table', table }];
}

/** Share of voice as bars, and the numbers. */
export function monitorBlocks({ rows }: SectionOf<'monitors'>, writing: Writing): Block[] {
  const heard = rows.filter(({ now }) => now.comments);
  if (!heard.length) return [];
  const { words, f } = writing;
  const mood = moodColumns(writing);
  const name = (row: (typeof rows)[number]) => row.name + (row.competitor ? words.bracketed(words.competitor) : '');
  const table: Table = {
    name: 'monitors',
    caption: words.section.monitors,
    columns: [
      { title: words.column.monitor, numeric: false },
      { title: words.column.share, numeric: true },
      ...mood.columns,
    ],
    rows: heard.map((row) => [
      { text: name(row), opens: row.opens },
      numberCell(row.share, f.percent),
      ...mood.cells(row),
    ]),
  };
  const bars = heard.flatMap((row) =>
    row.share === null
      ? []
      : [
          {
            ...{ name: name(row), value: row.share, shown: f.percent(row.share) },
            colour: row.competitor ? INK.neutral : INK.positive,
          },
        ],
  );
  const title = words.column.share;
  return [
    ...(bars.length > 1
      ? [
          {
            kind: 'chart',
            name: 'monitors',
            title,
            ...inBothSizes((size) => barChart(bars, inWords(title, bars, writing), size)),
            table,
          } as const,
        ]
      : []),
    { kind: 'table', table },
  ];
}

/** The numbers of this report beside those of the last, and the themes that came and went. */
export function changeBlocks(section: SectionOf<'changes'>, { words, f }: Writing): Block[] {
  const { since, figures, newThemes, goneThemes } = section;
  if (!since) return [{ kind: 'paragraph', text: words.sinceFirst, quiet: true }];
  const write = (name: string) => (name === 'net' ? f.signed : name === 'comments' ? f.number : f.percent);
  const table: Table = {
    name: 'changes',
    caption: words.section.changes,
    columns: [
      { title: words.column.measure, numeric: false },
      { title: words.column.then, numeric: true },
      { title: words.column.now, numeric: true },
    ],
    rows: figures.map(({ name, then, now }) => [
      { text: words.figure[name] },
      numberCell(then, write(name)),
      numberCell(now, write(name)),
    ]),
  };
  const names = (list: readonly string[]) => list.join(words.listSeparator);
  return [
    { kind: 'paragraph', text: words.since(f.period(since.period)), quiet: true },
    { kind: 'table', table },
    ...(newThemes.length ? [{ kind: 'paragraph', text: words.newThemes(names(newThemes)) } as const] : []),
    ...(goneThemes.length ? [{ kind: 'paragraph', text: words.goneThemes(names(goneThemes)) } as const] : []),
  ];
}
