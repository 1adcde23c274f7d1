import type { ReportEdition, ReportSection, ReportSnapshot } from '@moodline/reports/contract';

/** A sentence or a quoted comment of a section, by its place. `text` is what it says, `found` what it said when it was found. */
export interface DraftLine {
  readonly index: number;
  readonly found: string;
  readonly text: string;
  readonly hidden: boolean;
}

/** A section while it is edited. `title` and `text` are for own paragraphs; `lines` for sections that are told in sentences or quotations. */
export interface DraftSection {
  readonly kind: ReportSection['kind'];
  readonly hidden: boolean;
  readonly title: string;
  readonly text: string;
  readonly lines: readonly DraftLine[];
}

type EditedSection = ReportEdition['sections'][number];

/** What is edited: the sections as they stand, those that were hidden at the end. */
export function draftOf(found: ReportSnapshot, edition: ReportEdition | null): DraftSection[] {
  const whole = found.sections.map((section) => draftSection(section, null));
  if (!edition) return whole;
  const shown = edition.sections.flatMap((edited): DraftSection[] => {
    if (edited.kind === 'own') return [{ ...EMPTY, ...edited }];
    const section = found.sections.find(({ kind }) => kind === edited.kind);
    return section ? [draftSection(section, edited)] : [];
  });
  const kinds = new Set(shown.map(({ kind }) => kind));
  const hidden = whole.filter(({ kind }) => kind !== 'own' && !kinds.has(kind));
  return [...shown, ...hidden.map((section) => ({ ...section, hidden: true }))];
}

/** What is kept of it. */
export function editionOf(draft: readonly DraftSection[]): ReportEdition {
  const sections = draft.flatMap(({ kind, hidden, title, text, lines }): EditedSection[] => {
    if (kind === 'own') return [{ kind, title, text }];
    if (hidden) return [];
    const shown = lines.filter((line) => !line.hidden);
    if (kind === 'voices') return [{ kind, voices: shown.map(({ index }) => index) }];
    if (!lines.length) return [{ kind }];
    return [
      {
        kind,
        sentences: shown.map(({ index, text: words, found }) => ({
          index,
          text: words.trim() && words !== found ? words : null,
        })),
      },
    ];
  });
  return { sections };
}

const EMPTY = { hidden: false, title: '', text: '', lines: [] } as const;

function draftSection(section: ReportSection, edited: Exclude<EditedSection, { kind: 'own' }> | null): DraftSection {
  if (section.kind === 'own') return { ...EMPTY, ...section };
  const found = linesOf(section);
  const kept: readonly { readonly index: number; readonly text: string | null }[] | undefined =
    edited?.sentences ?? edited?.voices?.map((index) => ({ index, text: null }));
  if (!kept) return { ...EMPTY, kind: section.kind, lines: found };
  const shown = kept.flatMap(({ index, text }) => {
    const line = found[index];
    return line ? [{ ...line, text: text ?? line.found }] : [];
  });
  const places = new Set(shown.map(({ index }) => index));
  const hidden = found.filter(({ index }) => !places.has(index)).map((line) => ({ ...line, hidden: true }));
  return { ...EMPTY, kind: section.kind, lines: [...shown, ...hidden] };
}

function linesOf(section: ReportSection): DraftLine[] {
  const texts =
    section.kind === 'voices'
      ? section.voices.map(({ text }) => text)
      : 'sentences' in section
        ? section.sentences.map(({ text }) => text)
        : [];
  return texts.map((text, index) => ({ index, found: text, text, hidden: false }));
}
