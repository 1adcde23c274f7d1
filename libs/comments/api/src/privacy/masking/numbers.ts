import { isBankCard, isCitizenNumber, isOldCitizenNumber } from './check-digits';
import { BETWEEN, COUNTED, PRICED, type PersonalPattern } from './personal-pattern';

const ENOUGH_DIGITS = /\d(?:[^\d\n]{0,3}\d){5}/;
const FROM_HERE = '(?<!\\d\\.?)';
const TO_HERE = '(?!\\d|\\.\\d)';
const DATE = /^\+?(?:19|20)\d{2}[-./]?(?:0[1-9]|1[0-2])[-./]?(?:0[1-9]|[12]\d|3[01])/;

const digitsOf = (text: string) => text.replace(/\D/g, '');
/** A number of so many digits that is neither an amount nor a date. */
const dialled = (least: number, most: number) => (found: string, before: string, after: string) => {
  const { length } = digitsOf(found);
  return length >= least && length <= most && !COUNTED.test(after) && !PRICED.test(before) && !DATE.test(found)
    ? found.length
    : 0;
};
const pattern = (mark: string, source: string, length?: PersonalPattern['length']): PersonalPattern => ({
  mark,
  finds: new RegExp(source, 'giu'),
  hint: ENOUGH_DIGITS,
  outsideLinks: true,
  length,
});

/** Identity papers and bank cards. */
const PAPERS: readonly PersonalPattern[] = [
  pattern('[id]', `${FROM_HERE}[1-9](?:${BETWEEN}?\\d){16}${BETWEEN}?[\\dx](?!\\d)`, (found) =>
    isCitizenNumber(found.replace(/[^\dx]/gi, '')) ? found.length : 0,
  ),
  pattern('[id]', `${FROM_HERE}[1-9]\\d{14}(?!\\d)`, (found, before, after) =>
    isOldCitizenNumber(found) && !COUNTED.test(after) && !PRICED.test(before) ? found.length : 0,
  ),
  // Unlike the numbers, a passport is recognised by its announcement only.
  pattern('[id]', '((?:护照|passport)(?:号码?| no\\.?| number)?[ :：是]{0,3})[a-z]{1,2}\\d{7,8}(?!\\d)'),
  pattern('[id]', '(?<![\\w-])(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\w-])'),
  pattern(
    '[card]',
    `${FROM_HERE}(?:\\d{4}[ -]?\\d{4}[ -]?\\d{4}[ -]?\\d{4}(?:[ -]?\\d{1,3})?|3\\d{3}[ -]?\\d{6}[ -]?\\d{4,5}|\\d(?: \\d){15})(?!\\d)`,
    cardLength,
  ),
];

/** Of digits in groups, the longest beginning that is a card: its expiry date may stand right behind. */
function cardLength(found: string): number {
  for (let end = found.length; end >= 14; end--) {
    if (
      /\d/.test(found[end - 1] ?? '') &&
      (end === found.length || /[ -]/.test(found[end] ?? '')) &&
      isBankCard(digitsOf(found.slice(0, end)))
    )
      return end;
  }
  return 0;
}

const GROUPS_OF_A_MOBILE = [
  '1[3-9]\\d_?\\d{4}_?\\d{4}',
  '1[3-9]\\d_\\d{3}_\\d{5}',
  '1[3-9]\\d{2}_\\d{3}_\\d{4}',
  '1[3-9]\\d{3}_\\d{6}',
  '1_[3-9](?:_\\d){9}',
]
  .join('|')
  .replaceAll('_', BETWEEN);
const CALLED =
  '(?:电话|手机|座机|热线|致电|拨打|联系方式|whats ?app|phone|mobile|cell|(?<![a-z])(?:tel|call|text|ring))(?:号码?| number| no)?[ :：.是为]{0,3}';

