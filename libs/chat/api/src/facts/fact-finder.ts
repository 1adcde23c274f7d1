import { Injectable } from '@nestjs/common';
import type { Intent } from '@moodline/chat/contract';
import { dayOf } from '@moodline/comments/api';
import { FactSheet } from '@moodline/narration/api';
import type { Exhibit, Fact, FactPeriod } from '@moodline/narration/contract';
import { MoodFacts, volume } from '@moodline/trends/api';
import { isClockUnit } from '../question/clock-units';
import type { Inquiry } from '../question/inquiry';
import { overPeriod, type Answered, type FactBuilder, type Search } from './asked-facts';
import { ClockAnswers } from './clock-answers';
import { coverageDraft } from './mood-drafts';
import { MoodAnswers } from './mood-answers';
import { OrderAnswers } from './order-answers';
import { ThemeAnswers } from './theme-answers';
import { TopicAnswers } from './topic-answers';

const ALL_STARS = [1, 2, 3, 4, 5];

/** What was found, and the period it is about. */
export interface Findings {
  readonly period: FactPeriod;
  readonly compared: FactPeriod | null;
  readonly facts: readonly Fact[];
  readonly exhibits: readonly Exhibit[];
}

const upTo = ({ from, to }: FactPeriod, today: string): FactPeriod =>
  !from.includes('T') && from <= today && to > today ? { from, to: today } : { from, to };

/** Finds the facts that answer a question: one fixed way for each intent, every number from SQL. */
@Injectable()
export class FactFinder {
  private readonly builders: Partial<Record<Intent, FactBuilder>>;

  constructor(
    private readonly moods: MoodFacts,
    mood: MoodAnswers,
    order: OrderAnswers,
    themes: ThemeAnswers,
    topics: TopicAnswers,
    private readonly clock: ClockAnswers,
  ) {
    this.builders = {
      trend: mood,
      count: mood,
      share: mood,
      effect: mood,
      compare: order,
      ranking: order,
      why: themes,
      complaints: themes,
      praise: themes,
      fix: themes,
      summary: themes,
      topic: topics,
      quotes: topics,
    };
  }

  async find(inquiry: Inquiry): Promise<Findings> {
    const { typed, workspaceId, dataEnd } = inquiry;
    const closed = await this.moods.closedFilter(workspaceId, { ...inquiry.filter, ...typed.period });
    const lastDay = dayOf(new Date(closed.to.getTime() - 1), closed.timeZone);
    const period = typed.period ?? { from: dayOf(closed.from, closed.timeZone), to: lastDay };
    const sheet = new FactSheet();
    const exhibits: Exhibit[] = [];
    const search: Search = {
      ...inquiry,
      // A month that runs is told up to today.
      period: upTo(period, inquiry.now.today.toString()),
      compared: typed.compared,
      within: overPeriod(inquiry.filter, period),
      sheet,
      exhibits,
      timeZone: closed.timeZone,
    };
    const answered: Answered = (await this.builderOf(typed)?.build(search)) ?? {};
    if (dataEnd && typed.period && typed.period.to >= dataEnd)
      sheet.add(coverageDraft(search, 'data-ends', { value: 0, at: dataEnd }));
    // None with one star says little where nobody gave any.
    if (typed.scope.stars.length && !(await this.hasStars(workspaceId)))
      sheet.add(coverageDraft(search, 'no-stars', { value: 0 }));
    return {
      period: answered.period && answered.period !== search.period ? answered.period : period,
      compared: answered.compared === undefined ? typed.compared : answered.compared,
      facts: sheet.facts,
      exhibits,
    };
  }

  /** Whether any comment of the workspace has stars. */
  private async hasStars(workspaceId: number): Promise<boolean> {
    const { total } = await this.moods.series(workspaceId, { stars: ALL_STARS });
    return volume(total) > 0;
  }

  private builderOf({ intent, by, scope }: Inquiry['typed']): FactBuilder | undefined {
    if (isClockUnit(by)) return this.clock;
    // Wishes are told by what they are about.
    if (intent === 'topic' && scope.kinds?.length) return this.builders.why;
    // Themes are found, not listed; the share of voice is an order of monitors.
    if (intent === 'ranking' && by === 'theme') return this.builders.why;
    if (intent === 'share' && by === 'monitor') return this.builders.ranking;
    return this.builders[intent];
  }
}
