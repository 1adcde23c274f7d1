import type { Language } from '@moodline/shared/contract';

/** What a program can see to be wrong with a text that a role wrote: another language, the text said back, going round in circles, broken off, empty. */
export const WRITTEN_FLAWS = ['language', 'echo', 'repetition', 'cut', 'empty'] as const;
export type WrittenFlaw = (typeof WRITTEN_FLAWS)[number];

/** A text of so many signs that is said back is no coincidence. */
const ECHO_SIGNS = 6;
/** A reply that repeats the text adds at least so much of its own, as a part of the text. */
const OWN_PART = 0.5;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** @param cut whether the model was stopped at the limit of its length */
export function writtenFlaws(
  reply: string,
  { text, language, cut }: { readonly text: string; readonly language: Language; readonly cut: boolean },
): WrittenFlaw[] {
  if (!plain(reply)) return ['empty'];
  return [
    ...(isIn(language, reply) ? [] : ['language' as const]),
    ...(echoes(reply, text) ? ['echo' as const] : []),
    ...(repeats(reply) ? ['repetition' as const] : []),
    ...(cut ? ['cut' as const] : []),
  ];
}

/** Whether a reply is written in a language, by its letters; of a language that is not known anything goes. */
export function isIn(language: Language, reply: string): boolean {
  const kana = count(reply, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(reply, /\p{Script=Han}/gu);
  const latin = count(reply, /\p{Script=Latin}/gu);
  if (language === 'ja') return kana > 0;
  if (language === 'zh') return han > 0 && kana === 0 && han * 4 >= latin;
  return language === 'und' || (latin > 0 && kana + han === 0) || latin > 6 * (kana + han);
}

function echoes(reply: string, text: string): boolean {
  const [said, given] = [plain(reply), plain(text)];
  return given.length >= ECHO_SIGNS && said.includes(given) && said.length - given.length < OWN_PART * given.length;
}

function repeats(reply: string): boolean {
  const sentences = reply
    .split(/[.!?。！？\n]+/u)
    .map(plain)
    .filter((one) => one.length > 3);
  return new Set(sentences).size < sentences.length;
}
