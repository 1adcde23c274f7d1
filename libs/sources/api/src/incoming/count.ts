import { withPlainSigns } from './digits';

const FACTORS: Readonly<Record<string, number>> = {
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  w: 1e4,
  亿: 1e8,
  億: 1e8,
  千: 1e3,
  tsd: 1e3,
  k: 1e3,
  mio: 1e6,
  mil: 1e3,
  m: 1e6,
};
const COUNT = /^(\d[\d.,' ]*)\s*(万|萬|만|w|亿|億|千|tsd\.?|k|mio\.?|mil|m)?\+?(?![\p{L}\d])/iu;

/** How many reacted with what: `👍 (4),❤️ (2)`. */
const REACTIONS = /^(?:[^\d(),]+\(\d+\),?\s*)+$/;

/**
 * Numbers as sites show them: `1,234`, `1.234`, `1.2万`, `3,5k`, `12 likes`, `赞同 1.2 万`, `One person found this helpful`. Anything else counts
 * as 0.
 */
export function readCount(value: string): number {
  const text = withPlainSigns(value)
    .trim()
    .replace(/^(?!one\b)[\p{L}!]{1,8}\s?[:(]?\s*(?=\d)/iu, '');
  if (/^one\b/i.test(text)) return 1;
  if (REACTIONS.test(text)) return [...text.matchAll(/\((\d+)\)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  const [, digits, unit = ''] = COUNT.exec(text.replace(/(\d)(赞|人|个|個|件|回|いいね)/gu, '$1 $2')) ?? [];
  if (!digits) return 0;
  return Math.round(plainNumber(digits.trim(), unit !== '') * (FACTORS[unit.toLowerCase().replace('.', '')] ?? 1));
}

/** What separates thousands and what decimals: groups of three are thousands, except before a unit (`1.234k`), where nobody groups. */
function plainNumber(digits: string, hasUnit: boolean): number {
  const grouped = /^\d{1,3}([., '])\d{3}(?:\1\d{3})*(?:[.,]\d+)?$/.test(digits);
  if (grouped && !hasUnit) {
    const [, whole = '', decimals = ''] = /^(.*?)(?:([.,]\d{1,2}))?$/.exec(digits) ?? [];
    return Number(whole.replace(/[^\d]/g, '') + decimals.replace(',', '.'));
  }
  return (
    Number(
      digits
        .replace(/[' ]/g, '')
        .replace(/,(?=\d{3}(?:\D|$))/g, '')
        .replace(',', '.'),
    ) || 0
  );
}
