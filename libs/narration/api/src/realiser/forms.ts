import type { Fact, FactKind, FactPeriod } from '@moodline/narration/contract';
import type { Formats } from './formats';
import type { Passage } from './passage';

/** What a way to say something works with. */
export interface Telling<Kind extends FactKind = FactKind> extends Passage<Kind> {
  readonly f: Formats;
  /** Which comments and when, where that was not said before; ends so that the sentence can go on. */
  readonly lead: string;
  /** Comments of the scope, for sentences that count them: words before and behind the noun; empty where that was said before. */
  readonly counted: Counted;
}

/** What stands around "comments" in the words of a scope: "on Forum", "Chinese", "about “battery”". */
export interface Counted {
  readonly place: string;
  readonly kind: string;
  readonly about: string;
}

/** One way to say something, without its full stop; null where it does not fit the fact. */
export type Form<Kind extends FactKind> = (telling: Telling<Kind>) => string | null;

/** At least two ways to say each kind of fact. */
export type FormsOf<Kind extends FactKind> = { readonly [K in Kind]: readonly Form<K>[] };

export type MoodKind = 'count' | 'average' | 'share' | 'net' | 'change' | 'ranking' | 'comparison';
export type ThemeKind = 'theme' | 'claim' | 'quote' | 'share-of-change';
export type TimeKind = 'turning-point' | 'event' | 'peak' | 'coverage';

/** A language of the realiser. */
export interface Voice {
  readonly forms: FormsOf<FactKind>;
  /** Which comments, as the beginning of a sentence; empty for all. */
  readonly where: (scope: Fact['scope'], f: Formats) => string;
  readonly counted: (scope: Fact['scope'], f: Formats) => Counted;
  readonly when: (period: FactPeriod, f: Formats) => string;
  /** Puts both in front of a sentence that goes on. */
  readonly lead: (where: string, when: string) => string;
  /** Capital letter, full stop. */
  readonly finish: (text: string) => string;
}
