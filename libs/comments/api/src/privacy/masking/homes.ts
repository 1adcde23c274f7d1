import type { PersonalPattern } from './personal-pattern';

/** A house and a room in it; a street alone is anybody's, and so is the address of a shop. */
const HINT = /\d\s?(?:室|户|戶|房|号室|號)|\d(?:丁目|[-−ー－]\d)/u;
/** Words before a street are no part of its name. */
const NAME = '(?![我你他她咱您家在到住于去从的了是就和给寄送])\\p{Script=Han}';
const STREET = '(?:路|街|大道|巷|胡同|小区|小區|花园|花園|公寓|新村)';
const HOUSE = '\\d{1,5}\\s?(?:号院|号楼|號樓|号|號|弄|栋|幢|座|单元|單元|楼|樓|层|層|-)\\s?';

/** Where somebody lives, as people in China, Taiwan and Japan write it. */
export const HOME_PATTERNS: readonly PersonalPattern[] = [
  // 张江路123弄5号601室
  {
    finds: new RegExp(`(?:${NAME}){1,6}${STREET}\\s?(?:${HOUSE}){1,4}\\d{1,4}\\s?(?:室|户|戶|房)(?!\\d)`, 'gu'),
  },
  // 信義路五段7號12樓之3, where it is announced
  {
    finds: new RegExp(
      `((?:住址|地址|住在|寄到|寄至|收件地址|收貨地址|收货地址)[ :：是]{0,3})\\p{Script=Han}{2,14}${STREET}(?:[一二三四五六七八九十]段)?\\s?(?:${HOUSE}){1,4}(?:之\\d{1,3}|\\d{1,4}\\s?(?:室|户|戶|房))?`,
      'gu',
    ),
  },
  // 〒150-0001 東京都渋谷区神宮前1-2-3, 住所は大阪市北区梅田3丁目1番1号
  {
    finds:
      /((?:〒\s?\d{3}-?\d{4}|住所|自宅|お届け先|届け先)[ :：は]{0,3})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{3,24}\d{1,3}(?:丁目\s?\d{1,3}(?:番地?(?:の)?\s?\d{0,3}号?)?|[-−ー－]\d{1,4}(?:[-−ー－]\d{1,4})?)(?:[-−ー－]\d{1,4}|\s?\d{2,4}号室)?/gu,
  },
].map((home) => ({ mark: '[address]', hint: HINT, outsideLinks: true, ...home }));
