import { Injectable } from '@nestjs/common';
import type { AnswerSentence, Fact } from '@moodline/chat/contract';
import { LanguageModel, RolePrompts } from '@moodline/language-model/api';
import { checkSentence, factText, NARRATOR_ROLE, SentenceReader } from '@moodline/trends/api';
import type { QuestionLanguage } from './question/question-language';

const TOKENS = 220;
const LONGEST_QUESTION = 200;
/** A remark for people: the narrator would take it for news. */
const NOT_TOLD = 'data end';

export interface Narration {
  readonly workspaceId: number;
  readonly question: string;
  readonly language: QuestionLanguage;
  readonly facts: readonly Fact[];
  readonly signal: AbortSignal;
  /** The sentence being written, not checked yet. */
  readonly onDraft: (text: string) => void;
  /** A sentence that holds. */
  readonly onSentence: (sentence: AnswerSentence) => void;
}

/** What came of a narration. */
export interface Narrated {
  readonly sentences: readonly AnswerSentence[];
  readonly dropped: number;
}

/** The question and the facts as the narrator was tuned to read them. */
export function narratorInput(question: string, facts: readonly Fact[]): string {
  return [
    factText(question, LONGEST_QUESTION),
    'FACTS',
    ...facts.filter(({ kind }) => kind !== NOT_TOLD).map(({ line }) => line),
  ].join('\n');
}

/** Lets the model put facts into words, and lets through only what the facts bear out. */
@Injectable()
export class Narrator {
  constructor(
    private readonly model: LanguageModel,
    private readonly roles: RolePrompts,
  ) {}

  async narrate({ workspaceId, question, language, facts, signal, onDraft, onSentence }: Narration): Promise<Narrated> {
    const reader = new SentenceReader();
    const sentences: AnswerSentence[] = [];
    let dropped = 0;
    const check = (written: string): void => {
      const verdict = checkSentence(written, facts);
      if (!verdict.ok) dropped++;
      else if (!sentences.some(({ text }) => text === verdict.text)) {
        const sentence = { text: verdict.text, citations: [...verdict.citations] };
        sentences.push(sentence);
        onSentence(sentence);
      }
    };
    const onToken = (piece: string): void => {
      reader.push(piece).forEach(check);
      if (reader.draft) onDraft(reader.draft);
    };
    const role = await this.roles.active(workspaceId, NARRATOR_ROLE[language]);
    const { finish } = await this.model.write({
      role,
      input: narratorInput(question, facts),
      maxTokens: TOKENS,
      priority: 'interactive',
      onToken,
      signal,
    });
    // A sentence that was cut off in the middle is none.
    const rest = reader.end();
    if (finish === 'stop') rest.forEach(check);
    return { sentences, dropped };
  }
}
