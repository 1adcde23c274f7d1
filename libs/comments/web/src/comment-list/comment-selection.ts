import * as z from 'zod';
import { type CommentFilter, commentFilterSchema, LABELS, workFilterSchema } from '@moodline/comments/contract';
import type { CommentNarrowing, CommentSort } from '../comments.client';

/** What a list shows: everything that matches a filter, or single comments. */
export type CommentSelection =
  | { readonly filter: CommentFilter; readonly sort?: CommentSort; readonly narrowing?: CommentNarrowing }
  | { readonly ids: readonly number[] };

/** A selection with its title, as an address carries it. */
export interface TitledSelection {
  readonly selection: CommentSelection;
  readonly title: string;
}

const id = z.number().int().positive();
const addressSchema = z.object({
  title: z.string().max(200),
  selection: z.union([
    z.object({ ids: z.array(id).max(100) }),
    z.object({
      filter: commentFilterSchema,
      narrowing: z
        .object({
          ...workFilterSchema.shape,
          alike: id.optional(),
          machine: z.enum(LABELS).optional(),
          human: z.enum(LABELS).optional(),
        })
        .optional(),
    }),
  ]),
});

/** The text that stands for a selection in an address. */
export const writeSelection = (titled: TitledSelection): string => JSON.stringify(titled);

/** @returns null for what is no selection: addresses are cut and edited by hand */
export function readSelection(text: string): TitledSelection | null {
  try {
    const read = addressSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
