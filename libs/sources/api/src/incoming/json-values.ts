import { addDay, dayColumns } from '../import/day-columns';

const MAX_DEPTH = 6;
/** The beginning and the next byte of a sign in UTF-8, each taken for a sign of Latin-1. */
const TWICE = /[\u00c2-\u00f4][\u0080-\u00bf]/;
const BEYOND_LATIN_1 = /[\u{100}-\u{10ffff}]/u;
const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** The one list of an export of Moodline that is read again, as the cell of a table has it. */
const SAID_TAGS = 'person_tags';
const LONG_NUMBER = /\d{16,}/;
/** A text in JSON, or one of the numbers that some programs write and JSON has not. */
const STRING_OR_NO_NUMBER = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gs;

/**
 * The values of one JSON object as text, by column: `{"user":{"name":"A"}}` has the column `user.name`. Lists are left out, except those
 * of pieces of a text, of reactions, which are counted, and what people said of tags.
 * @returns null when the text is not one JSON object
 */
export function readJsonObject(text: string): ReadonlyMap<string, string> | null {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    return null;
  }
  return isObject(value) ? valuesOf(value) : null;
}

/** True for `{…}`: no list and no null. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The values of an object as text, see {@link readJsonObject}. */
export function valuesOf(object: object): Map<string, string> {
  const values = new Map<string, string>();
  flatten(object, '', values);
  const day = dayColumns(['year', 'month', 'day'].filter((part) => values.has(part)));
  if (day) addDay(values, day);
  return values;
}

/**
 * Reads JSON. `NaN` and `Infinity`, which JSON does not have, become null. Ids of 17 digits and more do not fit into a number; they stay as they are written.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  return withoutNonNumbers(text, LONG_NUMBER.test(text) ? parseWithLongNumbers : JSON.parse);
}

/**
 * Reads JSON whose numbers may be `NaN` or `Infinity`, which become null.
 * @throws SyntaxError
 */
export function withoutNonNumbers(text: string, parse: (json: string) => unknown = JSON.parse): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!/NaN|Infinity/.test(text)) throw error;
    return parse(text.replace(STRING_OR_NO_NUMBER, (found) => (found.startsWith('"') ? found : 'null')));
  }
}

function parseWithLongNumbers(text: string): unknown {
  const reviver = (_key: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) ? (context?.source ?? value) : value;
  return JSON.parse(text, reviver);
}

function flatten(value: object, path: string, values: Map<string, string>): void {
  for (const [key, written] of Object.entries(value) as [string, unknown][]) {
    const entry = withoutWrapping(withoutType(written));
    const column = path ? `${path}.${key}` : key;
    if (typeof entry === 'string') values.set(column, encodedOnce(entry));
    else if (typeof entry === 'number' || typeof entry === 'boolean') values.set(column, String(entry));
    else if (Array.isArray(entry)) {
      if (column === SAID_TAGS) values.set(column, JSON.stringify(entry));
      setPieces(values, column, entry);
      setReactions(values, column, entry);
      setParts(values, column, entry);
    } else if (isTally(column, entry)) values.set(column, String(sum(Object.values(entry))));
    else if (isDay(entry)) values.set(column, `${entry.year}-${entry.month}-${entry.day}`);
    else if (isObject(entry) && path.split('.').length < MAX_DEPTH) flatten(entry, column, values);
  }
}

/** How many reacted by their signs: `"reactions": {"👍": 3, "❤️": 2}`, and none of a total. */
const isTally = (column: string, value: unknown): value is Record<string, number> =>
  isReactions(column) &&
  isObject(value) &&
  Object.entries(value).every(([key, count]) => Number.isInteger(count) && !/^(?:[a-z]+_)?(?:total|count)/i.test(key));

const isReactions = (column: string) => /(?:^|\.)reactions?$/i.test(column);
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** `{"year": 2026, "month": 3, "day": 1}` is a day, where nothing else stands in it. */
const isDay = (value: unknown): value is Record<'year' | 'month' | 'day', number> =>
  isObject(value) &&
  Object.keys(value).length === 3 &&
  (['year', 'month', 'day'] as const).every((part) => Number.isInteger(value[part]));

