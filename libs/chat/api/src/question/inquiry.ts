import type { Answer, AsksBack, Intent, TypedQuestion } from '@moodline/chat/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import type { Now } from './periods/calendar';
import type { QuestionLanguage } from './question-language';
import type { Unknowable } from './unknowable';

/** A question that can be answered. */
export interface Inquiry {
  readonly workspaceId: number;
  readonly language: QuestionLanguage;
  readonly typed: TypedQuestion;
  /** The comments that are meant, without period and label. */
  readonly filter: CommentFilter;
  readonly now: Now;
  /** Day of the event from which the period counts. */
  readonly eventDay: string | null;
  /** Last day with comments, where they end so long ago that the period is counted from there. */
  readonly dataEnd: string | null;
}

/** What became of the words of a question. */
export type Reading =
  | { readonly kind: 'inquiry'; readonly inquiry: Inquiry }
  | {
      readonly kind: 'declined';
      readonly intent: Intent;
      readonly language: QuestionLanguage;
      readonly typed: TypedQuestion;
      /** What comments cannot tell; null where the question is not about them, or about something that is not there yet. */
      readonly unknowable: Unknowable | null;
    }
  | {
      readonly kind: 'asks-back';
      readonly language: QuestionLanguage;
      readonly typed: TypedQuestion;
      readonly reason: AsksBack['reason'];
      readonly words: string;
      readonly options: AsksBack['options'];
    };

export type Language = Answer['language'];
