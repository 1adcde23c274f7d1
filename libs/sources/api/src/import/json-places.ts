import { isObject, parseJson, valuesOf } from '../incoming/json-values';

/**
 * A place in JSON where objects stand: the keys that lead there, `[]` for the elements of a list, `{}` for the values of an object
 * whose keys are ids. `["data", "[]", "replies", "[]"]` are the replies of each element of `data`.
 */
export type Place = readonly string[];

/** Objects of one place. */
export interface PlaceRows {
  readonly place: Place;
  readonly rows: readonly ReadonlyMap<string, string>[];
}

const MAX_DEPTH = 14;
const MAX_ROWS = 1_000;
/** Longest run of keys that repeats when answers hold answers. */
const LONGEST_LOOP = 6;

export const placeKey = (place: Place): string => place.join('\u0000');

/** A place as people read it: `data.comments`. */
export const placeName = (place: Place): string =>
  place.filter((step) => step !== '[]' && step !== '{}').join('.') || 'list';

/** Answers within answers are one place, however deep they go: `replies of replies` are `replies`. */
export function folded(place: Place): Place {
  for (let length = 1; length <= LONGEST_LOOP; length++)
    for (let at = 0; at + 2 * length <= place.length; at++) {
      const loop = place.slice(at, at + length);
      if (loop.some((step) => step !== '[]') && loop.every((step, index) => place[at + length + index] === step))
        return folded([...place.slice(0, at), ...place.slice(at + length)]);
    }
  return place;
}

/** Calls back for each object that stands in a list, or in an object whose keys are ids, with its place; outer ones first. */
export function walkObjects(
  value: unknown,
  place: Place,
  found: (object: Record<string, unknown>, place: Place) => void,
): void {
  if (place.length > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  const isMap = isObject(value) && isKeyedById(value);
  for (const [key, entry] of Object.entries(value) as [string, unknown][]) {
    if (typeof entry !== 'object' || entry === null) continue;
    const step = Array.isArray(value) ? '[]' : isMap ? '{}' : key;
    const inner = folded([...place, step]);
    if (isObject(entry) && (step === '[]' || step === '{}')) found(entry, inner);
    walkObjects(entry, inner, found);
  }
}

/** Objects under keys that are no names but ids: two or more, which all have the same keys, and values that are no objects. */
function isKeyedById(object: Record<string, unknown>): boolean {
  const entries = Object.values(object);
  if (entries.length < 2 || !entries.every(isObject)) return false;
  const [first = {}, second = {}] = entries as Record<string, unknown>[];
  const keys = Object.keys(first);
  const shared = keys.filter((key) => key in second && typeof first[key] !== 'object');
  return shared.length >= 2 && shared.length >= keys.length / 2;
}

/** All places of a piece of JSON with their objects. */
export function placesOf(value: unknown): PlaceRows[] {
  const places = new Map<string, { place: Place; rows: ReadonlyMap<string, string>[] }>();
  walkObjects(value, [], (object, place) => {
    const key = placeKey(place);
    const entry = places.get(key) ?? { place, rows: [] };
    if (entry.rows.length < MAX_ROWS) entry.rows.push(valuesOf(object));
    places.set(key, entry);
  });
  return [...places.values()];
}

/** Reads the beginning of JSON: what is cut off at its end is left out, and what is open is closed. Null when it is no JSON. */
export function parseBeginning(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    const cut = closed(text);
    try {
      return cut === null ? null : parseJson(cut);
    } catch {
      return null;
    }
  }
}

/** The text up to its last comma outside of strings, with all brackets closed. */
function closed(text: string): string | null {
  const open: string[] = [];
  let end = -1;
  let closing = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '"') {
      at = endOfString(text, at);
      if (at < 0) break;
    } else if (char === '{' || char === '[') open.push(char === '{' ? '}' : ']');
    else if (char === '}' || char === ']') open.pop();
    else if (char === ',') {
      end = at;
      closing = open.toReversed().join('');
    }
  }
  return end < 0 ? null : text.slice(0, end) + closing;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return -1;
}
