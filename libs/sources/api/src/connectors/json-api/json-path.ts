import { JSONPathEnvironment, type JSONPathQuery, type JSONValue } from 'json-p3';

/** Longest path. */
export const MAX_PATH = 300;

/** JSONPath as RFC 9535 has it. It has no scripts; patterns are left out too, for a text of the site could keep one busy for ever. */
const environment = new JSONPathEnvironment({ maxRecursionDepth: 100 });
for (const pattern of ['match', 'search']) environment.functionRegister.delete(pattern);

/** A place in JSON as people write it: `$.data.user`, or shorter `data.user`. */
export class JsonPath {
  private readonly query: JSONPathQuery;

  /** @throws Error when it is not a path, or one that could keep the process busy */
  constructor(readonly written: string) {
    assertCheap(written);
    this.query = environment.compile(
      /^\$/.test(written) ? written : `$${written.startsWith('[') ? '' : '.'}${written}`,
    );
  }

  /** Everything there is at this place. */
  values(value: unknown): unknown[] {
    return this.query.query(value as JSONValue).values();
  }

  /**
   * The elements of the list at this place. A path that can only lead to one thing must lead to a list.
   * @returns null when there is nothing, or no list
   */
  list(value: unknown): unknown[] | null {
    const found = this.values(value);
    if (!this.query.singularQuery())
      return found.length === 1 && Array.isArray(found[0]) ? (found[0] as unknown[]) : found;
    const [only] = found;
    if (only === null) return [];
    return Array.isArray(only) ? (only as unknown[]) : null;
  }

  /** What can be read at this place, line by line; '' when that is nothing. */
  text(value: unknown): string {
    return this.values(value).map(textOf).filter(Boolean).join('\n');
  }
}

/** Commas outside of names: `[*,*]` goes through everything twice, and the next one twice again. */
const MOST_ALTERNATIVES = 3;

/**
 * Keeps the work of a path within a few times the size of what it is asked of: each further `..` would multiply it by the depth, `$` in
 * a condition asks the whole document of each element, and alternatives multiply with one another.
 * @throws Error
 */
function assertCheap(written: string): void {
  const bare = written.replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/gs, "''");
  const count = (sign: string) => bare.split(sign).length - 1;
  if (count('..') > 1) throw new Error('A path may hold .. once.');
  if (bare.indexOf('$', 1) > 0) throw new Error('A condition may not look at the whole document ($).');
  if (count(',') > MOST_ALTERNATIVES) throw new Error('A path may name few alternatives only.');
}

/** True for what {@link JsonPath} can read. */
export function isJsonPath(written: string): boolean {
  try {
    return Boolean(new JsonPath(written));
  } catch {
    return false;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
