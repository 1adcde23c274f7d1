import { isListed, type NamingLanguage } from './subjects';
import { contentTerms } from './terms';
import type { ThemeComment, ThemeGroup } from './theme-groups';
import { themePattern } from './theme-words';
import { numbersIn } from '../evidence/numbers';

const LONGEST_NAME = 40;
const MOST_WORDS = 3;
const GLAD =
  /好|赞|棒|顺|满意|喜欢|优惠|良い|いい|最高|満足|大丈夫|\b(?:good|great|nice|love|happy|perfect|fine|okay|ok|thanks?)\b/iu;
const SORRY =
  /差|坏|难|慢|贵|不|烂|没|悪|遅|高すぎ|ない|\b(?:bad|poor|slow|broken|not?|worst|terrible|refus\w+|fail\w*)\b/iu;

/** What a name is checked against. */
export interface NamedGroup {
  readonly group: ThemeGroup;
  readonly mood: 'positive' | 'negative';
  readonly language: NamingLanguage;
}

/** The comments as the role `themes` reads them: one a line. */
export function themeInput(examples: readonly ThemeComment[]): string {
  return examples.map(({ text }) => text.replace(/\s+/g, ' ').replace(/<\|/g, '<').trim().slice(0, 160)).join('\n');
}

/** Language of all the examples; null when they are mixed or none of those that can be named. */
export function examplesLanguage({ examples }: ThemeGroup): NamingLanguage | null {
  const [first] = examples;
  return first && first.language !== 'und' && examples.every(({ language }) => language === first.language)
    ? first.language
    : null;
}

/**
 * The name that a model gave to a group, cleaned; null when it does not hold: too long, in another language than asked for,
 * about something else, of the other mood, with words that fewer than two of the comments have, or with a number that none of the comments has.
 */
export function checkedName(written: string, { group, mood, language }: NamedGroup): string | null {
  const name = (written.trim().split('\n')[0] ?? '').replace(
    /^[-*•\s"'“”「」《》#]+|["'“”「」《》#。.!！,，\s]+$/gu,
    '',
  );
  if (name.length < 2 || name.length > LONGEST_NAME || /[[\]|<>@#]/.test(name)) return null;
  if (!new RegExp(themePattern(group.words), 'iu').test(name) || (mood === 'negative' ? GLAD : SORRY).test(name))
    return null;
  const evidence = group.examples.map(({ text }) => text.toLowerCase()).join('\n');
  const known = new Set(numbersIn(evidence).map(({ value }) => value));
  if (numbersIn(name).some(({ value }) => !known.has(value))) return null;
  const words = [...contentTerms(name, language)].filter((term) => !term.includes(' '));
  const judging = mood === 'negative' ? SORRY : GLAD;
  if (words.length > MOST_WORDS || words.some((word) => !isCommon(word, group) && !judging.test(word))) return null;
  return writtenIn(name, language) ? name : null;
}

/** A word that only one comment has is about that comment, not about the group. */
function isCommon(word: string, { examples, words }: ThemeGroup): boolean {
  if (new RegExp(themePattern(words), 'iu').test(word)) return true;
  return (
    examples.filter(({ text }) => new RegExp(themePattern([word]), 'iu').test(text)).length >=
    Math.min(2, examples.length)
  );
}

function writtenIn(name: string, language: NamingLanguage): boolean {
  const [kana, han] = [/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name), /\p{Script=Han}/u.test(name)];
  if (language === 'en') return !kana && !han;
  return language === 'zh' ? han && !kana : kana || han;
}

/** Runs the role `themes`: a system prompt's language and the comments, and what was written. */
export type ThemeWriter = (language: NamingLanguage, comments: string) => Promise<string>;

/**
 * Names a group in a language of the interface. A listed subject has its name in every language already, and a better one
 * than the model's, which may turn the sense ("battery is too full"). Other groups are named by the model where it reads
 * comments of that language; where it does not, or where its name does not hold, the word they share stays their name.
 */
export async function nameTheme(named: NamedGroup, write: ThemeWriter): Promise<string> {
  const plain = named.group.names[named.language];
  if (isListed(named.group.names) || examplesLanguage(named.group) !== named.language) return plain;
  return checkedName(await write(named.language, themeInput(named.group.examples)), named) ?? plain;
}
