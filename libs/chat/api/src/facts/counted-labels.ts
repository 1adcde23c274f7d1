import { LABELS, type Label } from '@moodline/comments/contract';
import type { Search } from './asked-facts';

/** Labels that a count or a share is about. */
export const countedLabels = ({ typed }: Pick<Search, 'typed'>): Label[] =>
  LABELS.filter((label) => typed.scope.labels.includes(label));
