const CJK = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;

/** Whether a word is written between spaces, so that it can be told from a part of a longer word ("ear" in "year"). */
export const isSpaced = (word: string): boolean => !CJK.test(word);
