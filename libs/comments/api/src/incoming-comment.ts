import type { Facet, Label, LeftOutReason, TagColor } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';

/** What a person said of an emotion or a kind. */
export interface IncomingFacet {
  readonly facet: Facet;
  readonly value: string;
  readonly by: string | null;
  readonly at: Date | null;
}

/** What a person said of a comment and a tag. */
export interface IncomingTag {
  readonly tag: string;
  readonly color: TagColor;
  readonly said: boolean;
  readonly by: string | null;
  readonly at: Date | null;
  readonly drawn: boolean;
}

/** A comment as a source hands it over. The author's name is hashed on intake and goes no further. */
export interface IncomingComment {
  /** Id at the source; the pair (source, id) is unique. */
  readonly externalId: string;
  readonly text: string;
  readonly publishedAt: Date;
  /** The source names no time that can be read: `publishedAt` is when it was read, and the comment counts on no day. */
  readonly dateUnknown?: boolean;
  /** As `dateUnknown`, but a person wants such comments counted on the day they were read. */
  readonly dateAssumed?: boolean;
  readonly author?: string | null;
  readonly engagement?: number;
  readonly permalink?: string | null;
  readonly parentId?: string | null;
  /** What its author gave besides words, from 1 to 5; null or missing where the source has no stars. */
  readonly stars?: number | null;
  /** "Recommended" or not, where the source has that instead of stars. */
  readonly recommended?: boolean | null;
  /** Version of the app that it is about, as the source writes it; what is no version is not kept. */
  readonly version?: string | null;
  /**
   * Ids that other rules would have given to the same comment, the likeliest first: one that is stored under such an id
   * with this text or time is renamed and not stored twice.
   */
  readonly formerIds?: readonly string[];
  /** The source is known to change its ids: a stored comment with the same text, time, author and page is the same one. */
  readonly idMayChange?: boolean;
  /** Why it is left out of the mood, where that is known: an export of Moodline says so. */
  readonly leftOut?: LeftOutReason | null;
  /** When it came in first, where it comes back from an export of Moodline. */
  readonly fetchedAt?: Date | null;
  /** What a person said of it, where it comes back from an export of Moodline. */
  readonly verdict?: {
    readonly label: Label;
    readonly by: string | null;
    readonly at: Date | null;
    readonly reason: string | null;
  } | null;
  /** The same for its emotion and kind. */
  readonly facets?: readonly IncomingFacet[];
  /** And for tags. */
  readonly tags?: readonly IncomingTag[];
  /** Known language; detected from the text when missing. */
  readonly language?: Language | null;
}

/** Where a batch belongs. */
export interface IncomingBatch {
  readonly workspaceId: number;
  readonly sourceId: number;
  readonly runId: number;
  readonly comments: readonly IncomingComment[];
  /** Take over what changed at the source (text, engagement) of comments that are there already. */
  readonly follow?: boolean;
}

/** What became of the comments of a batch: each is counted once. */
export interface IntakeResult {
  readonly imported: number;
  readonly duplicates: number;
  /** Were there already and had changed at the source. */
  readonly updated: number;
  /** Left out on purpose: a person asked to forget their author or text, or it is a placeholder and no comment. */
  readonly filtered: number;
  /** Of those imported, how many have no date that could be read. */
  readonly undated: number;
}
