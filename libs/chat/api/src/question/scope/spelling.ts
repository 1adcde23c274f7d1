import { isGeneralWord } from '../words/general-words.en';
import { ENGLISH_WORDS } from './vocabulary';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Words of time and place that are read elsewhere, so that their slips are mended too. */
const MORE =
  `january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter black christmas halloween chinese english japanese weibo youtube forum store battery update apology`.split(
    ' ',
  );
/** Words of time of six letters and more. */
const TIMES: readonly string[] =
  `january february august september october november december monday tuesday wednesday thursday friday saturday sunday yesterday weekend`.split(
    ' ',
  );
const KNOWN: readonly string[] = [...ENGLISH_WORDS, ...MORE].filter((word) => /^[a-z]{4,}$/.test(word));
const WORD = /^[a-z]{4,}$/;
const FAMILIAR = new Set([...ENGLISH_WORDS, ...MORE]);
/** "On Mondays", "on weekends": several of a known word, and no slip of it. */
const isPlural = (word: string, familiar: ReadonlySet<string>): boolean =>
  word.endsWith('s') && familiar.has(word.slice(0, -1));

/**
 * Words of a question that nobody knows and that are one slip of a finger away from one that is known, with that one.
 * @param names whose words are known, too
 */
export function slips(text: string, names: readonly string[] = []): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const wordsOfNames = names.flatMap((name) => name.toLowerCase().split(/\s+/)).filter((word) => WORD.test(word));
  const all = [...new Set([...KNOWN, ...wordsOfNames])];
  const familiar = new Set([...FAMILIAR, ...wordsOfNames]);
  const capitals = new Set(
    (text.match(/(?<=\p{Ll}[\p{L}']* )\p{Lu}\p{Ll}+/gu) ?? []).map((word) => word.toLowerCase()),
  );
  for (const word of text.toLowerCase().match(/(?<![\p{L}\p{N}'-])[a-z]{4,}(?![\p{L}\p{N}'-])/gu) ?? []) {
    if (familiar.has(word) || isPlural(word, familiar) || isGeneralWord(word)) continue;
    // A name in capitals is a slip of another name only.
    const close = (capitals.has(word) ? [...MORE, ...wordsOfNames] : all).filter((known) => isSlip(word, known));
    const near = close.length ? close : TIMES.filter((time) => soundsLike(word, time));
    // Two letters that changed places are the likeliest slip.
    const swapped = near.filter(
      (known) => known.length === word.length && [...known].sort().join('') === [...word].sort().join(''),
    );
    const likely = swapped.length ? swapped : near;
    const [only] = likely;
    if (only && likely.every((other) => other.startsWith(only) || only.startsWith(other))) found.set(word, only);
  }
  return found;
}

/** "Yesturday", "wensday": a word of time that is written as it sounds. Of short words any other could be meant. */
const soundsLike = (word: string, time: string): boolean =>
  word[0] === time[0] && word.length >= 6 && distance(word, time) <= (word.length >= 7 && time.length >= 7 ? 2 : 1);

/** One letter too many or too few (in words of five letters), two swapped, or a neighbour on the keyboard: never the first letter. */
export function isSlip(word: string, known: string): boolean {
  if (word[0] !== known[0] || word === known || Math.abs(word.length - known.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === known[start]) start++;
  let end = 0;
  while (
    end < Math.min(word.length, known.length) - start &&
    word[word.length - 1 - end] === known[known.length - 1 - end]
  )
    end++;
  const [typed, meant] = [word.slice(start, word.length - end), known.slice(start, known.length - end)];
  // Of four letters only a longer word can be meant: `moth` may be `month`, but `sore` is no `score`.
  if (typed.length + meant.length === 1)
    return word.length >= 5 || (meant.length === 1 && known.length === 5 && end > 0);
  if (typed.length === 2 && meant.length === 2)
    return word.length >= 4 && typed[0] === meant[1] && typed[1] === meant[0];
  return typed.length === 1 && meant.length === 1 && word.length >= 6 && neighbours(typed, meant);
}

function neighbours(a: string, b: string): boolean {
  const place = (letter: string) => ROWS.map((row, y) => ({ x: row.indexOf(letter), y })).find(({ x }) => x >= 0);
  const [first, second] = [place(a), place(b)];
  return !!first && !!second && Math.abs(first.x - second.x) <= 1 && Math.abs(first.y - second.y) <= 1;
}

/** Letters by which a longer and a shorter word may differ from what was meant. */
const MOST_SLIPS = (length: number): number => (length >= 7 ? 2 : length >= 4 ? 1 : 0);
/** Signs of a word that is written as it sounds may be wrong, not those that carry a meaning of their own. */
const SOUNDS = /^[\p{Script=Latin}\p{Script=Katakana}ー\s-]+$/u;

/** Known names that a topic may be a slip of, the nearest first, each with the word of the topic. */
export function nearWords(topic: string, names: readonly string[]): [word: string, known: string][] {
  const words = [...new Set([topic, ...topic.split(/\s+/)])].filter((word) => SOUNDS.test(word));
  return words
    .flatMap((word) =>
      names.flatMap((name) => {
        const [written, meant] = [word.toLowerCase(), name.toLowerCase()];
        const slips = SOUNDS.test(name) && written !== meant ? distance(written, meant) : Infinity;
        return slips <= MOST_SLIPS(Math.min(written.length, meant.length)) ? [{ word, name, slips }] : [];
      }),
    )
    .sort((a, b) => a.slips - b.slips || b.word.length - a.word.length)
    .map(({ word, name }) => [word, name]);
}

/** How many letters have to be changed, put in, taken out or swapped with their neighbour (Damerau 1964, restricted form). */
export function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Infinity;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const at = (up: number, left: number): number => rows[i - up]?.[j - left] ?? Infinity;
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(2, 2) + 1 : Infinity;
      row.push(Math.min(at(1, 0) + 1, (row[j - 1] ?? Infinity) + 1, at(1, 1) + same, swapped));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? Infinity;
}
