import type { Term, TextQuery } from '@moodline/comments/contract';
import { foldText, type FoldOptions } from '../monitors/text-folding';
import { asTwoWords, hyphenBehindBeginning } from './compound-words';
import { japaneseForms } from './japanese-forms';

/** Spellings of a query, all words together. A word beyond them is looked for as it is written. */
const MOST_SPELLINGS = 240;
/** With more places where words meet, they are written in one way throughout. */
const MOST_JOINTS = 2;

/** Between parts of a name: `wi-fi`, `iphone 15`, `iphone15`, `小米 14`. Spaces between Chinese characters part words. */
const JOINT =
  /(?<=[\p{Script=Latin}\p{N}])[ -](?=[\p{Script=Latin}\p{N}])|(?<=\p{L}) (?=\p{N})|(?<=\p{N}) (?=\p{L})|(?<=\p{Script=Latin})(?=\p{Nd})|(?<=\p{Nd})(?=\p{Script=Latin})|(?<=[\p{Script=Han}\p{scx=Katakana}])(?=[a-z\p{Nd}])|(?<=[a-z\p{Nd}])(?=[\p{Script=Han}\p{scx=Katakana}])/giu;
const PLAIN_WORD = /^[a-z]{4,14}$/i;
const NEIGHBOURS = /^[\p{Script=Latin}\p{Nd}]{1,20}$/u;
const APOSTROPHE = /(?<=\p{Script=Latin})'(?=\p{Script=Latin})/gu;
const CONTRACTED = /^(?:ca|wo|ai|do|does|did|is|are|was|were|have|has|had|would|could|should|must|need)nt$/i;
const VERSION = /^\d+(?:\.\d+)+$/;
/** The long vowel at the end of a loan word of three sounds and more, which technical writing leaves out: サーバー, サーバ. */
const LONG_VOWEL = /(?<=[\u30a1-\u30faー]{2}[\u30a1-\u30fa])ー(?![\u30a1-\u30faー])/gu;
/** Kana inside of a verb made of two, which are often left out: 問い合わせ, 問い合せ, 問合せ. */
const OKURIGANA = /^(\p{Script=Han})([\u3041-\u3096])(\p{Script=Han})[\u3041-\u3096]{1,2}$/u;
const HIRAGANA = /^[\u3041-\u3096ー]{3,}$/u;
const KATAKANA = /^[\u30a1-\u30f6ー]{3,}$/u;
const KANA_DISTANCE = 0x60;

/**
 * How else people write a word, the written form first: joined, with a hyphen or a space (`wifi`, `wi-fi`; `iphone15`, `iphone 15`,
 * `小米 14`), without its apostrophe, a version with a `v`, loan words with and without their last long vowel (`バッテリー`, `バッテリ`), hiragana
 * and katakana, words that a list knows as two (`powerbank`), forms of Japanese verbs and adjectives. Rules, so that some of them are no words. None begins with a star that the word has not: the database would guess
 * that it stands in many comments, and read them all.
 * @param options what of the word has to be right (see {@link FoldOptions})
 */
export function spellings({ text, prefix }: Term, options: FoldOptions = {}): Term[] {
  const written = foldText(text, options).trim();
  const joined = [...jointSpellings(written), ...apostropheSpellings(written), ...kanaSpellings(written)];
  if (VERSION.test(written)) joined.push(`v${written}`);
  // A hyphen at a place that the writing does not tell. With a star, what follows is not known.
  if (!prefix && PLAIN_WORD.test(written)) joined.push(...hyphenated(written));
  if (!prefix) joined.push(...japaneseForms(written));
  const further = [asTwoWords(written), prefix ? hyphenBehindBeginning(written) : null];
  joined.push(...further.filter((spelling) => spelling !== null));
  const others = [...new Set(joined)].filter((spelling) => spelling !== written);
  return [{ text, prefix }, ...others.map((spelling) => ({ text: spelling, prefix }))];
}

/**
 * A query with all spellings of its words, of which one is enough. Neighbours that may be one word are looked for as that, too:
 * `iphone 15` in `iPhone15`, `power bank` in `powerbank`.
 */
export function withSpellings({ groups, none }: TextQuery): TextQuery {
  let left = MOST_SPELLINGS;
  const spelled = (terms: readonly Term[]) =>
    terms.flatMap((term) => {
      const all = spellings(term);
      if (all.length > left) return [term];
      left -= all.length;
      return all;
    });
  const joined = joinedNeighbours(groups);
  return {
    groups: groups.map((terms, index) => [...spelled(terms), ...(joined[index] ?? [])]),
    none: spelled(none),
  };
}

/** For each group the words that it makes together with the next ones. What stands in each of them is wanted once. */
function joinedNeighbours(groups: TextQuery['groups']): Term[][] {
  const joined: Term[][] = groups.map(() => []);
  const single = groups.map((terms) => {
    const [term] = terms;
    return terms.length === 1 && term && NEIGHBOURS.test(foldText(term.text)) ? term : null;
  });
  for (const length of [2, 3])
    for (let first = 0; first + length <= single.length; first++) {
      const parts = single.slice(first, first + length);
      if (!parts.every((part, index) => part && (index === length - 1 || !part.prefix))) continue;
      const word = { text: parts.map((part) => part?.text).join(''), prefix: parts.at(-1)?.prefix ?? false };
      for (let index = first; index < first + length; index++) joined[index]?.push(word);
    }
  return joined;
}

function jointSpellings(written: string): string[] {
  const parts = written.split(JOINT);
  const joints = parts.length - 1;
  if (joints < 1 || joints > 6) return [];
  let found: string[] = [parts[0] ?? ''];
  if (joints > MOST_JOINTS) return ['', ' ', '-'].map((sign) => parts.join(sign));
  for (const part of parts.slice(1))
    found = found.flatMap((begun) => ['', ' ', '-'].map((sign) => begun + sign + part));
  return found;
}

function apostropheSpellings(written: string): string[] {
  const without = written.replace(APOSTROPHE, '');
  if (without !== written) return [without];
  if (CONTRACTED.test(written)) return [`${written.slice(0, -1)}'${written.slice(-1)}`];
  return /^[a-z]{4,}s$/i.test(written) ? [`${written.slice(0, -1)}'${written.slice(-1)}`] : [];
}

const hyphenated = (word: string): string[] =>
  Array.from({ length: word.length - 1 }, (_, at) => `${word.slice(0, at + 1)}-${word.slice(at + 1)}`);

function kanaSpellings(written: string): string[] {
  const short = written.replace(LONG_VOWEL, '');
  const found = short === written ? [] : [short];
  const moved = (by: number) => written.replace(/[^ー]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + by));
  const [, first, between, second] = OKURIGANA.exec(written) ?? [];
  if (first) found.push(`${first}${between}${second}`, `${first}${second}`);
  if (HIRAGANA.test(written)) found.push(moved(KANA_DISTANCE));
  if (KATAKANA.test(written)) found.push(moved(-KANA_DISTANCE));
  return found;
}
