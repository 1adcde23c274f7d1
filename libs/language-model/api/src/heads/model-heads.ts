import { createHash } from 'node:crypto';
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

/** What of a model's folder its features are made by. */
const MAKES_FEATURES = /^[0-9a-f]{64} {2}((?:onnx\/|tokenizer\.).*)$/;

/**
 * Tells the features of one model from those of another: what was fitted on the ones says nothing about the others.
 * @param folder of the model
 * @returns a digest of the checksums of graph, weights and tokenizer; null where a folder has none
 */
export function featuresDigest(folder: string): string | null {
  const lines = checksums(folder).filter((line) => MAKES_FEATURES.test(line));
  return lines.length ? createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 12) : null;
}

function checksums(folder: string): string[] {
  try {
    return readFileSync(join(folder, 'SHA256SUMS'), 'utf8').split(/\r?\n/);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
