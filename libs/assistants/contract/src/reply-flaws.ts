import type { ReplyFlaw } from './try';
import type { Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { writtenFlaws } from '@moodline/sentiment/contract';
import { isGladOfComplaint } from './wrong-mood';

/** What is replied to. `cut`: whether the model was stopped at the limit of its length. */
export interface RepliedTo {
  readonly text: string;
  readonly language: Language;
  /** Where it is known. */
  readonly label?: Label;
  /** Whether the label is one that is not certain. */
  readonly isUnsure?: boolean;
  /** How probable the label is; undefined where that is not known, as of one that people gave. */
  readonly probability?: number;
  readonly cut: boolean;
}

/** What a program can see to be wrong with a reply to a text. */
export function replyFlaws(reply: string, to: RepliedTo): ReplyFlaw[] {
  const { label, language } = to;
  return [...writtenFlaws(reply, to), ...(isGladOfComplaint(reply, label, language) ? ['mood' as const] : [])];
}

export { isIn } from '@moodline/sentiment/contract';
