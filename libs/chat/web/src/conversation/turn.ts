import { answerSchema, questionSchema, type Answer, type ChatEvent } from '@moodline/chat/contract';
import { commentFilterSchema, type CommentFilter } from '@moodline/shared/contract';
import { z } from 'zod';

export const TURN_STATES = ['asking', 'answered', 'stopped', 'failed'] as const;

/** A question with what came back. `filter` is what the page showed when it was asked. */
export const turnSchema = z.object({
  id: z.number().int(),
  question: questionSchema.shape.question,
  filter: commentFilterSchema,
  state: z.enum(TURN_STATES),
  /** Null until the facts have come. */
  answer: answerSchema.nullable(),
});

/** `draft` is the sentence being written, not yet checked; `error` is what ended a failed turn. */
export type Turn = z.infer<typeof turnSchema> & { draft: string; error: unknown };

/** A turn that has just been asked. */
export const newTurn = (id: number, question: string, filter: CommentFilter): Turn => ({
  id,
  question,
  filter,
  state: 'asking',
  answer: null,
  draft: '',
  error: null,
});

/** Whether the server is still at it. */
export const isOpen = (turn: Turn): boolean => turn.state === 'asking';

/** The turn after an event. The last event carries the whole answer and replaces what was gathered. */
export function withEvent(turn: Turn, event: ChatEvent): Turn {
  switch (event.type) {
    case 'facts':
      return { ...turn, answer: { ...event.data, sentences: [] } };
    case 'draft':
      return { ...turn, draft: event.data.text };
    case 'sentence':
      return { ...turn, draft: '', answer: withSentence(turn.answer, event.data) };
    case 'done':
      return { ...turn, draft: '', state: 'answered', answer: event.data };
  }
}

function withSentence(answer: Answer | null, sentence: Answer['sentences'][number]): Answer | null {
  return answer && { ...answer, sentences: [...answer.sentences, sentence] };
}
