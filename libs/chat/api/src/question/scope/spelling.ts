import { ENGLISH_WORDS } from './vocabulary';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Words of time and place that are read elsewhere, so that their slips are mended too. */
const MORE =
  `january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter black christmas halloween chinese english japanese weibo youtube forum store battery update apology`.split(
    ' ',
  );
const KNOWN: readonly string[] = [...ENGLISH_WORDS, ...MORE].filter((word) => /^[a-z]{4,}$/.test(word));
const FAMILIAR = new Set([...ENGLISH_WORDS, ...MORE]);

/** Words of a question that nobody knows and that are one slip of a finger away from one that is known, with that one. */
export function slips(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const word of text.toLowerCase().match(/(?<![\p{L}\p{N}'-])[a-z]{4,}(?![\p{L}\p{N}'-])/gu) ?? []) {
    if (FAMILIAR.has(word)) continue;
    const near = KNOWN.filter((known) => isSlip(word, known));
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
    return word.length >= 5 && typed[0] === meant[1] && typed[1] === meant[0];
  return typed.length === 1 && meant.length === 1 && word.length >= 6 && neighbours(typed, meant);
}

function neighbours(a: string, b: string): boolean {
  const place = (letter: string) => ROWS.map((row, y) => ({ x: row.indexOf(letter), y })).find(({ x }) => x >= 0);
  const [first, second] = [place(a), place(b)];
  return !!first && !!second && Math.abs(first.x - second.x) <= 1 && Math.abs(first.y - second.y) <= 1;
}
