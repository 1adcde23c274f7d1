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
  const cleared = new Set<string>();
  const facts = snapshot.facts.map((fact) => {
    if ((fact.kind !== 'quote' && fact.kind !== 'claim') || !fact.citations.commentIds.some(isGone)) return fact;
    cleared.add(fact.id);
    return { ...fact, text: removed };
  });
  const sections = snapshot.sections.map((section) => {
    if (section.kind === 'voices')
      return {
        ...section,
        voices: section.voices.map((voice) => (isGone(voice.commentId) ? { ...voice, text: removed } : voice)),
      };
    if (!('sentences' in section)) return section;
    const sentences = section.sentences.map((one) =>
      one.facts.some((id) => cleared.has(id)) ? { ...one, text: removed } : one,
    );
    return { ...section, sentences };
  });
  return { ...snapshot, facts, sections };
}
