import * as z from 'zod';

/**
 * Fields of interfaces whose form changes: a count that comes as text, an id that comes as a number, a field that is null. Such a field costs
 * its value, and not the comment or the page.
 */

/** A count or a flag's number; null where there is none. What a site writes for "unknown" (-1, 2³²−1) is none. */
export const looseCount = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(?:\.\d+)?$/u)
      .transform(Number),
  ])
  .transform((count) => (count < 0 || count >= 0xffff_ffff ? null : count))
  .nullish()
  .catch(null);

/** A number below zero stands for itself, too: a score. */
export const looseNumber = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(?:\.\d+)?$/u)
      .transform(Number),
  ])
  .nullish()
  .catch(null);

/** A text; null where something else stands. */
export const looseText = z.string().nullish().catch(null);

/** A yes or no, which some write as 1 and 0. */
export const looseFlag = z
  .union([z.boolean(), z.literal([0, 1]).transform((flag) => flag === 1)])
  .nullish()
  .catch(null);

/** An id as text. */
export const idText = z.union([z.string().min(1), z.number().int().transform(String)]);

/** An instant in seconds since 1970. */
export const seconds = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d+(?:\.\d+)?$/u)
    .transform(Number),
]);

/** A list without the holes that some sites leave where something was deleted (`null`). An entry of another form is still an error of the page. */
export function listWithoutHoles<T extends z.ZodType>(entry: T) {
  return z.preprocess(
    (list) => (Array.isArray(list) ? (list as unknown[]).filter((one) => one !== null) : list),
    z.array(entry),
  );
}
