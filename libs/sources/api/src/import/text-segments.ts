import { z } from 'zod';

const segmentsSchema = z.array(z.object({ text: z.string() }));

/** Google Takeout writes the text of a comment as a row of objects, `{"text":"So "},{"text":"good"}`; anything else is the text itself. */
export function joinedSegments(value: string): string {
  if (!value.startsWith('{"text":')) return value;
  const segments = segmentsSchema.safeParse(listOf(value));
  return segments.success ? segments.data.map(({ text }) => text).join('').trim() : value;
}

/** Null where it only looks like such a row: people do write braces. */
function listOf(value: string): unknown {
  try {
    return JSON.parse(`[${value}]`);
  } catch {
    return null;
  }
}
