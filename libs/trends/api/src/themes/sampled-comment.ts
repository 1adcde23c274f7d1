import type { Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';

/** A labelled comment as grouping reads it. */
export interface SampledComment {
  readonly id: number;
  readonly text: string;
  /** The text as it is searched. */
  readonly form: string;
  readonly language: Language;
  readonly label: Label;
  /** Whether the label is a close call. */
  readonly unsure?: boolean;
  readonly engagement: number;
  readonly sourceId: number;
  /** Equal for comments with nearly the same text. */
  readonly group: number;
}

/** +1, 0 or −1: what a comment adds to net mood. */
export const scoreOf = ({ label }: Pick<SampledComment, 'label'>): number =>
  label === 'positive' ? 1 : label === 'negative' ? -1 : 0;
