/** Words that are looked for at most. */
const MOST_WORDS = 8;
/** A word stands in so many examples at least, and so many times as often as elsewhere. */
const FEWEST = 3;
const TIMES = 4;

const segmenters = new Map<string, Intl.Segmenter>();
/** Dictionaries cut Chinese and Japanese; words of other languages end at spaces. */
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** One letter, and numbers, say nothing. */
const SAYS_SOMETHING = /^(?:\p{L}[\p{L}\p{M}'’-]{2,}|(?=.*[\p{Script=Han}\p{Script=Katakana}])[\p{L}\p{M}ー]{2,})$/u;

/**
 * Words that tell examples of a tag from other comments: they stand in many of the examples and seldom elsewhere. Comments with them are
 * worth a look, also where a tag is so rare that none was drawn at random.
 * @returns the most telling first
 */
export function tellingWords(examples: readonly string[], others: readonly string[]): string[] {
  const [here, there] = [frequencies(examples), frequencies(others)];
  return [...here]
    .map(([word, count]) => ({
      word,
      count,
      times: (count / examples.length) * ((others.length + 1) / ((there.get(word) ?? 0) + 0.5)),
    }))
    .filter(({ count, times }) => count >= FEWEST && times >= TIMES)
    .sort((a, b) => b.count * Math.log(b.times) - a.count * Math.log(a.times) || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}

/** Which of the words stand in a text. */
export function wordsIn(text: string, words: readonly string[]): string[] {
  const there = words.length ? wordsOf(text) : new Set<string>();
  return words.filter((word) => there.has(word));
}

/** In how many texts each word stands. */
function frequencies(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function wordsOf(text: string): Set<string> {
  const language = KANA.test(text) ? 'ja' : 'zh';
  const words = [...segmenterOf(language).segment(text.toLowerCase())].map(({ segment }) => segment);
  return new Set(words.filter((word) => SAYS_SOMETHING.test(word)));
}

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}
