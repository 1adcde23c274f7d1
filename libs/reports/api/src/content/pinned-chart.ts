import { Injectable } from '@nestjs/common';
import { factPeriod, quotable, ScopeReader } from '@moodline/narration/api';
import type { Exhibit, FactScope } from '@moodline/narration/contract';
import type { ReportLanguage, SectionOf } from '@moodline/reports/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import { MoodFacts } from '@moodline/trends/api';
import { STEPS, type MoodSeries } from '@moodline/trends/contract';
import { reportFormats } from '../document/formats';
import { REPORT_WORDS } from '../document/words-of';
import { moodOf } from './mood-rows';

/** What of a pinned section is found; the rest is where and when it was pinned. */
export type PinnedContent = Omit<SectionOf<'pinned'>, 'kind' | 'pin' | 'pinnedAt'>;

/** One line of it: what it is about, and its numbers. */
interface Line {
  readonly filter: CommentFilter;
  readonly scope: FactScope;
  readonly series: MoodSeries;
}

/** Finds the mood over time that is pinned to a report: of one filter, or of two side by side. */
@Injectable()
export class PinnedChart {
  constructor(
    private readonly moods: MoodFacts,
    private readonly scopes: ScopeReader,
  ) {}

  async find(
    workspaceId: number,
    filters: readonly CommentFilter[],
    language: ReportLanguage,
  ): Promise<PinnedContent | null> {
    const steps = (await Promise.all(filters.map((filter) => this.moods.series(workspaceId, filter)))).map(
      ({ step }) => step,
    );
    // One step for all lines: the longest that one of them would take by itself.
    const step = STEPS.findLast((one) => steps.includes(one));
    const lines = await Promise.all(
      filters.map(async (filter): Promise<Line> => {
        const [scope, series] = await Promise.all([
          this.scopes.read(workspaceId, filter, language),
          this.moods.series(workspaceId, { ...filter, step }),
        ]);
        return { filter, scope, series };
      }),
    );
    const [first] = lines;
    return first ? contentOf(first, lines, language) : null;
  }
}

function contentOf(first: Line, lines: readonly Line[], language: ReportLanguage): PinnedContent {
  const words = REPORT_WORDS[language];
  const names = namesOf(lines, language);
  return {
    ...{ language, period: periodOf(first), facts: [], sentences: [] },
    title: lines.length > 1 ? words.pinned.compared(names.join(' / ')) : words.pinned.course(scopeWords(first.scope)),
    n: lines.reduce((sum, { series }) => sum + series.total.n, 0),
    exhibits: [linesOf(lines, names), totalsOf(lines, names, language)],
  };
}

const periodOf = ({ series }: Line) =>
  factPeriod({ from: new Date(series.period.from), to: new Date(series.period.to) }, series.timeZone);

/** What narrows a line, in the names that people gave. */
const scopeWords = ({ theme, tag, topic, monitors, sources, languages, versions = [] }: FactScope): string =>
  [theme, tag, topic, ...monitors, ...sources, ...languages, ...versions].filter(Boolean).join(' · ');

/** The names of lines say in what these differ: in time, in what narrows them, or in both. */
function namesOf(lines: readonly Line[], language: ReportLanguage): string[] {
  const periods = lines.map((line) => reportFormats(language, line.series.timeZone).period(periodOf(line)));
  const scopes = lines.map(({ scope }) => scopeWords(scope));
  const timesDiffer = new Set(periods).size > 1;
  return lines.map((_, index) =>
    quotable([scopes[index], timesDiffer || !scopes[index] ? periods[index] : ''].filter(Boolean).join(', '), 120),
  );
}

const linesOf = (lines: readonly Line[], names: readonly string[]): Exhibit => ({
  kind: 'line',
  series: lines.map(({ series }, index) => ({
    name: names[index] ?? '',
    points: series.points.map(({ start, net, n }) => ({ start, n, net: net === null ? null : Math.round(net) + 0 })),
  })),
});

function totalsOf(lines: readonly Line[], names: readonly string[], language: ReportLanguage): Exhibit {
  const { column, pinned } = REPORT_WORDS[language];
  return {
    kind: 'table',
    columns: [pinned.line, column.comments, column.net, pinned.positive, column.negative],
    rows: lines.map(({ series }, index) => {
      const { comments, net, positive, negative } = moodOf(series.total);
      const percent = (share: number | null) => (share === null ? null : `${share}%`);
      const f = reportFormats(language, series.timeZone);
      return [names[index] ?? '', comments, net === null ? null : f.signed(net), percent(positive), percent(negative)];
    }),
  };
}
