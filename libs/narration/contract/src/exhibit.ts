import * as z from 'zod';

/** What is drawn beside the words of an answer: lines over time or a table. */
export const exhibitSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('line'),
    series: z.array(
      z.object({
        name: z.string(),
        points: z.array(z.object({ start: z.string(), net: z.number().nullable(), n: z.number().int() })),
      }),
    ),
  }),
  z.object({
    kind: z.literal('table'),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  }),
]);
export type Exhibit = z.infer<typeof exhibitSchema>;
