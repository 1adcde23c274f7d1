import type { CommentFilter, CommentKind, Label, WorkFilter } from '@moodline/comments/contract';

/** A filter whose period has become instants in a workspace. Both ends may be open. */
export interface ResolvedFilter extends Omit<CommentFilter, 'from' | 'to'> {
  readonly workspaceId: number;
  readonly timeZone: string;
  /** First instant of the period. */
  readonly from: Date | null;
  /** First instant after the period. */
  readonly to: Date | null;
  /** Every text of the workspace is in the index of the search. Without it `q` is looked for in all texts, which takes long. */
  readonly searchIndexed?: boolean;
  /** Words of the theme that is asked for: a comment has one of them. None at all: there is no such theme, so no comment is in it. */
  readonly themeWords?: readonly string[];
  /** Only comments with nearly the same text as the one with this id. */
  readonly alike?: number;
  /** Only comments that count in the mood: none that is left out, and none whose date is unknown. */
  readonly counted?: boolean;
  /** Kinds that the workspace leaves out of the mood. */
  readonly leftOutKinds?: readonly CommentKind[];
  /** Only comments of which the machine says this, whatever a person said. */
  readonly machine?: Label;
  /** Only comments that a person gave this label. */
  readonly human?: Label;
  /** Only comments in this state of work. */
  readonly state?: WorkFilter['state'];
  /** Only comments of this person, or of nobody. */
  readonly assignee?: WorkFilter['assignee'];
}