/** A value whose type MongoDB writes beside it: `{"$date": {"$numberLong": "1772359200000"}}`, `{"$oid": "65a1"}`. */
function withoutType(value: unknown): unknown {
  if (!isObject(value)) return value;
  const [[type = '', inner] = [], more] = Object.entries(value);
  return !more && type.startsWith('$') ? withoutType(inner) : value;
}

/** What stands in an element of XML that a program wrote as JSON: `{"label": "1"}` of Apple, `{"$t": …}` of Google, `{"#text": …}`, `{"_": …}`. */
const CONTENT = /^(?:label|\$t|#text|_|_text|__text|#cdata-section|__cdata|_cdata)$/;
/** What may stand beside it: the attributes of the element. */
const ATTRIBUTES = /^(?:attributes|_attributes|\$|:?@.*|type|lang)$/;

/** The content alone, where an object holds nothing besides but attributes. */
function withoutWrapping(value: unknown): unknown {
  if (!isObject(value)) return value;
  const content = Object.keys(value).filter((key) => CONTENT.test(key));
  const [key] = content;
  if (content.length !== 1 || key === undefined || typeof value[key] !== 'string') return value;
  return Object.keys(value).every((other) => other === key || ATTRIBUTES.test(other)) ? value[key] : value;
}

/**
 * A text whose UTF-8 was taken for Latin-1 and encoded once more, as in the data that Facebook, Instagram and Threads hand out, is read
 * as it was written. Others are left: signs above U+007F that happen to be valid UTF-8 do not stand beside each other by chance.
 */
function encodedOnce(text: string): string {
  if (!TWICE.test(text) || BEYOND_LATIN_1.test(text)) return text;
  try {
    return UTF_8.decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}

/** How many reacted, as chats list it: `[{"emoji": "👍", "count": 5}, {"emoji": "❤", "count": 2}]`, or each one by name. */
function setReactions(values: Map<string, string>, column: string, list: readonly unknown[]): void {
  if (!isReactions(column)) return;
  const counts = list.map((entry) => (isObject(entry) && typeof entry.count === 'number' ? entry.count : null));
  if (counts.every((count) => count !== null)) values.set(column, String(sum(counts)));
  // One entry for each who reacted.
  else if (list.every((entry) => isObject(entry) && 'actor' in entry)) values.set(column, String(list.length));
}

/** Lists that hold what one entry says and no entries of their own: `"data": [{"post": "…"}]` of Facebook. */
const PARTS = /(?:^|\.)(?:data|contents?)$/i;
const MOST_PARTS = 3;

/** What stands in such a list, as if it stood in the entry. A list whose objects tell times is one of entries. */
function setParts(values: Map<string, string>, column: string, list: readonly unknown[]): void {
  if (!PARTS.test(column) || list.length > MOST_PARTS || !list.every(isObject)) return;
  const entries = list.flatMap((part) => Object.entries(part));
  if (entries.some(([key]) => /(?:^|[._])(?:date|time|timestamp|created|published)/i.test(key) && !/updat/i.test(key)))
    return;
  for (const [key, value] of entries)
    if (typeof value === 'string' && !values.has(`${column}.${key}`))
      values.set(`${column}.${key}`, encodedOnce(value));
}

/** A text in pieces, as Telegram writes links and bold words: `["see ", {"type": "link", "text": "x"}]`. Other lists are no text. */
function setPieces(values: Map<string, string>, column: string, list: readonly unknown[]): void {
  const isPiece = (entry: unknown) =>
    isObject(entry) && typeof entry.text === 'string' && typeof entry.type === 'string';
  const mixed = list.some((entry) => typeof entry === 'string') && list.some(isPiece);
  if (!mixed || !list.every((entry) => typeof entry === 'string' || isPiece(entry))) return;
  values.set(
    column,
    list.map((entry) => (typeof entry === 'string' ? entry : (entry as { text: string }).text)).join(''),
  );
}
