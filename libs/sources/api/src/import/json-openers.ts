import { isObject, valuesOf } from '../incoming/json-values';
import { isNever } from './column-names';
import type { Place } from './json-places';

/** An object that is no element of a list: the post that a thread begins with stands so above its answers. */
export interface SingleObject {
  readonly place: Place;
  readonly values: ReadonlyMap<string, string>;
}

/** A list of comments, and the columns of their text and their time. */
export interface CommentList {
  readonly place: Place;
  readonly text: string;
  readonly time: string;
}

/** Lists of answers to what they stand in, in contrast to comments on it. */
export const ANSWERS = /repl|sub|answer|response|thread|child|descendant|parts?\b|回复|子评论|返信/i;

/** The post that another one answers, which some interfaces hand out with it. */
const ANSWERED = ['parent', 'in_reply_to', 'inReplyTo'] as const;

const isListStep = (step: string) => step === '[]' || step === '{}';

/**
 * The objects that a list stands in and that are no elements of a list themselves, the nearest first.
 * @param list null where there is no list: the whole of the file
 */
export function objectsAbove(value: unknown, list: Place | null): SingleObject[] {
  if (!list) return isObject(value) ? [{ place: [], values: valuesOf(value) }] : [];
  const above: SingleObject[] = [];
  let object = value;
  for (let length = 0; length < list.findIndex(isListStep); length++) {
    if (!isObject(object)) break;
    above.unshift({ place: list.slice(0, length), values: valuesOf(object) });
    object = object[list[length] ?? ''];
  }
  return above;
}

/** The post that a thread begins with, and those that it answers itself, where they have text and time as its answers have. */
export function openersOf(value: unknown, list: CommentList): SingleObject[] {
  if (!list.text || !list.time || !ANSWERS.test(list.place.join('.'))) return [];
  const opener = objectsAbove(value, list.place).find(
    ({ values }) => tells(values, list.text) && tells(values, list.time),
  );
  return opener ? [...answeredBy(objectAt(value, opener.place), opener.place, list), opener] : [];
}

/** What a post answers, the first of the thread first. */
function answeredBy(post: unknown, place: Place, list: CommentList): SingleObject[] {
  if (!isObject(post)) return [];
  for (const key of ANSWERED) {
    const above = post[key];
    if (!isObject(above)) continue;
    const values = valuesOf(above);
    const at = [...place, key];
    if (values.get(list.text) && values.get(list.time)) return [...answeredBy(above, at, list), { place: at, values }];
  }
  return [];
}

/** Whether an object tells what its answers tell under this name, at the same depth or at another one. */
function tells(values: ReadonlyMap<string, string>, column: string): boolean {
  const name = lastStep(column);
  return (
    Boolean(values.get(column)) ||
    [...values].some(([other, value]) => value && lastStep(other) === name && !isNever(other, 'text'))
  );
}

const lastStep = (column: string) => column.split('.').at(-1) ?? '';

function objectAt(value: unknown, place: Place): unknown {
  let found = value;
  for (const step of place) found = isObject(found) ? found[step] : undefined;
  return found;
}
