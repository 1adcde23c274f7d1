import { Injectable } from '@nestjs/common';
import { quotable, sentences } from '@moodline/narration/api';
import type { Fact } from '@moodline/narration/contract';
import type { ReportDraft, ReportSection, Told, Voice } from '@moodline/reports/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import {
  Annotations,
  MonitorMoods,
  mostRepresentative,
  MoodFacts,
  themeNameOf,
  type Board,
} from '@moodline/trends/api';
import type { MonitorMood, MoodTotal, SourceMood } from '@moodline/trends/contract';
import { fingerprint } from '../fingerprint';
import { isTold, SummaryFactCollector, type SummaryFacts } from '../summary-facts';
import { courseEvents } from './course-events';
import { coursePoints } from './course-points';
import { peakDrafts } from './peak-drafts';
import { wholePercents } from './whole-percents';
import { rivalDrafts } from './rival-drafts';
import { commentsOf, figuresOf, moodOf } from './mood-rows';

/** Rows of a table: more are read by nobody, and the product has them all. */
const ROWS = 12;
/** Labelled comments before, under which their net mood is not shown. */
const LEAST_BEFORE = 5;
const VOICES = { negative: 3, positive: 2 } as const;
const VOICE_SIGNS = 280;

/** What was found for a report; `changes` and own paragraphs come from elsewhere. */
export type FoundSections = ReadonlyMap<ReportSection['kind'], ReportSection>;

export interface FoundContent {
  readonly board: Board;
  readonly facts: readonly Fact[];
  readonly sections: FoundSections;
}

/** Finds what a report tells: facts, sentences and tables, all from the counts of one filter. */
@Injectable()
export class ReportContent {
  constructor(
    private readonly collector: SummaryFactCollector,
    private readonly moods: MoodFacts,
    private readonly monitors: MonitorMoods,
    private readonly annotations: Annotations,
  ) {}

  async find(
    workspaceId: number,
    filter: CommentFilter,
    { language, template }: Pick<ReportDraft, 'language' | 'template'>,
  ): Promise<FoundContent> {
    const monitors = await this.monitors.all(workspaceId, filter);
    const collected = await this.collector.collect(workspaceId, filter, language, (of, found) =>
      template === 'competitor' ? rivalDrafts(of, monitors) : template === 'crisis' ? peakDrafts(of, found) : [],
    );
    const { board, facts } = collected;
    const before = { ...filter, from: board.previous.from.toISOString(), to: board.previous.to.toISOString() };
    const [sources, sourcesBefore, monitorsBefore, happened] = await Promise.all([
      this.moods.sources(workspaceId, filter),
      this.moods.sources(workspaceId, before),
      this.monitors.all(workspaceId, before),
      this.annotations.list(workspaceId, { from: filter.from, to: filter.to }),
    ]);
    const points = coursePoints(board);
    const events = courseEvents(points, happened, board.filter.timeZone);
    const told = toldOf(collected, filter, language);
    const found: ReportSection[] = [
      { kind: 'summary', sentences: told.summary },
      { kind: 'figures', figures: figuresOf(board.total, board.before, filter) },
      { kind: 'course', step: board.step, points, events, sentences: told.course },
      { kind: 'themes', rows: themeRows(board, filter, language), sentences: told.themes },
      { kind: 'sources', rows: sourceRows(sources, sourcesBefore, filter) },
      { kind: 'monitors', rows: monitorRows(monitors, monitorsBefore, filter) },
      { kind: 'voices', voices: voicesOf(board, sources, language) },
      { kind: 'unknown', sentences: told.unknown },
    ];
    return { board, facts, sections: new Map(found.map((section) => [section.kind, section])) };
  }
}

/** What a theme did to a change is shown where there is a clear one. */
const themeRows = (board: Board, filter: CommentFilter, language: ReportDraft['language']) =>
  board.themes.slice(0, ROWS).map(({ theme, total, before, points }) => ({
    ...{ name: quotable(themeNameOf(theme, language)), points: isTold(board) ? points : null },
    now: moodOf(total),
    before: before && withEnough(before),
    opens: { ...filter, theme: theme.id },
  }));

