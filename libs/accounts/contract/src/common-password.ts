/** Words of which the passwords are made that are tried first. What is left after them has to be long enough. */
const WORDS =
  /password|passw0rd|p@ssw0rd|qwerty(?:uiop)?|asdfgh(?:jkl)?|zxcvbn(?:m)?|1q2w3e4r(?:5t)?|letmein|welcome|iloveyou|woaini|admin(?:istrator)?|root|changeme|secret|default|monkey|dragon|sunshine|princess|football|baseball|superman|batman|master|login|guest|test(?:ing)?|hello|abcdef?g?|moodline|mima|xiaoming/g;
/** Signs that a password must hold besides such words and repeats; a number counts as one sign, however long it is. */
const LEFT = 5;

/** A password without common words and repeats, in small letters; a number counts as one sign. */
export const withoutTheObvious = (password: string): string =>
  password
    .toLowerCase()
    .replaceAll(WORDS, '')
    .replaceAll(/(.{1,3}?)\1{2,}/gu, '')
    .replaceAll(/\d+/g, '0');

/** Whether a password is a common word with something obvious about it, one sign again and again, or a number such as a year or a telephone. */
export const isCommonPassword = (password: string): boolean => [...withoutTheObvious(password)].length < LEFT;
