const WORDS: Readonly<Record<string, number>> = {
  half: 0.5,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  couple: 2,
  few: 3,
  several: 3,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  last: -1,
  半: 0.5,
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  几: 3,
  数: 3,
  前: 1,
};

/** What numbers look like in questions, as parts of patterns. */
export const HAN_NUMBER = '\\d+|[〇零一二两俩三四五六七八九十百半几数]+';
export const ENGLISH_NUMBER =
  '\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|couple(?: of)?|few|several|half an?';

/** A number written in digits, English or Han numerals (十二, 三百); NaN where it is none. "A few" are three. */
export function numberFrom(text: string | undefined): number {
  const plain = (text ?? '')
    .trim()
    .toLowerCase()
    .replace(/ (?:of|an?)$/, '');
  if (/^\d+(?:st|nd|rd|th)?$/.test(plain)) return parseInt(plain, 10);
  const word = WORDS[plain];
  if (word !== undefined) return word;
  return /^[〇零一二两三四五六七八九十百]+$/u.test(plain) ? hanNumber(plain) : NaN;
}

function hanNumber(text: string): number {
  let sum = 0;
  let digit = 0;
  for (const sign of text) {
    if (sign === '百' || sign === '十') {
      sum += (digit || 1) * (sign === '百' ? 100 : 10);
      digit = 0;
    } else digit = WORDS[sign] ?? 0;
  }
  return sum + digit;
}
