import { isNameOfAll } from './stop-words';
import type { NamingLanguage } from './subjects';
import type { SampledComment } from './sampled-comment';

/** Before a noun, or before the adjective that stands with it. */
const DETERMINERS = new Set(
  'a an the this that these those my your our his her its their no any some every each another which whose'.split(' '),
);
/** Of the uses of an English word at least this share stands behind a determiner where the word is a noun ("plane" 0.72, "fly" 0.05). */
const LEAST_NOUN = 0.2;
/** Of the uses of a word that is no noun this share has the same neighbour where people say it in one phrase only. */
const LEAST_PHRASE = 0.6;
/** Chinese verbs with their result (修好, 用完) tell what was done; a liking is a noun. */
const VERB_WITH_RESULT = /^(?!爱好|偏好|喜好|嗜好)\p{Script=Han}[好完掉住到]$/u;
const HAN = /\p{Script=Han}/u;
const KANA = /[\p{Script=Katakana}\p{Script=Hiragana}]/u;
const LATIN_WORD = /^[\p{Script=Latin}]+$/u;
const TOKENS = /[\p{Script=Latin}\p{N}]+(?:['’][\p{Script=Latin}]+)*|[^\s\p{Script=Latin}\p{N}]/gu;
const LINKS_AND_PEOPLE = /https?:\/\/\S+|@[\p{L}\p{N}_]+/gu;

/** Whether a word can be the name of a theme at all, whatever the comments are about. */
export const mayName = (word: string): boolean => !isNameOfAll(word) && !VERB_WITH_RESULT.test(word);

type Names = Readonly<Record<NamingLanguage, string>>;

interface Use {
  uses: number;
  asNoun: number;
  readonly before: Map<string, number>;
  readonly after: Map<string, number>;
}

/**
 * What a theme that was found by a word is called: the word where people use it as the name of a thing, in quotation marks the phrase where
 * they say it in one phrase ("on fleek"), else nothing: a verb, an adjective, and the name of what all
 * comments are about name no theme. Of two words the last one decides.
 * @param words single words and pairs, lower case
 */
export function wordNames(words: readonly string[], comments: readonly SampledComment[]): Map<string, Names> {
  const uses = usesOf(new Set(words.map(headOf).filter((word) => LATIN_WORD.test(word))), comments);
  const names = new Map<string, Names>();
  for (const word of words) {
    const name = nameOf(word, uses.get(headOf(word)));
    if (name) names.set(word, name);
  }
  return names;
}

function nameOf(word: string, use: Use | undefined): Names | null {
  if (!mayName(word)) return null;
  if (!use) return inScripts(word);
  if (use.asNoun >= LEAST_NOUN * use.uses) return { zh: word, en: word, ja: word };
  if (word.includes(' ')) return null;
  const phrase = phraseOf(word, use);
  return phrase ? { zh: `“${phrase}”`, en: `“${phrase}”`, ja: `「${phrase}」` } : null;
}

/** A word of another script is quoted: it is what people write, and not a word of the reader's language. */
function inScripts(word: string): Names {
  if (KANA.test(word)) return { zh: `“${word}”`, en: `“${word}”`, ja: word };
  return HAN.test(word) ? { zh: word, en: `“${word}”`, ja: `「${word}」` } : { zh: word, en: word, ja: word };
}

/** The word with the neighbour that nearly always stands beside it. */
function phraseOf(word: string, { uses, before, after }: Use): string | null {
  const [left, right] = [most(before), most(after)];
  if (left.count >= LEAST_PHRASE * uses && left.count >= right.count) return `${left.word} ${word}`;
  return right.count >= LEAST_PHRASE * uses ? `${word} ${right.word}` : null;
}

const most = (counts: ReadonlyMap<string, number>): { word: string; count: number } =>
  [...counts].reduce((best, [word, count]) => (count > best.count ? { word, count } : best), { word: '', count: 0 });

const headOf = (word: string): string => word.split(' ').at(-1) ?? word;

function usesOf(words: ReadonlySet<string>, comments: readonly SampledComment[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  if (!words.size) return uses;
  for (const { text } of comments) {
    const tokens = text.replace(LINKS_AND_PEOPLE, ' ').toLowerCase().match(TOKENS) ?? [];
    tokens.forEach((token, place) => {
      if (!words.has(token)) return;
      const use = uses.get(token) ?? { uses: 0, asNoun: 0, before: new Map(), after: new Map() };
      uses.set(token, use);
      const [second, first, next] = [tokens[place - 2], tokens[place - 1], tokens[place + 1]];
      use.uses += 1;
      if (isDeterminer(first) || (isDeterminer(second) && isLatin(first))) use.asNoun += 1;
      if (isLatin(first)) use.before.set(first, (use.before.get(first) ?? 0) + 1);
      if (isLatin(next)) use.after.set(next, (use.after.get(next) ?? 0) + 1);
    });
  }
  return uses;
}

const isDeterminer = (token: string | undefined): boolean => token !== undefined && DETERMINERS.has(token);
const isLatin = (token: string | undefined): token is string => token !== undefined && LATIN_WORD.test(token);
