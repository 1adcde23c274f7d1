import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headSchema, type Head } from './head';

/** Heads by name. */
export type Heads = ReadonlyMap<string, Head>;

/** Of a model without an exit. */
export const NO_HEADS: Heads = new Map();

/**
 * The heads that lie beside a model's weights, in its folder `heads`.
 * @param folder of the model
 * @returns none where the model has no such folder
 * @throws Error naming the file that is no head
 */
export function readHeads(folder: string): Heads {
  const place = join(folder, 'heads');
  return new Map(
    filesIn(place).map((name) => {
      const parsed = headSchema.safeParse(JSON.parse(readFileSync(join(place, name), 'utf8')));
      if (!parsed.success) throw new Error(`${join(place, name)} is no head: ${parsed.error.issues[0]?.message}`);
      return [parsed.data.name, parsed.data] as const;
    }),
  );
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
