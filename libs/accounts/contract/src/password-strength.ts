import { PASSWORD_LENGTH } from './account';
import { isCommonPassword, withoutTheObvious } from './common-password';

/** From a password that is refused to one that is hard to guess. */
export const PASSWORD_STRENGTHS = ['refused', 'weak', 'fair', 'strong'] as const;
export type PasswordStrength = (typeof PASSWORD_STRENGTHS)[number];

/** Kinds of signs; each one more makes the next sign harder to guess. */
const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u];
/** Signs of which there are thousands. */
const MANY = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const BITS_OF_MANY = 5;
const FAIR_FROM = 30;
const STRONG_FROM = 50;

/**
 * How hard a password is to guess, roughly and without a dictionary. What is left of it besides common words, repeats and numbers counts two
 * bits a sign (people write words: about 2 bits a letter, NIST SP 800-63-1, appendix A.2.1) and one more for each further kind of sign; a
 * pair of signs that came before counts nothing. A famous sentence is not known to it.
 */
export function passwordStrength(password: string): PasswordStrength {
  if (password.length < PASSWORD_LENGTH || isCommonPassword(password)) return 'refused';
  const signs = [...withoutTheObvious(password)];
  const before = new Set<string>();
  const isNew = (sign: string, index: number) => {
    const known = before.size;
    return before.add(`${signs[index - 1] ?? ''}${sign}`).size > known;
  };
  const bitsOfOne = 1 + Math.max(1, KINDS.filter((kind) => kind.test(password)).length);
  const bits = signs.filter(isNew).reduce((sum, sign) => sum + (MANY.test(sign) ? BITS_OF_MANY : bitsOfOne), 0);
  if (bits < FAIR_FROM) return 'weak';
  return bits < STRONG_FROM ? 'fair' : 'strong';
}
