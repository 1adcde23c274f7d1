import { Inject, Injectable, Optional } from '@nestjs/common';
import type { ReportDraft, ReportScope, ReportSection, ReportSnapshot } from '@moodline/reports/contract';
import { factPeriod } from '@moodline/narration/api';
import type { CommentFilter } from '@moodline/comments/contract';
import { MoodFacts } from '@moodline/trends/api';
import { fingerprint } from '../fingerprint';
import { LabelStateQuery } from '../queries/label-state.query';
import { changesSince } from './changes-since';
import { commentsOf } from './mood-rows';
import { ReportContent } from './report-content';
import { reportTime, type ReportTime } from './report-period';

/** Raise it when what a report finds or tells changes. */
const RULES_VERSION = 3;

/** A report as it was found, and by what it can be told apart from the one before. */
export interface MadeReport {
  readonly snapshot: ReportSnapshot;
  /** Comments whose words are in it. */
  readonly commentIds: readonly number[];
  /** Equal as long as nothing it rests on has changed, whatever the time it tells of. */
  readonly fingerprint: string;
}

export interface MakingTime {
  /** The snapshot made before, for what changed since. */
  readonly last: ReportSnapshot | null;
  /** When it was due; now, unless told. */
  readonly at?: Date;
}

/** Makes snapshots: everything a report shows, found at one moment. */
@Injectable()
export class SnapshotMaker {
  constructor(
    private readonly content: ReportContent,
    private readonly moods: MoodFacts,
    private readonly labels: LabelStateQuery,
    @Optional() @Inject('report-clock') private readonly now: () => Date = () => new Date(),
  ) {}

  async make(workspaceId: number, draft: ReportDraft, { last, at = this.now() }: MakingTime): Promise<MadeReport> {
    const timeZone = (await this.moods.closedFilter(workspaceId, {})).timeZone;
    const filter = filterOf(draft.scope, reportTime(draft.period, at, timeZone));
    const closed = await this.moods.closedFilter(workspaceId, filter);
    const state = await this.labels.read(closed);
    const { board, facts, sections } = await this.content.find(workspaceId, filter, draft);
    const themes = await this.labels.themes(workspaceId);
    const models = await this.labels.models(
      workspaceId,
      board.comments.map(({ id }) => id),
    );
    const planned = draft.sections.filter(({ hidden }) => !hidden);
    const shown = planned.flatMap(({ kind, title, text }): ReportSection[] => {
      if (kind === 'own') return text || title ? [{ kind, title, text }] : [];
      if (kind === 'changes') return [changesSince({ sections: [...sections.values()] }, last)];
      const found = sections.get(kind);
      return found ? [found] : [];
    });
    const snapshot: ReportSnapshot = {
      version: 1,
      ...{ template: draft.template, language: draft.language, look: draft.look, timeZone },
      title: draft.look.title ?? draft.name,
      period: factPeriod(board.filter, timeZone),
      compared: factPeriod(board.previous, timeZone),
      madeAt: this.now().toISOString(),
      sample: { comments: commentsOf(board.total), labelled: board.total.n, read: board.sample },
      filter,
      versions: { rules: RULES_VERSION, labels: [`${state.n}/${state.generation}`], models, themes },
      facts: [...facts],
      sections: shown,
    };
    return { snapshot, commentIds: quotedIn(snapshot), fingerprint: fingerprint(contentOf(snapshot)) };
  }
}

function filterOf({ monitor, sources, languages }: ReportScope, time: ReportTime): CommentFilter {
  return {
    ...time,
    ...(monitor !== null && { monitor }),
    ...(sources.length && { source: sources.map(String) }),
    ...(languages.length && { language: languages }),
  };
}

/** The numbers of a report without its times: the same in two weeks in which nothing happened. */
function contentOf({ sections, sample }: ReportSnapshot): unknown {
  const numbers = sections.flatMap((section): unknown[] => {
    if (section.kind === 'figures') return section.figures.map(({ name, value }) => ({ name, value }));
    if (section.kind === 'themes' || section.kind === 'sources' || section.kind === 'monitors')
      return section.rows.map(({ name, now }) => ({ name, now }));
    return section.kind === 'own' ? [section] : [];
  });
  return { numbers, comments: sample.comments };
}

/** Comments whose words stand in a report, in quotations and in sentences. */
export function quotedIn({ facts, sections }: Pick<ReportSnapshot, 'facts' | 'sections'>): number[] {
  const voices = sections.flatMap((section) => (section.kind === 'voices' ? section.voices : []));
  const pinned = sections.flatMap((section) => (section.kind === 'pinned' ? section.facts : []));
  const cited = [...facts, ...pinned].flatMap((fact) =>
    fact.kind === 'quote' || fact.kind === 'claim' ? fact.citations.commentIds : [],
  );
  return [...new Set([...voices.map(({ commentId }) => commentId), ...cited])];
}
