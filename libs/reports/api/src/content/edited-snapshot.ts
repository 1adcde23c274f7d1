import type { KeptSection, ReportEdition, ReportSection, ReportSnapshot } from '@moodline/reports/contract';
import { REPORT_WORDS } from '../document/words-of';

/**
 * A report as somebody edited it. Facts and numbers are those that were found, whatever the words say. Places that the report does not have are
 * left out. A sentence whose comment was removed says so, also where it was given other words: those may repeat the comment's.
 */
export function editedSnapshot(snapshot: ReportSnapshot, edition: ReportEdition | null): ReportSnapshot {
  if (!edition) return snapshot;
  const { removed } = REPORT_WORDS[snapshot.language];
  const sections = edition.sections.flatMap((edited): ReportSection[] => {
    if (edited.kind === 'own') return edited.title || edited.text ? [edited] : [];
    const found = snapshot.sections.find(({ kind }) => kind === edited.kind);
    return found ? [kept(found, edited, removed)] : [];
  });
  return { ...snapshot, sections };
}

/** An edition without other words for sentences that quote removed comments. @param cleared the report without those comments */
export function editionWithoutComments(edition: ReportEdition, cleared: ReportSnapshot): ReportEdition {
  const { removed } = REPORT_WORDS[cleared.language];
  const sections = edition.sections.map((edited) => {
    if (edited.kind === 'own' || !edited.sentences) return edited;
    const found = cleared.sections.find(({ kind }) => kind === edited.kind);
    const told = found && 'sentences' in found ? found.sentences : [];
    const sentences = edited.sentences.map((one) => (told[one.index]?.text === removed ? { ...one, text: null } : one));
    return { ...edited, sentences };
  });
  return { sections };
}

function kept(found: ReportSection, { sentences, voices }: KeptSection, removed: string): ReportSection {
  if (found.kind === 'voices' && voices)
    return { ...found, voices: voices.flatMap((index) => found.voices[index] ?? []) };
  if (!('sentences' in found) || !sentences) return found;
  return {
    ...found,
    sentences: sentences.flatMap(({ index, text }) => {
      const told = found.sentences[index];
      if (!told) return [];
      return [text === null || told.text === removed ? told : { ...told, text }];
    }),
  };
}
