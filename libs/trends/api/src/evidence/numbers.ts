/** A quantity in a text. A date is no quantity. */
export interface Quantity {
  readonly value: number;
  /** The sign as written; a quantity without sign may stand for a positive one. */
  readonly sign: '+' | '-' | '';
  readonly percent: boolean;
  readonly start: number;
}

const DATES = /\d{4}-\d{1,2}-\d{1,2}|\d{4}\/\d{1,2}\/\d{1,2}|\d{4}年\d{1,2}月(?:\d{1,2}日)?/g;
const DIGITS =
  /(百分之\s?)?([+\-−－＋±]|负|負|minus |マイナス|正)?\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(%|percent|per cent|パーセント|成(?![\p{Script=Han}]))?/giu;
const WORDS: Readonly<Record<string, number>> = {
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
  dozen: 12,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
  thousand: 1000,
};
const ENGLISH = new RegExp(`\\b(${Object.keys(WORDS).join('|')})s?\\b`, 'gi');
const CHINESE_DIGITS = '零一二三四五六七八九';
/** Chinese numerals count only in front of a counter: 一直 and 四川 are no numbers. */
const CHINESE =
  /(百分之)?([零一二两三四五六七八九十百千]+)(成|条|個|个|位|名|天|日間|日|次|周|週間|週|月|年|倍|件|つ|人|点|款|家|项|小时|分钟|時間)?/gu;

/** Digits of full width become plain ones; everything keeps its place. */
export const plainDigits = (text: string): string =>
  text.replace(
    /[０-９％．，]/g,
    (character) =>
      ({ '％': '%', '．': '.', '，': '，' })[character] ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );

/** All quantities of a text: digits of any width, with thousands separators and characters, and small numbers written as words. */
export function numbersIn(text: string): Quantity[] {
  const plain = plainDigits(text).replace(DATES, (date) => ' '.repeat(date.length));
  return [...digitQuantities(plain), ...englishQuantities(plain), ...chineseQuantities(plain)].sort(
    (a, b) => a.start - b.start,
  );
}

/** Days named in a text as `2026-05-06`; a day without its year as `05-06`. */
export function datesIn(text: string): string[] {
  const plain = plainDigits(text);
  const full = [...plain.matchAll(/(\d{4})(?:-|\/|年)(\d{1,2})(?:-|\/|月)(\d{1,2})/g)].map(
    ([, year, month, day]) => `${year}-${pad(month)}-${pad(day)}`,
  );
  const short = [...plain.matchAll(/(?<!\d年)(?<!\d)(\d{1,2})月(\d{1,2})日/g)].map(
    ([, month, day]) => `${pad(month)}-${pad(day)}`,
  );
  return [...full, ...short];
}

function digitQuantities(text: string): Quantity[] {
  return [...text.matchAll(DIGITS)].flatMap((match) => {
    const [whole, percentBefore, mark, digits = '', unit] = match;
    // A letter right in front makes it a name (F1, v2.4); a digit before a dash makes the dash a range.
    const before = text[match.index - 1] ?? '';
    if (!mark && !percentBefore && /[\p{Script=Latin}_]/u.test(before) && !whole.startsWith(' ')) return [];
    const range = mark === '-' && /\d/.test(before);
    const negative = !range && mark !== undefined && /^[-−－负負]|minus|マイナス/i.test(mark);
    const tenths = unit === '成';
    const size = Number(digits.replace(/,/g, '')) * (tenths ? 10 : 1);
    return [
      {
        value: negative ? -size : size,
        sign: negative ? '-' : mark && /[+＋正]/.test(mark) ? '+' : '',
        percent: Boolean(percentBefore ?? unit),
        start: match.index,
      } as const,
    ];
  });
}

const englishQuantities = (text: string): Quantity[] =>
  [...text.matchAll(ENGLISH)].map((match) => ({
    value: WORDS[match[1]?.toLowerCase() ?? ''] ?? NaN,
    sign: '',
    percent: false,
    start: match.index,
  }));

function chineseQuantities(text: string): Quantity[] {
  return [...text.matchAll(CHINESE)].flatMap((match) => {
    const [, percent, numeral = '', counter] = match;
    // 一条, 一个: an article more than a number.
    if ((!counter && !percent) || (numeral === '一' && counter !== '成' && counter !== '倍')) return [];
    if (text[match.index - 1] === '第' || (counter === '点' && numeral.length === 1)) return [];
    const value = chineseNumber(numeral);
    return value === null
      ? []
      : [
          {
            value: counter === '成' ? value * 10 : value,
            sign: '' as const,
            percent: Boolean(percent) || counter === '成',
            start: match.index,
          },
        ];
  });
}

function chineseNumber(numeral: string): number | null {
  let [total, digit] = [0, 0];
  for (const character of numeral) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[character];
    if (unit) [total, digit] = [total + (digit || 1) * unit, 0];
    else digit = character === '两' ? 2 : CHINESE_DIGITS.indexOf(character);
  }
  return total + digit || null;
}

const pad = (text: string | undefined): string => (text ?? '').padStart(2, '0');
