import type { ReportEdition, ReportSection, ReportSnapshot } from '@moodline/reports/contract';

/** A sentence or a quoted comment of a section, by its place. `text` is what it says, `found` what it said when it was found. */
export interface DraftLine {
  readonly index: number;
  readonly found: string;
  readonly text: string;
  readonly hidden: boolean;
}

/**
 * A section while it is edited. `title` and `text` are for own paragraphs (`title` for what is pinned, too); `lines` for sections that are told
 * in sentences or quotations. What is pinned has a name of its own (`pin`) and can be taken out for good.
 */
export interface DraftSection {
  readonly kind: ReportSection['kind'];
  readonly pin: string | null;
  readonly removed: boolean;
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
    const section = found.sections.find((one) => keyOf(one) === keyOf(edited));
    return section ? [draftSection(section, edited)] : [];
  });
  const known = new Set(shown.map(keyOf));
  const gone = { hidden: new Set(edition.hiddenPins), removed: new Set(edition.removedPins) };
  const others = whole.filter((section) => section.kind !== 'own' && !known.has(keyOf(section)));
  // What was pinned since is shown at the end, as in the report itself.
  const since = others.filter(({ pin }) => pin && !gone.hidden.has(pin) && !gone.removed.has(pin));
  const hidden = others
    .filter((section) => !since.includes(section))
    .map((section) => ({ ...section, hidden: true, removed: gone.removed.has(section.pin ?? '') }));
  return lastRemoved([...shown, ...since, ...hidden]);
}

/** The draft with what was pinned meanwhile, and without what was taken out of the report again. @param pinned all that is pinned now */
export function withPins(draft: readonly DraftSection[], pinned: readonly DraftSection[]): DraftSection[] {
  const there = new Set(pinned.map(({ pin }) => pin));
  const kept = draft.filter(({ pin }) => pin === null || there.has(pin));
  return lastRemoved([...kept, ...pinned.filter(({ pin }) => !kept.some((one) => one.pin === pin))]);
}

/** What was taken out is kept at the end, where it is not shown. */
const lastRemoved = (draft: readonly DraftSection[]): DraftSection[] => [
  ...draft.filter(({ removed }) => !removed),
  ...draft.filter(({ removed }) => removed),
];

/** What is kept of it. */
export function editionOf(draft: readonly DraftSection[]): ReportEdition {
  const shown = draft.filter(({ hidden, removed }) => !hidden && !removed);
  const pins = (removed: boolean) =>
    draft.flatMap((section) =>
      section.pin && section.removed === removed && !shown.includes(section) ? section.pin : [],
    );
  return { sections: shown.flatMap(editedSection), hiddenPins: pins(false), removedPins: pins(true) };
}

function editedSection({ kind, pin, title, text, lines }: DraftSection): EditedSection[] {
  if (kind === 'own') return [{ kind, title, text }];
  const shown = lines.filter(({ hidden }) => !hidden);
  if (kind === 'voices') return [{ kind, voices: shown.map(({ index }) => index) }];
  const sentences = shown.map(({ index, text: words, found }) => ({
    index,
    text: words.trim() && words !== found ? words : null,
  }));
  const edited = lines.length ? { sentences } : {};
  if (kind === 'pinned') return pin ? [{ kind, pin, ...edited }] : [];
  return [{ kind, ...edited }];
}

/** What tells sections apart: pinned ones their own name, others their kind. */
const keyOf = (section: { readonly kind: string; readonly pin?: string | null }): string => section.pin ?? section.kind;

const EMPTY = { pin: null, hidden: false, removed: false, title: '', text: '', lines: [] } as const;

/** An own paragraph that is still empty. */
export const NEW_PARAGRAPH: DraftSection = { ...EMPTY, kind: 'own' };

function draftSection(section: ReportSection, edited: Exclude<EditedSection, { kind: 'own' }> | null): DraftSection {
  if (section.kind === 'own') return { ...EMPTY, ...section };
  const found = linesOf(section);
  const of = {
    ...EMPTY,
    kind: section.kind,
    ...(section.kind === 'pinned' && { pin: section.pin, title: section.title }),
  };
  const voices = edited && 'voices' in edited ? edited.voices : undefined;
  const kept: readonly { readonly index: number; readonly text: string | null }[] | undefined =
    edited?.sentences ?? voices?.map((index) => ({ index, text: null }));
  if (!kept) return { ...of, lines: found };
  const shown = kept.flatMap(({ index, text }) => {
    const line = found[index];
    return line ? [{ ...line, text: text ?? line.found }] : [];
  });
  const places = new Set(shown.map(({ index }) => index));
  const hidden = found.filter(({ index }) => !places.has(index)).map((line) => ({ ...line, hidden: true }));
  return { ...of, lines: [...shown, ...hidden] };
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
