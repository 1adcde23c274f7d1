import type { IncomingComment, IncomingFacet, IncomingTag } from '@moodline/comments/api';
import {
  exportedTagSchema,
  type Facet,
  FACETS,
  LABELS,
  LEFT_OUT_REASONS,
  MOST_TAGS,
} from '@moodline/comments/contract';
import { LANGUAGES } from '@moodline/shared/contract';
import { z } from 'zod';

/** Columns that only an export of Moodline has, all of them. */
const MARKS = ['moodline_id', 'published_at', 'fetched_at', 'likes'];

const FACET_NAMES = Object.keys(FACETS) as Facet[];

/** Names of columns as a spreadsheet may have touched them. */
const plain = (column: string) => column.toLowerCase().replace(/[\s_-]/g, '');

/** What an exported row says, its time and source aside. */
export type ExportedFacts = Partial<IncomingComment> & { readonly text: string; readonly stars: number | null };

/**
 * What a row of Moodline's own export says of a comment: nothing of it is guessed or cleaned. Null where the row is of another file.
 * @param unguard takes off what keeps a spreadsheet from reading formulas
 */
export function exportedFacts(
  values: ReadonlyMap<string, string>,
  unguard: (value: string) => string = (value) => value,
): ExportedFacts | null {
  const cells = new Map([...values].map(([column, value]) => [plain(column), value]));
  if (!MARKS.every((mark) => cells.has(plain(mark)))) return null;
  const cell = (name: string): string => unguard((cells.get(plain(name)) ?? '').replaceAll('\0', '').trim());
  const label = LABELS.find((known) => known === cell('person_label'));
  const language = LANGUAGES.find((known) => known === cell('language'));
  const [stars, likes] = [Number(cell('stars')), Number(cell('likes'))];
  return {
    text: cell('text'),
    ...(cell('id') && { externalId: cell('id') }),
    ...(language && { language }),
    permalink: cell('link') || null,
    parentId: cell('parent_id') || null,
    ...(Number.isFinite(likes) && { engagement: likes }),
    stars: stars > 0 ? stars : null,
    recommended: cell('recommended') ? isTrue(cell('recommended')) : null,
    version: cell('version') || null,
    ...(isTrue(cell('date_unknown')) && { dateUnknown: true }),
    leftOut: LEFT_OUT_REASONS.find((reason) => reason === cell('left_out')) ?? null,
    facets: FACET_NAMES.flatMap((facet): IncomingFacet[] => {
      const value = FACETS[facet].options.find((known) => known === cell(`person_${facet}`));
      const at = instantOf(cell(`person_${facet}_at`));
      return value ? [{ facet, value, by: cell(`person_${facet}_by`) || null, at }] : [];
    }),
    tags: tagsIn(cell('person_tags')),
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

/** What people said of tags, as JSON. A cell that somebody typed into is no such thing, and says nothing. */
function tagsIn(cell: string): IncomingTag[] {
  if (!cell) return [];
  const read = saidTagsSchema.safeParse(cell);
  return read.success ? read.data.map((one) => ({ ...one, at: instantOf(one.at ?? '') })) : [];
}

const saidTagsSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('This is no JSON.');
      return z.NEVER;
    }
  })
  .pipe(z.array(exportedTagSchema).max(MOST_TAGS));

/** Spreadsheets write it in capitals. */
const isTrue = (value: string) => value.toLowerCase() === 'true' || value === '1';

function instantOf(value: string): Date | null {
  const time = new Date(value);
  return value && !Number.isNaN(time.getTime()) ? time : null;
}
