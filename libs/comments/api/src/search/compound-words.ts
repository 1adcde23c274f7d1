/** What people write as one word and as two, and that stands in comments on products. Where a word may be cut, its letters do not tell. */
const COMPOUNDS: readonly string[] = [
  'wi fi',
  'power bank',
  'smart watch',
  'smart phone',
  'head phone',
  'head set',
  'ear phone',
  'ear bud',
  'ear piece',
  'ear tip',
  'air pod',
  'air tag',
  'air drop',
  'blue tooth',
  'touch screen',
  'touch pad',
  'touch bar',
  'track pad',
  'key board',
  'lap top',
  'mac book',
  'chrome book',
  'play station',
  'x box',
  'you tube',
  'face book',
  'whats app',
  'pay pal',
  'hot spot',
  'home screen',
  'lock screen',
  'screen shot',
  'fire wall',
  'firm ware',
  'soft ware',
  'pass word',
  'user name',
  'log in',
  'sign in',
  'sign up',
  'log out',
  'set up',
  'back up',
  'start up',
  'plug in',
  'add on',
  'web site',
  'home page',
  'news letter',
  'work around',
  'time out',
  'call back',
  'cash back',
];
const CUT = new Map(
  COMPOUNDS.flatMap((pair) => [[pair.replace(' ', ''), pair] as const, [`${pair.replace(' ', '')}s`, `${pair}s`]]),
);
/** Beginnings of words that are written with a hyphen and without: `preorder`, `pre-order`. */
const BEGINNING = /^(pre|re|non|anti|multi|over|under|post|self|co|un)([a-z]{3,14})$/i;

/** A joined word as two, in small letters; null for one that is not written so. */
export const asTwoWords = (word: string): string | null => CUT.get(word.toLowerCase()) ?? null;

/** With a star the end of a word is not known, and only its beginning tells where a hyphen may stand. */
export const hyphenBehindBeginning = (word: string): string | null => {
  const [, beginning, rest] = BEGINNING.exec(word) ?? [];
  return beginning ? `${beginning}-${rest}` : null;
};
