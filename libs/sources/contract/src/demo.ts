import * as z from 'zod';

/** `GET /api/demo`: what goes when the demo is removed. `POST /api/demo` brings it back, `DELETE /api/demo` removes it. */
export const demoSizeSchema = z.object({
  sources: z.number().int(),
  comments: z.number().int(),
  /** Comments that people corrected, tagged, took up or wrote a note on: that does not come back with the demo. */
  worked: z.number().int(),
});
export type DemoSize = z.infer<typeof demoSizeSchema>;
