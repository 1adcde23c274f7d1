import type { Now, ReadPeriod } from './calendar';

type Groups = Readonly<Record<string, string | undefined>>;

/** A phrase of a language and the period it means. Longer phrases stand before those that they hold. */
export interface PhraseRule {
  readonly pattern: RegExp;
  readonly read: (now: Now, groups: Groups) => ReadPeriod | null;
}

/** The rule of a phrase; the pattern is read without regard to case. */
export const rule = (pattern: string, read: PhraseRule['read']): PhraseRule => ({
  pattern: new RegExp(pattern, 'giu'),
  read,
});
