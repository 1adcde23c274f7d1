import type { TypedQuestion } from '@moodline/chat/contract';
import type { Label } from '@moodline/comments/contract';

/** What is wanted: the part of a typed question that is not scope and period. */
export interface Wanted extends Pick<TypedQuestion, 'intent' | 'measure' | 'by' | 'order' | 'number'> {
  readonly labels: readonly Label[];
}