/** Phone numbers: of mainland China, international, North American, with a leading zero, and whatever is announced as one. */
const PHONES: readonly PersonalPattern[] = [
  pattern(
    '[phone]',
    `${FROM_HERE}(?:[(（]?(?:\\+|00)?86[)）]?[ -]{0,2})?(?:${GROUPS_OF_A_MOBILE})${TO_HERE}`,
    dialled(11, 15),
  ),
  pattern(
    '[phone]',
    `${FROM_HERE}(?<!\\d-)[(（]?0(?:10|2\\d|[3-9]\\d{2})[)）]?${BETWEEN}{0,2}[2-9]\\d{2,3}${BETWEEN}?\\d{4}(?:(?:转|-| ?ext\\.? ?)\\d{1,5})?${TO_HERE}`,
    dialled(10, 17),
  ),
  pattern('[phone]', `(?<![\\w+])(?:\\+|00)[1-9](?:[ \\-.()]{0,2}\\d){7,15}${TO_HERE}`, dialled(9, 16)),
  pattern(
    '[phone]',
    '(?<![\\w.-])(?:1[ .-]?)?(?:\\([2-9]\\d{2}\\) ?[2-9]\\d{2}[ .-]|[2-9]\\d{2}[.-][2-9]\\d{2}[.-])\\d{4}(?![\\w-])',
    dialled(10, 11),
  ),
  pattern('[phone]', `(?<![\\d.:/-])\\(?0\\d{1,4}\\)?[ -]\\d{3,4}[ -]?\\d{3,4}(?![\\d:-])`, dialled(10, 11)),
  pattern('[phone]', `(${CALLED})\\+?\\d(?:${BETWEEN}?\\d){6,14}${TO_HERE}`, dialled(7, 15)),
  {
    mark: '[phone]',
    hint: /[一幺壹][三四五六七八九叁肆伍陆柒捌玖]/,
    finds:
      /[一幺壹][三四五六七八九叁肆伍陆柒捌玖][〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]{9}(?![〇零一二三四五六七八九十百千万])/gu,
  },
];

const NUMBERS_IN_GROUPS = /\d\.\d{1,3}\.\d|:[\da-f]{0,4}:/iu;
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d{2}|[1-9]?\\d)';
const VERSION =
  /(?:\bv|ver|version|版本?|更新到?|升级到?|update[sd]?(?: to)?|build|firmware|固件|系统|ios|android|app|sdk|release|chrome)[^\d\n]{0,6}$/iu;
const ADDRESSED = /(?:ip|地址|ping|server|服务器|host)[^\d\n]{0,10}$/iu;

/**
 * Internet addresses. Versions look alike (2.4.10.1): four small numbers are an address only when something says so, and large ones
 * unless something says that they are a version.
 */
const ADDRESSES: readonly PersonalPattern[] = [
  pattern('[ip]', `(?<![\\w.])(?:${OCTET}\\.){3}${OCTET}(?![\\w]|\\.\\d)`, (found, before) => {
    if (VERSION.test(before)) return 0;
    return ADDRESSED.test(before) || (Number.parseInt(found, 10) >= 20 && digitsOf(found).length >= 7)
      ? found.length
      : 0;
  }),
  pattern('[ip]', '(?<![\\w:])(?:[\\da-f]{1,4}:){7}[\\da-f]{1,4}(?![\\w:])'),
  pattern(
    '[ip]',
    '(?<![\\w:])(?=[\\da-f:]{0,39}\\d)[\\da-f]{2,4}:(?:[\\da-f]{1,4}:){0,5}:(?:[\\da-f]{1,4}:){0,5}[\\da-f]{1,4}(?![\\w:])',
  ),
].map((address) => ({ ...address, hint: NUMBERS_IN_GROUPS }));

/** Longer numbers before shorter ones: a card is no phone. */
export const NUMBER_PATTERNS: readonly PersonalPattern[] = [...ADDRESSES, ...PAPERS, ...PHONES];
