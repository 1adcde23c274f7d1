import * as z from 'zod';

/** A piece may be a mention or a picture; those without text add nothing. */
const segmentsSchema = z.array(z.object({ text: z.string().default('') }));
const wrappedSchema = z.object({ takeoutSegments: segmentsSchema });

/**
 * Google Takeout writes the text of a comment in pieces, `{"text":"So "},{"text":"good"}` or, in older exports,
 * `{"takeoutSegments":[{"text":"So good"}]}`. Anything else is the text itself.
 */
export function joinedSegments(value: string): string {
  if (!value.startsWith('{"text":') && !value.startsWith('{"takeoutSegments":')) return value;
  const list = listOf(value);
  const segments = wrappedSchema.safeParse(list?.[0]).data?.takeoutSegments ?? segmentsSchema.safeParse(list).data;
  return (
    segments
      ?.map(({ text }) => text)
      .join('')
      .trim() || value
  );
}

/** Null where it only looks like such a row: people do write braces. */
function listOf(value: string): unknown[] | null {
  try {
    return JSON.parse(`[${value}]`) as unknown[];
  } catch {
    return null;
  }
}
