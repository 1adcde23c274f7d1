import type { CommentFilter } from '@moodline/shared/contract';

/** A filter whose period has become instants in a workspace. Both ends may be open. */
export interface ResolvedFilter extends Omit<CommentFilter, 'from' | 'to'> {
  readonly workspaceId: number;
  readonly timeZone: string;
  /** First instant of the period. */
  readonly from: Date | null;
  /** First instant after the period. */
  readonly to: Date | null;
}
