import { Injectable } from '@nestjs/common';
import { sentences } from '@moodline/narration/api';
import type { Fact } from '@moodline/narration/contract';
import {
  MINIMUM_COMMENTS,
  type CitedSentence,
  type Summary,
  type SummaryQuery,
  type SummaryTheme,
} from '@moodline/reports/contract';
import { Annotations, MoodFacts, previousSpan, themeNameOf, volume, type Board } from '@moodline/trends/api';
import { labelledPart } from '@moodline/trends/contract';
import { fingerprint } from './fingerprint';
import { LabelStateQuery } from './queries/label-state.query';
import { SummaryFactCollector, type SummaryFacts } from './summary-facts';
import { SummaryRepository } from './summary.repository';

/** Raise it when grouping, wording or facts change: kept summaries are written anew. */
const RULES_VERSION = 8;
/** Comments that are named for a sentence; all of them open from its facts. */
const NAMED = 3;

/** Writes what people say in a period: facts from queries, sentences from facts. No model is waited for. */
@Injectable()
export class SummaryWriter {
  constructor(
    private readonly moods: MoodFacts,
    private readonly collector: SummaryFactCollector,
    private readonly labels: LabelStateQuery,
    private readonly summaries: SummaryRepository,
    private readonly annotations: Annotations,
  ) {}

  /** The summary of a filter; the kept one while nothing it rests on has changed. */
  async summarise(workspaceId: number, { locale, ...wanted }: SummaryQuery): Promise<Summary> {
    const view = await this.summaries.view();
    const filter = await this.moods.closedFilter(workspaceId, wanted);
    // It compares with the time before: labels there count as well.
    const [state, themes, events] = await Promise.all([
      this.labels.read({ ...filter, from: previousSpan(filter, filter.timeZone).from }),
      this.labels.themes(workspaceId),
      this.annotations.writtenDown(workspaceId),
    ]);
    // Days of the year that runs are told without it.
    const rests = { filter, locale, state, events, rules: RULES_VERSION, year: new Date().getFullYear() };
    const keyOf = (kept: string) => fingerprint({ ...rests, themes: kept });
    const key = keyOf(themes);
    const kept = await this.summaries.find(workspaceId, key);
    if (kept) return kept;
    const collected = await this.collector.collect(workspaceId, wanted, locale);
    const { facts, n, board } = collected;
    const enough = n >= MINIMUM_COMMENTS;
    const summary: Summary = {
      sentences: enough ? toldFrom(collected, { locale, seed: Number.parseInt(key.slice(0, 6), 16) }) : [],
      facts: [...facts],
      themes: enough ? themesOf(board, locale) : [],
      change: enough ? board.change : null,
      n,
      reason: enough ? null : `not enough data (n = ${n})`,
      dropped: 0,
      model: null,
      createdAt: new Date().toISOString(),
    };
    // Themes that were found while it was written belong to what it rests on.
    if (enough) await this.summaries.save(workspaceId, keyOf(await this.labels.themes(workspaceId)), summary, view);
    return summary;
  }
}

const themesOf = ({ themes }: Board, locale: SummaryQuery['locale']): SummaryTheme[] =>
  themes.map(({ theme, total, before, points }) => ({
    id: theme.id,
    name: themeNameOf(theme, locale),
    n: volume(total),
    before: before && volume(before),
    net:
      total.net === null || labelledPart({ n: total.n, comments: volume(total) }) === 'few'
        ? null
        : Math.round(total.net),
    points,
  }));

function toldFrom(
  { facts, parts }: SummaryFacts,
  { locale, seed }: { readonly locale: SummaryQuery['locale']; readonly seed: number },
): CitedSentence[] {
  return sentences(facts, locale, seed).map(({ text, citations }) => {
    const told = facts.filter(({ id }) => citations.includes(id));
    return {
      text,
      citations: namedComments(told).slice(0, NAMED),
      facts: citations,
      part: parts.get(citations[0] ?? '') ?? 'happened',
    };
  });
}

const namedComments = (facts: readonly Fact[]): number[] => [
  ...new Set(facts.flatMap(({ citations }) => citations.commentIds)),
];
