const MAX_DEPTH = 6;
const LONG_NUMBER = /\d{16,}/;

/**
 * The values of one JSON object as text, by column: `{"user":{"name":"A"}}` has the column `user.name`. Lists are left out.
 * @returns null when the text is not one JSON object
 */
export function readJsonObject(text: string): ReadonlyMap<string, string> | null {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const values = new Map<string, string>();
  flatten(value, '', values);
  return values;
}

/**
 * Reads JSON. Ids of 17 digits and more do not fit into a number; they stay as they are written.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  return LONG_NUMBER.test(text) ? parseWithLongNumbers(text) : JSON.parse(text);
}

function parseWithLongNumbers(text: string): unknown {
  const reviver = (_key: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) ? (context?.source ?? value) : value;
  return JSON.parse(text, reviver);
}

function flatten(value: object, path: string, values: Map<string, string>): void {
  for (const [key, entry] of Object.entries(value) as [string, unknown][]) {
    const column = path ? `${path}.${key}` : key;
    if (typeof entry === 'string') values.set(column, entry);
    else if (typeof entry === 'number') values.set(column, String(entry));
    else if (typeof entry === 'object' && entry !== null && !Array.isArray(entry) && path.split('.').length < MAX_DEPTH)
      flatten(entry, column, values);
  }
}
