import { Injectable } from '@nestjs/common';
import type { Answer, ChatEvent, Question, TypedQuestion } from '@moodline/chat/contract';
import { sealOf, sentences } from '@moodline/narration/api';
import { FilterResolver, addDays, dayOf } from '@moodline/comments/api';
import { SecretBox } from '@moodline/shared/secrets';
import { MoodFacts } from '@moodline/trends/api';
import { ANSWER_WORDS, askedBackText, periodText } from './answer-words';
import { NOT_KNOWN } from './not-known';
import { FactFinder } from './facts/fact-finder';
import type { Inquiry, Reading } from './question/inquiry';
import { QuestionReader } from './question/question-reader';

/** Who listens while an answer comes into being. */
export interface Listener {
  readonly signal: AbortSignal;
  readonly onEvent: (event: ChatEvent) => void;
}

/** An answer before anything is told. */
type Known = Omit<Answer, 'sentences' | 'seal'>;

/** Answers a question: reads it, finds the facts, tells them. */
@Injectable()
export class ChatAnswerer {
  constructor(
    private readonly reader: QuestionReader,
    private readonly facts: FactFinder,
    private readonly moods: MoodFacts,
    private readonly filters: FilterResolver,
    private readonly box: SecretBox,
  ) {}

  /** @returns the whole answer, which is also the last event */
  async answer(workspaceId: number, question: Question, { signal, onEvent }: Listener): Promise<Answer> {
    const reading = await this.reader.read(workspaceId, question, signal);
    const known =
      reading.kind === 'inquiry' ? await this.found(reading.inquiry) : await this.unanswered(workspaceId, reading);
    onEvent({ type: 'facts', data: known });
    const told = { ...known, sentences: sentences(known.facts, known.language, seedOf(question.question)) };
    const answer = { ...told, seal: told.sentences.length ? sealOf(this.box, workspaceId, told) : null };
    onEvent({ type: 'done', data: answer });
    return answer;
  }

  private async found(inquiry: Inquiry): Promise<Known> {
    const { facts, exhibits, period, compared } = await this.facts.find(inquiry);
    return {
      ...empty(inquiry.typed, inquiry.language, period),
      compared,
      facts: [...facts],
      exhibits: [...exhibits],
      quotes: facts.flatMap((fact) => (fact.kind === 'quote' ? [{ commentId: fact.commentId, text: fact.text }] : [])),
    };
  }

  private async unanswered(workspaceId: number, reading: Exclude<Reading, { kind: 'inquiry' }>): Promise<Known> {
    const { language, typed } = reading;
    const words = ANSWER_WORDS[language];
    const known = empty(typed, language, typed.period ?? (await this.wholePeriod(workspaceId)));
    if (reading.kind === 'declined') {
      const { intent, unknowable } = reading;
      if (unknowable)
        return {
          ...known,
          declined: true,
          reason: NOT_KNOWN[language][unknowable],
          reasonCode: 'not-known',
          suggestions: [...words.suggestions],
        };
      const reason = intent === 'help' ? words.help : (words.notServed[intent] ?? words.offTopic);
      return {
        ...known,
        declined: true,
        reason,
        reasonCode: words.notServed[intent] ? 'not-served' : 'off-topic',
        suggestions: [...words.suggestions],
      };
    }
    const text = askedBackText(language, reading.reason, reading.words);
    const options = reading.options.map((option) => ({
      ...option,
      text: option.text || periodText(option.typed.period),
    }));
    return {
      ...known,
      reason: text,
      reasonCode: 'asks-back',
      asksBack: { reason: reading.reason, words: reading.words, text, options },
    };
  }

  private async wholePeriod(workspaceId: number): Promise<Answer['period']> {
    const [{ first, last }, { timeZone }] = await Promise.all([
      this.moods.dataRange(workspaceId),
      this.filters.resolve(workspaceId, {}),
    ]);
    const today = dayOf(new Date(), timeZone);
    return { from: first ?? addDays(today, -29), to: last ?? today };
  }
}

const empty = (typed: TypedQuestion, language: Answer['language'], period: Answer['period']): Known => ({
  ...typed,
  language,
  period,
  facts: [],
  exhibits: [],
  quotes: [],
  declined: false,
  asksBack: null,
  reason: null,
  reasonCode: null,
  suggestions: [],
});

/** The same question is told in the same words, another one in others. */
const seedOf = (question: string): number =>
  [...question].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973, 7);
