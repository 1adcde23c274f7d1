import type { Intent } from '@moodline/chat/contract';
import type { CommentFilter } from '@moodline/shared/contract';
import type { QuestionLanguage } from './question-language';

/** A source of the workspace. */
export interface NamedSource {
  readonly id: number;
  readonly name: string;
}

/** What is asked, in words that SQL understands. */
export interface Inquiry {
  readonly workspaceId: number;
  readonly question: string;
  readonly language: QuestionLanguage;
  readonly intent: Intent;
  /** Period and narrowing: the words of the question first, then the page's filter. */
  readonly filter: CommentFilter;
  /** The earlier period of a comparison, as days, where the question names two. */
  readonly against: { readonly from: string; readonly to: string } | null;
  readonly sources: readonly NamedSource[];
  readonly topic: string | null;
  /** Last day with comments, where the period is counted from there and not from today. */
  readonly dataEnd: string | null;
}
