import type { KeptPin, KeptSection, ReportEdition, ReportSection, ReportSnapshot } from '@moodline/reports/contract';
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
    const found = sectionOf(snapshot, edited);
    return found ? [kept(found, edited, removed)] : [];
  });
  return { ...snapshot, sections: [...sections, ...pinnedSince(snapshot, edition)] };
}

/** The section that a part of an edition is about: pinned ones by their own name, others by their kind. */
function sectionOf({ sections }: ReportSnapshot, edited: KeptSection | KeptPin): ReportSection | undefined {
  return sections.find((one) =>
    edited.kind === 'pinned' ? one.kind === 'pinned' && one.pin === edited.pin : one.kind === edited.kind,
  );
}

/** What an edition does not know yet: it was pinned after somebody began to edit. */
function pinnedSince({ sections }: ReportSnapshot, edition: ReportEdition): ReportSection[] {
  const known = new Set([...edition.hiddenPins, ...edition.removedPins]);
  for (const one of edition.sections) if (one.kind === 'pinned') known.add(one.pin);
  return sections.filter((one) => one.kind === 'pinned' && !known.has(one.pin));
}

/** An edition without other words for sentences that quote removed comments. @param cleared the report without those comments */
export function editionWithoutComments(edition: ReportEdition, cleared: ReportSnapshot): ReportEdition {
  const { removed } = REPORT_WORDS[cleared.language];
  const sections = edition.sections.map((edited) => {
    if (edited.kind === 'own' || !edited.sentences) return edited;
    const found = sectionOf(cleared, edited);
    const told = found && 'sentences' in found ? found.sentences : [];
    const sentences = edited.sentences.map((one) => (told[one.index]?.text === removed ? { ...one, text: null } : one));
    return { ...edited, sentences };
  });
  return { ...edition, sections };
}

function kept(found: ReportSection, edited: KeptSection | KeptPin, removed: string): ReportSection {
  const { sentences } = edited;
  const voices = edited.kind === 'pinned' ? undefined : edited.voices;
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
