import type { Fact } from '@moodline/narration/contract';
import type { ReportSnapshot } from '@moodline/reports/contract';
import { quotedIn } from '../content/snapshot-maker';
import { REPORT_WORDS } from '../document/words-of';

/**
 * A report without the words of comments that are gone: their quotations, and every sentence that tells them, say that they were removed.
 * The numbers stay.
 */
export function withoutComments(snapshot: ReportSnapshot, gone: readonly number[]): ReportSnapshot {
  const isGone = (id: number) => gone.includes(id);
  if (!quotedIn(snapshot).some(isGone)) return snapshot;
  const { removed } = REPORT_WORDS[snapshot.language];
  const { facts, cleared } = factsWithout(snapshot.facts, isGone, removed);
  const sections = snapshot.sections.map((section) => {
    if (section.kind === 'voices')
      return {
        ...section,
        voices: section.voices.map((voice) => (isGone(voice.commentId) ? { ...voice, text: removed } : voice)),
      };
    if (!('sentences' in section)) return section;
    // What is pinned has facts of its own.
    const own = section.kind === 'pinned' ? factsWithout(section.facts, isGone, removed) : null;
    const gone = own?.cleared ?? cleared;
    const sentences = section.sentences.map((one) =>
      one.facts.some((id) => gone.has(id)) ? { ...one, text: removed } : one,
    );
    return { ...section, ...(own && { facts: own.facts }), sentences };
  });
  return { ...snapshot, facts, sections };
}

/** Facts without the words of comments that are gone, and the ids of those that lost words. */
function factsWithout(given: readonly Fact[], isGone: (id: number) => boolean, removed: string) {
  const cleared = new Set<string>();
  const facts = given.map((fact) => {
    if ((fact.kind !== 'quote' && fact.kind !== 'claim') || !fact.citations.commentIds.some(isGone)) return fact;
    cleared.add(fact.id);
    return { ...fact, text: removed };
  });
  return { facts, cleared };
}
