import type { IncomingComment, IncomingFacet } from '@moodline/comments/api';
import { LEFT_OUT_REASONS, unguardFormula } from '@moodline/comments/contract';
import { FACETS, LABELS, LANGUAGES, type Facet } from '@moodline/shared/contract';

/** Columns that only an export of Moodline has, all of them. */
const MARKS = ['moodline_id', 'published_at', 'fetched_at', 'likes'];

const FACET_NAMES = Object.keys(FACETS) as Facet[];

/** Names of columns as a spreadsheet may have touched them. */
const plain = (column: string) => column.toLowerCase().replace(/[\s_-]/g, '');

/**
 * What a row of Moodline's own export says of a comment beyond what any file says, and what of it must not be guessed: the text as it
 * is, the id, the person's label, why it is left out, when it came in. Nothing where the row is of another file.
 */
export function exportedFacts(values: ReadonlyMap<string, string>): Partial<IncomingComment> {
  const cells = new Map([...values].map(([column, value]) => [plain(column), value]));
  if (!MARKS.every((mark) => cells.has(plain(mark)))) return {};
  // In a table the names of monitors are a column; in JSON they are a list, which is no value, and no text of it is guarded.
  const read = cells.has('monitors') ? unguardFormula : (value: string) => value;
  const cell = (name: string): string => read((cells.get(plain(name)) ?? '').replaceAll('\0', '').trim());
  const label = LABELS.find((known) => known === cell('person_label'));
  const language = LANGUAGES.find((known) => known === cell('language'));
  const stars = Number(cell('stars'));
  return {
    text: cell('text'),
    ...(cell('id') && { externalId: cell('id') }),
    ...(language && { language }),
    stars: stars > 0 ? stars : null,
    recommended: cell('recommended') ? cell('recommended').toLowerCase() === 'true' : null,
    leftOut: LEFT_OUT_REASONS.find((reason) => reason === cell('left_out')) ?? null,
    facets: FACET_NAMES.flatMap((facet): IncomingFacet[] => {
      const value = FACETS[facet].options.find((known) => known === cell(`person_${facet}`));
      const at = instantOf(cell(`person_${facet}_at`));
      return value ? [{ facet, value, by: cell(`person_${facet}_by`) || null, at }] : [];
    }),
    fetchedAt: instantOf(cell('fetched_at')),
    verdict: label
      ? {
          label,
          by: cell('person_label_by') || null,
          at: instantOf(cell('person_label_at')),
          reason: cell('person_label_reason') || null,
        }
      : null,
  };
}

function instantOf(value: string): Date | null {
  const time = new Date(value);
  return value && !Number.isNaN(time.getTime()) ? time : null;
}
