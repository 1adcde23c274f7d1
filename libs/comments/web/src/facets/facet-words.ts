import { type Comment, type Facet, FACETS } from '@moodline/comments/contract';
import type { LocaleStore } from '@moodline/shared/ui';

/** Emotion and kind, in the order in which they are shown. */
export const FACET_NAMES = Object.keys(FACETS) as Facet[];

/** Answers that most comments have: a row does not name them. */
const USUAL: Readonly<Record<Facet, string>> = { emotion: 'none', kind: 'opinion' };

/** A facet as a row shows it. */
export interface FacetChip {
  readonly facet: Facet;
  readonly words: string;
  /** What the machine says where a person says something else. */
  readonly hint: string;
}

/** "Anger 71 %"; a person's word has no probability. @returns null where nothing is told: unsure, or not asked */
export function facetWords(comment: Comment, facet: Facet, locale: LocaleStore): string | null {
  const said = comment[facet];
  if (!said?.value) return null;
  const name = locale.translate(`filter.${facet}.${said.value}`);
  if (said.correction) {
    const { by } = said.correction;
    return by ? `${name} · ${by}` : name;
  }
  return said.probability === null ? name : `${name} ${locale.formats().percent(said.probability)}`;
}

/** The machine's answer with its probability, however unsure. @returns null where it was not asked */
export function machineFacetWords(comment: Comment, facet: Facet, locale: LocaleStore): string | null {
  const said = comment[facet];
  if (!said?.machine || said.probability === null) return null;
  return `${locale.translate(`filter.${facet}.${said.machine}`)} ${locale.formats().percent(said.probability)}`;
}

/** What is out of the usual of a comment. */
export function facetChips(comment: Comment, locale: LocaleStore): FacetChip[] {
  return FACET_NAMES.flatMap((facet) => {
    const words = facetWords(comment, facet, locale);
    if (!words || (comment[facet]?.value === USUAL[facet] && !comment[facet]?.correction)) return [];
    const machine = comment[facet]?.correction ? machineFacetWords(comment, facet, locale) : null;
    const hint = machine ? locale.translate('comments.correction.machine', { label: machine }) : '';
    return [{ facet, words, hint }];
  });
}
