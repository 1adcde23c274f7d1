import { Injectable } from '@nestjs/common';
import type { Answer, ChatEvent, Question } from '@moodline/chat/contract';
import { DomainError } from '@moodline/shared/http';
import { MoodFacts } from '@moodline/trends/api';
import { ANSWER_WORDS } from './answer-words';
import { FactFinder, LEAST_COMMENTS } from './facts/fact-finder';
import { Narrator } from './narrator';
import type { Inquiry } from './question/inquiry';
import { QuestionReader } from './question/question-reader';

/** Who listens while an answer comes into being. */
export interface Listener {
  readonly signal: AbortSignal;
  readonly onEvent: (event: ChatEvent) => void;
}

/** An answer before anything is written. */
type Known = Omit<Answer, 'sentences'>;

/** Answers a question: reads it, finds the facts, lets them be told, checks what is told. */
@Injectable()
export class ChatAnswerer {
  constructor(
    private readonly reader: QuestionReader,
    private readonly facts: FactFinder,
    private readonly narrator: Narrator,
    private readonly moods: MoodFacts,
  ) {}

  /**
   * @returns the whole answer, which is also the last event
   * @throws ModelUnavailableError when the model does not run and the question cannot be understood
   */
  async answer(workspaceId: number, question: Question, listener: Listener): Promise<Answer> {
    const inquiry = await this.reader.read(workspaceId, question, listener.signal);
    const known = this.facts.serves(inquiry.intent)
      ? await this.found(inquiry, listener.signal)
      : await this.declined(inquiry);
    listener.onEvent({ type: 'facts', data: known });
    const answer =
      known.declined || known.reason ? { ...known, sentences: [] } : await this.told(known, inquiry, listener);
    listener.onEvent({ type: 'done', data: answer });
    return answer;
  }

  private async declined(inquiry: Inquiry): Promise<Known> {
    const { intent, language } = inquiry;
    const words = ANSWER_WORDS[language];
    const empty = await this.empty(inquiry);
    const reason = intent === 'help' ? words.help : (words.notServed[intent] ?? words.offTopic);
    return {
      ...empty,
      declined: true,
      reason,
      reasonCode: words.notServed[intent] ? 'not-served' : 'off-topic',
      suggestions: [...words.suggestions],
    };
  }

  private async found(inquiry: Inquiry, signal: AbortSignal): Promise<Known> {
    const [empty, { sheet, n }] = await Promise.all([this.empty(inquiry), this.facts.find(inquiry, signal)]);
    if (n < LEAST_COMMENTS) return { ...empty, reason: `not enough data (n = ${n})`, reasonCode: 'not-enough-data' };
    return { ...empty, period: sheet.period ?? empty.period, facts: sheet.facts, exhibits: sheet.exhibits };
  }

  private async told(
    known: Known,
    { workspaceId, question, language }: Inquiry,
    { signal, onEvent }: Listener,
  ): Promise<Answer> {
    try {
      const { sentences, dropped } = await this.narrator.narrate({
        workspaceId,
        question,
        language,
        facts: known.facts,
        signal,
        onDraft: (text) => onEvent({ type: 'draft', data: { text } }),
        onSentence: (data) => onEvent({ type: 'sentence', data }),
      });
      return {
        ...known,
        sentences: [...sentences],
        dropped,
        ...(sentences.length ? {} : { reasonCode: 'nothing-held' as const }),
      };
    } catch (error) {
      // Facts and pictures stand without the words.
      if (error instanceof DomainError && error.status >= 500)
        return { ...known, sentences: [], reason: error.message, reasonCode: 'model-unavailable' };
      throw error;
    }
  }

  private async empty({ workspaceId, intent, language, filter }: Inquiry): Promise<Known> {
    const { from, to } = await this.moods.closedFilter(workspaceId, filter);
    const period = { from: from.toISOString(), to: to.toISOString() };
    return { intent, language, period, facts: [], exhibits: [], declined: false, reason: null, suggestions: [] };
  }
}
