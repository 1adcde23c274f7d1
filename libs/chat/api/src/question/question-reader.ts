import { Injectable } from '@nestjs/common';
import { addDays, dayOf, FilterResolver } from '@moodline/comments/api';
import type { Question } from '@moodline/chat/contract';
import { MoodFacts } from '@moodline/trends/api';
import { Temporal } from 'temporal-polyfill';
import { SourcesQuery } from '../queries/sources.query';
import type { Inquiry } from './inquiry';
import { namedSources } from './named-sources';
import { questionPeriods } from './question-dates';
import { IntentReader } from './question-intent';
import { questionLanguage } from './question-language';
import type { DayPeriod } from './relative-periods';
import { topicOf } from './topic-words';

/** Data that end longer ago than this are history: "last week" is counted from their end. */
const FRESH_DAYS = 2;

/** Reads a question: intent by the model; language, periods, sources and topic by rules. */
@Injectable()
export class QuestionReader {
  constructor(
    private readonly intents: IntentReader,
    private readonly moods: MoodFacts,
    private readonly filters: FilterResolver,
    private readonly sources: SourcesQuery,
  ) {}

  async read(workspaceId: number, { question, filter: page = {} }: Question, signal: AbortSignal): Promise<Inquiry> {
    const language = questionLanguage(question);
    const [{ timeZone }, { last }, all] = await Promise.all([
      this.filters.resolve(workspaceId, {}),
      this.moods.dataRange(workspaceId),
      this.sources.list(workspaceId),
    ]);
    const today = dayOf(new Date(), timeZone);
    const dataEnd = last && last < addDays(today, -FRESH_DAYS) ? last : null;
    const periods = questionPeriods(question, language, Temporal.PlainDate.from(dataEnd ?? today)).map(toDays);
    const sources = namedSources(question, all);
    const named = topicOf(question, language);
    const topic = named && namedSources(named, all).length ? null : named;
    const intent = await this.intents.read(
      workspaceId,
      question,
      { language, sources: sources.length, periods: periods.length, topic },
      signal,
    );
    const [period, against] = latestFirst(periods);
    const narrowed = sources.length === 1 ? { source: [String(sources[0]?.id)] } : {};
    return {
      workspaceId,
      question,
      language,
      intent,
      filter: { ...page, ...period, ...narrowed },
      against: against ?? null,
      sources,
      topic,
      dataEnd: periods.length ? dataEnd : null,
    };
  }
}

interface Days {
  readonly from: string;
  readonly to: string;
}

const toDays = ({ from, to }: DayPeriod): Days => ({ from: from.toString(), to: to.toString() });

/** The later of two periods is the one in question, the earlier what it is compared with. */
const latestFirst = (periods: readonly Days[]): readonly Days[] =>
  [...periods].sort((a, b) => (a.from < b.from ? 1 : -1));
