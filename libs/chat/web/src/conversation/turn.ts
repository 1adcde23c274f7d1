import { answerSchema, questionSchema, type ChatEvent, type TypedQuestion } from '@moodline/chat/contract';
import { commentFilterSchema, type CommentFilter } from '@moodline/comments/contract';
import * as z from 'zod';

export const TURN_STATES = ['asking', 'answered', 'stopped', 'failed'] as const;

/** What can be wrong with an answer. */
export const RATING_REASONS = ['question', 'number', 'words', 'other'] as const;
export type RatingReason = (typeof RATING_REASONS)[number];

/** A question with what came back. `filter` is what the page showed when it was asked. */
export const turnSchema = z.object({
  id: z.number().int(),
  question: questionSchema.shape.question,
  filter: commentFilterSchema,
  /** The question as a click changed it. */
  typed: questionSchema.shape.typed,
  state: z.enum(TURN_STATES),
  /** Null until the facts have come. */
  answer: answerSchema.nullable(),
  /** What the asker thinks of the answer; of a bad one, why. */
  rating: z.object({ good: z.boolean(), reason: z.enum(RATING_REASONS).nullable() }).nullish(),
});

/** `error` is what ended a failed turn. */
export type Turn = z.infer<typeof turnSchema> & { error: unknown };

/** A turn that has just been asked. */
export const newTurn = (id: number, question: string, filter: CommentFilter, typed?: TypedQuestion): Turn => ({
  id,
  question,
  filter,
  typed,
  state: 'asking',
  answer: null,
  error: null,
});

/** Whether the server is still at it. */
export const isOpen = (turn: Turn): boolean => turn.state === 'asking';

/** The turn after an event. The last event carries the whole answer and replaces what was gathered. */
export function withEvent(turn: Turn, event: ChatEvent): Turn {
  switch (event.type) {
    case 'facts':
      return { ...turn, answer: { ...event.data, sentences: [], seal: null } };
    case 'done':
      return { ...turn, state: 'answered', answer: event.data };
  }
}
