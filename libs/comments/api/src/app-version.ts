/** What people write before the number. */
const WORD_BEFORE = /^(?:v|ver|version|版本号?|バージョン)[.:：\s]*(?=\d)/iu;
/** Longer rows of digits are numbers of phones and the like. */
const MOST_DIGITS = /\d{11}/;

/**
 * The version of an app as it is kept: `v2.4.1` and `2.4.1` are one. It has a digit, 40 characters at most, and no sign that lists and
 * formulas are made with; null for anything else.
 */
export function readVersion(written: string): string | null {
  const version = written.normalize('NFKC').replace(/\s+/gu, ' ').trim().replace(WORD_BEFORE, '');
  if (!/\d/.test(version) || MOST_DIGITS.test(version)) return null;
  return /^[\p{L}\p{N}][\p{L}\p{N} ._+()/-]{0,39}$/u.test(version) ? version : null;
}
