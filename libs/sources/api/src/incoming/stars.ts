import { withPlainSigns } from './digits';

/** Stars of one column: the number from 1 to 5; null where there is none. */
export type StarReader = (value: string) => number | null;

const CHINESE = '一二三四五';
/** The words of Douban. */
const WORDS: Readonly<Record<string, number>> = { 力荐: 5, 推荐: 4, 还行: 3, 较差: 2, 很差: 1 };
const RECOMMENDED: Readonly<Record<string, boolean>> = {
  ...{
    true: true,
    yes: true,
    recommended: true,
    推荐: true,
    是: true,
    おすすめ: true,
    positive: true,
    '1': true,
    '👍': true,
  },
  ...{
    false: false,
    no: false,
    'not recommended': false,
    不推荐: false,
    否: false,
    negative: false,
    '0': false,
    '👎': false,
  },
};

/** A number with the end of its scale where one is written (`8/10`, `4 out of 5`, `80 %`); null for anything else. */
function rated(value: string): { readonly given: number; readonly of: number | null } | null {
  const text = withPlainSigns(value).trim().toLowerCase();
  const word = WORDS[text] ?? (CHINESE.indexOf(/^准?([一二三四五])颗?星/u.exec(text)?.[1] ?? '无') + 1 || undefined);
  if (word) return { given: /^准/u.test(text) ? word - 0.5 : word, of: 5 };
  const drawn = /^([★⭐]+)[☆✩\s]*(?:\(\d(?:[.,]\d)?\))?$/u.exec(text)?.[1];
  if (drawn) return { given: [...drawn].length, of: 5 };
  const percent = /^(\d{1,3}(?:[.,]\d+)?)\s?%$/u.exec(text)?.[1];
  if (percent) return { given: Number(percent.replace(',', '.')), of: 100 };
  const match =
    /^(?:rated |rating:? |評価:? ?|评分:? ?|별점:? ?|평점:? ?)?(?:all)?(?:stars?)?\s*(\d+(?:[.,]\d+)?)\s*(?:(?:\/|out of|von|sur|de|из|点中)\s*(\d+))?\s*(?:stars?|颗?星|分|点|점|★)?$/u.exec(
      text,
    );
  return match?.[1] ? { given: Number(match[1].replace(',', '.')), of: match[2] ? Number(match[2]) : null } : null;
}

/**
 * Makes the reader of a column of stars, on the scale that its values use: to 5, to 10, to 50 (Douban) or to 100.
 * @returns null when the values are no stars
 */
export function starReader(sample: readonly string[]): StarReader | null {
  const filled = sample.map((value) => value.trim()).filter(Boolean);
  const numbers = filled.map(rated).filter((entry) => entry !== null);
  if (!filled.length || numbers.length / filled.length < 0.8) return null;
  const highest = Math.max(0, ...numbers.filter(({ of }) => of === null).map(({ given }) => given));
  const scale = [5, 10, 50, 100].find((end) => highest <= end);
  if (!scale || numbers.some(({ given }) => given < 0)) return null;
  // Shares from 0 to 1 are no stars: polarity, probabilities.
  if (highest <= 1 && numbers.some(({ given, of }) => of === null && !Number.isInteger(given))) return null;
  return (value) => {
    const entry = rated(value);
    if (!entry || entry.given <= 0) return null;
    const stars = (entry.given / (entry.of ?? scale)) * 5;
    return stars > 5 ? null : Math.max(1, Math.round(stars * 100) / 100);
  };
}

/** "Recommended" or not; null for anything else. */
export function readRecommended(value: string): boolean | null {
  return RECOMMENDED[value.normalize('NFKC').trim().toLowerCase()] ?? null;
}
