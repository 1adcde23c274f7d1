import { areAmounts, isHotline, namesAThing } from './amounts';
import { ibanLength, isBankCard, isCitizenNumber, isOldCitizenNumber } from './check-digits';
import { BETWEEN, COUNTED, PRICED, type PersonalPattern } from './personal-pattern';

const ENOUGH_DIGITS = /\d(?:[^\d\n]{0,3}\d){5}/;
const FROM_HERE = '(?<!\\d\\.?)';
const TO_HERE = '(?!\\d|\\.\\d)';
const DATE = /^\+?(?:19|20)\d{2}[-./]?(?:0[1-9]|1[0-2])[-./]?(?:0[1-9]|[12]\d|3[01])/;

const digitsOf = (text: string) => text.replace(/\D/g, '');
/** A number of so many digits that is neither an amount nor a date, nor that of a thing, nor a line anybody may dial. */
const dialled = (least: number, most: number) => (found: string, before: string, after: string) => {
  const { length } = digitsOf(found);
  // What begins with a zero or a plus counts nothing: 0912345678台北.
  const isCount = COUNTED.test(after) && !/^(?:\+|[(（]?0)/.test(found);
  if (length < least || length > most || isCount || PRICED.test(before) || DATE.test(found)) return 0;
  return areAmounts(found) || namesAThing(before, after) || isHotline(found) ? 0 : found.length;
};
const pattern = (mark: string, source: string, length?: PersonalPattern['length']): PersonalPattern => ({
  mark,
  finds: new RegExp(source, 'giu'),
  hint: ENOUGH_DIGITS,
  outsideLinks: true,
  length,
});

const NUMBER_OF_A_PERSON =
  '(?:身份证|居民证|证件|身分證|マイナンバー|個人番号|(?<![a-z])(?:nhs|ssn|social security|national insurance|id card|aadhaar))(?:号码?|號碼?|字號|番号| no\\.?| number| nr\\.?)?[ :：是为は]{0,3}';
const NUMBER_OF_A_CARD =
  '(?:(?:银行|信用|储蓄|借记|銀行)?卡(?:号码?|號)|(?:银行|銀行)(?:账号|帐号|账户|帳號)|口座番号|(?<![a-z])(?:card|account) (?:no\\.?|number))[ :：是为は]{0,3}';

const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
/** Plates of cars, where they are announced or written with their point: `新A12345` may be a model, too. */
const PLATES: readonly PersonalPattern[] = [
  `((?:车牌|牌照|车号|号牌)(?:号码?)?[ :：是为]{0,3})${PROVINCE}[A-Z][·•. ]?[A-Z0-9]{5,6}(?![A-Z0-9])`,
  `(?<![A-Z0-9])${PROVINCE}[A-Z][·•][A-Z0-9]{5,6}(?![A-Z0-9])`,
].map((source) => ({ mark: '[id]', finds: new RegExp(source, 'gu'), hint: /[A-Z]/u, outsideLinks: true }));

/** Identity papers, bank accounts and bank cards. */
const PAPERS: readonly PersonalPattern[] = [
  {
    mark: '[account]',
    hint: /[a-z]{2}\d{2} ?[a-z\d]/iu,
    finds: /(?<![a-z\d])[a-z]{2}\d{2}(?:[ -]?[a-z\d]){11,30}/giu,
    length: ibanLength,
  },
  pattern('[id]', `${FROM_HERE}[1-9](?:${BETWEEN}?\\d){16}${BETWEEN}?[\\dx](?!\\d)`, (found) =>
    isCitizenNumber(found.replace(/[^\dx]/gi, '')) ? found.length : 0,
  ),
  pattern('[id]', `${FROM_HERE}[1-9]\\d{14}(?!\\d)`, (found, before, after) =>
    isOldCitizenNumber(found) && !COUNTED.test(after) && !PRICED.test(before) ? found.length : 0,
  ),
  // Unlike the numbers, a passport is recognised by its announcement only.
  pattern(
    '[id]',
    '((?:护照|護照|旅券|パスポート|passport)(?:号码?|號碼?|番号| no\\.?| number| nr\\.?)?[ :：是は]{0,3})[a-z]{0,2}\\d{7,9}(?!\\d)',
  ),
  ...PLATES,
  // So are numbers that somebody announces as theirs, whatever their check signs say: people mistype them.
  pattern('[id]', `(${NUMBER_OF_A_PERSON})\\d(?:${BETWEEN}?\\d){7,16}${BETWEEN}?[\\dx](?![\\da-z])`),
  pattern('[card]', `(${NUMBER_OF_A_CARD})\\d(?:${BETWEEN}?\\d){11,18}(?!\\d)`),
  pattern('[id]', '(?<![\\w-])(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\w-])', (found, before, after) =>
    namesAThing(before, after) ? 0 : found.length,
  ),
  pattern(
    '[card]',
    `${FROM_HERE}(?:\\d{4}[ -]?\\d{4}[ -]?\\d{4}[ -]?\\d{4}(?:[ -]?\\d{1,3})?|3\\d{3}[ -]?\\d{6}[ -]?\\d{4,5}|\\d(?: \\d){15})(?!\\d)`,
    cardLength,
  ),
];

/** Of digits in groups, the longest beginning that is a card: its expiry date may stand right behind. */
function cardLength(found: string): number {
  for (let end = found.length; end >= 14; end--) {
    const card = found.slice(0, end);
    if (
      /\d$/.test(card) &&
      (end === found.length || /[ -]/.test(found[end] ?? '')) &&
      isBankCard(digitsOf(card)) &&
      !(card.includes('-') && card.includes(' ')) &&
      !areAmounts(card)
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
/** What announces a number. A phone is also a thing with sizes and models: its word alone announces nothing. */
const CALLED =
  '(?:(?:电话|座机|热线|致电|拨打|联系方式|電話|携帯)(?:号码?|番号)?[ :：.是为は]{0,3}|(?:手机|手機|携帯)(?:(?:号码?|號碼?|番号)[ :：.是为は]{0,3}|[:：] ?)|(?<![a-z])(?:whats ?app|phone|mobile|cell)(?: (?:number|no\\.?|nr\\.?)[ :：]{0,2}(?:is )?|[:：] ?)|(?<![a-z])(?:tel|call|text|ring)(?: me)?(?: (?:at|on))?[ :：.]{0,3})';

/** Numbers as single countries write them, where the grouping or the beginning tells. */
const NATIONAL: readonly PersonalPattern[] = [
  // France: 06 12 34 56 78
  pattern('[phone]', '(?<![\\w.:/+-])0[1-9](?:[ .-]\\d{2}){4}(?![\\w:/-]|\\.\\d)', dialled(10, 10)),
  // Japan: 090-1234-5678, 08011112222, with any dash
  pattern(
    '[phone]',
    '(?<![\\w.:/-])0[5789]0[ .\\-‐–—−ーｰ－]?\\d{4}[ .\\-‐–—−ーｰ－]?\\d{4}(?![\\w:/-])',
    dialled(11, 11),
  ),
  pattern('[phone]', '(?<![\\w.:/-])0\\d{1,3}[\\-‐–—−ーｰ－]\\d{2,4}[\\-‐–—−ーｰ－]\\d{4}(?![\\w:/-])', dialled(10, 11)),
  pattern('[phone]', '(?<![\\w.:/-])0\\d{1,3}[(（]\\d{2,4}[)）]\\d{4}(?![\\w:/-])', dialled(10, 11)),
  // Germany, Netherlands, Italy, United Kingdom: 0176 12345678, 06-12345678, 07911123456
  pattern('[phone]', '(?<![\\w.:/-])0\\d{1,4}[ /-]\\d{5,8}(?![\\w:/-]|\\.\\d)', dialled(10, 12)),
  pattern('[phone]', '(?<![\\w.:/-])0[1-9]\\d{2}[ -]\\d{4}[ -]\\d{4}(?![\\w:/-])', dialled(12, 12)),
  pattern('[phone]', '(?<![\\w.:/-])0(?:[679]\\d{8}|7\\d{9})(?![\\w:/-]|\\.\\d)', dialled(10, 11)),
  // Taiwan: 0912-345-678
  pattern('[phone]', '(?<![\\w.:/-])09\\d{2}[ -]\\d{3}[ -]\\d{3}(?![\\w:/-]|\\.\\d)', dialled(10, 10)),
  // Switzerland, Belgium, Turkey: 079 123 45 67, 0470 12 34 56, 0532 123 45 67
  pattern('[phone]', '(?<![\\w.:/-])0\\d{2,3}[ .]\\d{2,3}[ .]\\d{2}[ .]\\d{2}(?![\\w:/-]|\\.\\d)', dialled(10, 11)),
  // Russia: 8 (912) 345-67-89
  pattern(
    '[phone]',
    '(?<![\\w.:/-])8[ -]?[ (-]9\\d{2}[) -][ -]?\\d{3}[ -]?\\d{2}[ -]?\\d{2}(?![\\w:/-])',
    dialled(11, 11),
  ),
  // Brazil: (11) 91234-5678
  pattern('[phone]', '(?<![\\w.:/-])\\(\\d{2}\\) ?9?\\d{4}-\\d{4}(?![\\w:/-])', dialled(10, 11)),
];

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
  ...NATIONAL,
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
  /(?:\bv|ver|versions?|version[ie]?|版本?号?|更新[到至了]?|升级?[到至了]?|降级?[到至了]?|回退[到至]?|回滚[到至]?|刷[到了]?|update[sd]?(?: to)?|upgraded?(?: to)?|downgraded?(?: to)?|rolled back(?: to)?|revert(?:ed)? to|since|until|after|before|still on|back (?:to|on)|running|build|firmware|bios|drivers?|patch(?:ed)?|固件|系统|驱动|内核|补丁|バージョン|ファーム(?:ウェア)?|更新|アプデ|ios|android|app|sdk|release[sd]?|chrome|firefox|edge|windows|macos)[^\d\n]{0,6}$/iu;
const VERSION_AFTER =
  /^\s?(?:release|versions?|build|update|firmware|patch|beta|alpha|rc\d?|drivers?|hotfix|is out|版本?|版|固件|更新|升级|系统|驱动|补丁|正式版|测试版|バージョン|にアプデ|に更新|アップデート|から更新)/iu;
const ADDRESSED = /(?:ip|地址|ping|server|服务器|host)[^\d\n]{0,10}$/iu;

/** Addresses that every home has: they lead to nobody. */
const OF_ANY_NETWORK =
  /^(?:127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|255\.|fe[89ab][\da-f]:|f[cd][\da-f]{2}:)/i;

const ofSomebody = (found: string, before: string) =>
  OF_ANY_NETWORK.test(found) && !ADDRESSED.test(before) ? 0 : found.length;

/**
 * Internet addresses. Versions look alike (2.4.10.1): four small numbers are an address only when something says so, and large ones
 * unless something says that they are a version.
 */
const ADDRESSES: readonly PersonalPattern[] = [
  pattern('[ip]', `(?<![\\w.])(?:${OCTET}\\.){3}${OCTET}(?![\\w]|\\.\\d)`, (found, before, after) => {
    if (ADDRESSED.test(before)) return found.length;
    if (VERSION.test(before) || VERSION_AFTER.test(after) || OF_ANY_NETWORK.test(found)) return 0;
    return Number.parseInt(found, 10) >= 20 && digitsOf(found).length >= 7 ? found.length : 0;
  }),
  pattern('[ip]', '(?<![\\w:])(?:[\\da-f]{1,4}:){7}[\\da-f]{1,4}(?![\\w:])', ofSomebody),
  pattern(
    '[ip]',
    '(?<![\\w:])(?=[\\da-f:]{0,39}\\d)[\\da-f]{2,4}:(?:[\\da-f]{1,4}:){0,5}:(?:[\\da-f]{1,4}:){0,5}[\\da-f]{1,4}(?![\\w:])',
    ofSomebody,
  ),
].map((address) => ({ ...address, hint: NUMBERS_IN_GROUPS }));

/** Longer numbers before shorter ones: a card is no phone. */
export const NUMBER_PATTERNS: readonly PersonalPattern[] = [...ADDRESSES, ...PAPERS, ...PHONES];
