import type { TypedQuestion } from '@moodline/chat/contract';
import type { FactSheet } from '@moodline/narration/api';
import type { Exhibit, FactPeriod } from '@moodline/narration/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import type { Inquiry } from '../question/inquiry';

/** A question on its way to its facts. */
export interface Search extends Inquiry {
  readonly typed: TypedQuestion;
  /** As it is stated: both ends are known. */
  readonly period: FactPeriod;
  readonly compared: FactPeriod | null;
  /** The scope and the period, without labels. */
  readonly within: CommentFilter;
  readonly sheet: FactSheet;
  readonly exhibits: Exhibit[];
  readonly timeZone: string;
}

/** What a search turned out to be about, where the answer chose its period itself. */
export interface Answered {
  readonly period?: FactPeriod;
  readonly compared?: FactPeriod | null;
}

/** Finds the facts for the intents it names. */
export interface FactBuilder {
  build(search: Search): Promise<Answered | void>;
}

/** Under this many labelled comments no mood is told. */
export const LEAST_COMMENTS = 5;

export const overPeriod = (filter: CommentFilter, { from, to }: FactPeriod): CommentFilter => ({ ...filter, from, to });