const sourceRows = (now: readonly SourceMood[], before: readonly SourceMood[], filter: CommentFilter) =>
  now.slice(0, ROWS).map(({ source, total }) => ({
    name: quotable(source.name),
    now: moodOf(total),
    before: beforeOf(before.find((one) => one.source.id === source.id)),
    opens: { ...filter, source: [String(source.id)] },
  }));

/** Topics have no share of voice: they are inside of what brands and competitors are about. */
function monitorRows(now: readonly MonitorMood[], before: readonly MonitorMood[], filter: CommentFilter) {
  const voiced = now.filter((one) => !isTopic(one));
  const shares = wholePercents(voiced.map(({ total }) => commentsOf(total)));
  const shareOf = new Map(voiced.map(({ monitor }, index) => [monitor.id, shares[index] ?? null]));
  const topicsLast = [...[...voiced].sort((a, b) => commentsOf(b.total) - commentsOf(a.total)), ...now.filter(isTopic)];
  return topicsLast.slice(0, ROWS).map(({ monitor, total }) => ({
    ...{ name: quotable(monitor.name), competitor: monitor.competitor },
    share: shareOf.get(monitor.id) ?? null,
    now: moodOf(total),
    before: beforeOf(before.find((one) => one.monitor.id === monitor.id)),
    opens: { ...filter, monitor: monitor.id },
  }));
}

const isTopic = ({ monitor }: Pick<MonitorMood, 'monitor'>): boolean => monitor.kind === 'topic';

const beforeOf = (found: Pick<SourceMood, 'total'> | undefined) => (found?.total.n ? withEnough(found.total) : null);

/** Of a few comments no net mood is told that others are compared with. */
const withEnough = (total: MoodTotal) => ({ ...moodOf(total), ...(total.n < LEAST_BEFORE && { net: null }) });

/**
 * The sentences by section. Words of others stand with the themes; what is not known stands at the end, but that there are no themes is said
 * in their section.
 */
function toldOf({ facts, parts, board }: SummaryFacts, filter: CommentFilter, language: ReportDraft['language']) {
  const told = { summary: [] as Told[], course: [] as Told[], themes: [] as Told[], unknown: [] as Told[] };
  const seed = Number.parseInt(fingerprint({ filter }).slice(0, 6), 16);
  const isSaidAnyway = (fact: Fact) => fact.kind === 'coverage' && fact.reason === 'no-theme' && !board.themes.length;
  const shown = facts.filter((fact) => !isSaidAnyway(fact));
  for (const { text, citations } of sentences(shown, language, seed)) {
    const first = facts.find(({ id }) => id === citations[0]);
    const part = first && parts.get(first.id);
    const isVoice = first?.kind === 'quote' || first?.kind === 'claim';
    const place =
      part === 'turned'
        ? told.course
        : part === 'unknown'
          ? told.unknown
          : part === 'better' || isVoice
            ? told.themes
            : told.summary;
    place.push({ text, facts: [...citations] });
  }
  return told;
}

/** Comments that stand for others: complaints and praise, without who wrote them. */
function voicesOf(board: Board, sources: readonly SourceMood[], language: ReportDraft['language']): Voice[] {
  const nameOf = (id: number) => sources.find(({ source }) => source.id === id)?.source.name ?? '';
  return (['negative', 'positive'] as const).flatMap((label) =>
    mostRepresentative(board.comments, { label, language })
      .slice(0, VOICES[label])
      .map((comment) => ({
        commentId: comment.id,
        text: quotable(comment.text, VOICE_SIGNS),
        label,
        language: comment.language,
        source: quotable(nameOf(comment.sourceId)),
        engagement: comment.engagement,
      })),
  );
}
