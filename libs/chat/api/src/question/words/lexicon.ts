import type { Intent, RANKED_BY } from '@moodline/chat/contract';

/** Words that tell an intent. Of several that are found the first of the list is asked for. */
export interface Lexicon {
  readonly intents: readonly (readonly [Intent, RegExp])[];
  /** Things that are put in an order: which source, which day. */
  readonly by: readonly (readonly [RankedBy, RegExp])[];
  /** Wants something made: nothing that comments could tell, whatever else the question says. */
  readonly makes: RegExp;
  /** Asks about the world, unless it has words of our trade. */
  readonly elsewhere: RegExp;
  /** The mood moves, and not only stands somewhere. */
  readonly moves: RegExp;
  /** A number for each day, week or month. */
  readonly per: readonly (readonly ['day' | 'week' | 'month', RegExp])[];
  /** How much is written, and not how. */
  readonly volume: RegExp;
  /** All of them, whatever the page shows. */
  readonly all: RegExp;
  /** Words of our own trade: a question with one of them is about the comments. */
  readonly own: RegExp;
  /** Asks whether there is such a thing at all. */
  readonly exists: RegExp;
  /** Goes on from the question before. */
  readonly followUp: RegExp;
  /** The lower end of an order is asked for: best, fewest. */
  readonly least: RegExp;
  /** In which direction the mood is ordered. */
  readonly good: RegExp;
  readonly bad: RegExp;
  readonly newest: RegExp;
  readonly oldest: RegExp;
}

export type RankedBy = (typeof RANKED_BY)[number];
