import * as z from 'zod';
import { SECTION_KINDS, type SectionKind } from './section';

/** Sections that are found; the other ones are paragraphs that somebody writes. */
const FOUND_KINDS = SECTION_KINDS.filter((kind): kind is Exclude<SectionKind, 'own'> => kind !== 'own');
const place = z.number().int().min(0).max(500);

const ownParagraphSchema = z.object({
  kind: z.literal('own'),
  title: z.string().trim().max(120).default(''),
  text: z.string().trim().max(4000).default(''),
});
/**
 * A section as it was found. `sentences` are the ones that stay, by their places, each with other words or (null) as it was made; `voices` the
 * quoted comments that stay. Quoted words are nobody's to change. Without these lists all of it stays.
 */
const keptSectionSchema = z.object({
  kind: z.enum(FOUND_KINDS),
  sentences: z
    .array(z.object({ index: place, text: z.string().trim().min(1).max(1000).nullable().default(null) }))
    .max(100)
    .optional(),
  voices: z.array(place).max(100).optional(),
});
export type KeptSection = z.infer<typeof keptSectionSchema>;

/** Something that was pinned to it, in its place; of its sentences as of those of other sections. */
const keptPinSchema = z.object({
  kind: z.literal('pinned'),
  pin: z.uuid(),
  sentences: keptSectionSchema.shape.sentences,
});
export type KeptPin = z.infer<typeof keptPinSchema>;

/**
 * `PUT /api/report-issues/:id/edition`: what somebody makes of a report before it goes out: its sections in their order (one that is left out
 * is hidden), other words, own paragraphs. What was found stays as it is beside it, so that all of it can be taken back. What is pinned is left out
 * by its name only (`removedPins` are not even offered again): what is pinned while somebody edits is not lost.
 */
export const reportEditionSchema = z.object({
  sections: z
    .array(z.discriminatedUnion('kind', [ownParagraphSchema, keptPinSchema, keptSectionSchema]))
    .min(1)
    .max(60)
    .refine(
      (sections) => {
        const found = sections.flatMap((one) =>
          one.kind === 'own' ? [] : [one.kind === 'pinned' ? one.pin : one.kind],
        );
        return new Set(found).size === found.length;
      },
      { message: 'A section can stand in a report once; own paragraphs as often as you like' },
    ),
  hiddenPins: z.array(z.uuid()).max(100).default([]),
  removedPins: z.array(z.uuid()).max(100).default([]),
});
export type ReportEdition = z.infer<typeof reportEditionSchema>;
