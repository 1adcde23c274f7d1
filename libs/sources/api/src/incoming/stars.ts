import { withPlainSigns } from './digits';

/** Stars of one column: the number from 1 to 5; null where there is none. */
export type StarReader = (value: string) => number | null;

const CHINESE = '一二三四五';
const ENGLISH = ['one', 'two', 'three', 'four', 'five'];
/** The words of Douban. */
const WORDS: Readonly<Record<string, number>> = { 力荐: 5, 推荐: 4, 还行: 3, 较差: 2, 很差: 1 };
const RECOMMENDED: Readonly<Record<string, boolean>> = {
  ...{
    true: true,
    yes: true,
    recommended: true,
    推荐: true,
    是: true,
    好评: true,
    'rated good': true,
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
    差评: false,
    'rated bad': false,
    negative: false,
    '0': false,
    '👎': false,
  },
};

/** A number with the end of its scale where one is written (`8/10`, `4 out of 5`, `80 %`); null for anything else. */
function rated(value: string): { readonly given: number; readonly of: number | null } | null {
  const text = withPlainSigns(value).trim().toLowerCase();
  const word = WORDS[text] ?? starWord(text);
  if (word) return { given: word, of: 5 };
  const [, end, of] = /^(\d{1,2})つ星のうち\s?(\d+(?:[.,]\d+)?)$/u.exec(text) ?? [];
  if (end && of) return { given: Number(of.replace(',', '.')), of: Number(end) };
  const bubbles = /^(?:ui_)?bubble(?:_rating)?[ _]+(?:bubble_)?([1-5][05])$/u.exec(text)?.[1];
  if (bubbles) return { given: Number(bubbles), of: 50 };
  // The class that draws the stars on a page: `sml-str35`, `irr-star50`, `rank-stars45`.
  const drawnBy = /(?:^|[\s_-])(?:str|stars?|rank)[_-]?([0-5][05])(?:$|\s)/u.exec(text)?.[1];
  if (drawnBy) return { given: Number(drawnBy), of: 50 };
  const drawn = /^([★⭐]+)[☆✩\s]*(?:\(\d(?:[.,]\d)?\))?$/u.exec(text)?.[1];
  if (drawn) return { given: [...drawn].length, of: 5 };
  const percent = /^(\d{1,3}(?:[.,]\d+)?)\s?%$/u.exec(text)?.[1];
  if (percent) return { given: Number(percent.replace(',', '.')), of: 100 };
  const match =
    /^(?:rated |rating:? |評価:? ?|评分:? ?|별점:? ?|평점:? ?)?(?:all)?(?:stars?)?\s*(\d+(?:[.,]\d+)?)\s*(?:(?:\/|out of|von|sur|su|van|av|de|из|点中)\s*(\d+))?\s*(?:stars?|sterne[n]?|sterren|étoiles?|estrellas?|estrelas?|stelle|stjärnor|颗?星|分|点|점|★)?$/u.exec(
      text,
    );
  return match?.[1] ? { given: Number(match[1].replace(',', '.')), of: match[2] ? Number(match[2]) : null } : null;
}

/** Stars in words: 准五星 is half a star less, 三星半 half a star more; `FOUR` and `FOUR_STARS` are how interfaces write them. */
function starWord(text: string): number | null {
  const [, nearly, chinese, half] = /^(准)?([一二两三四五])颗?星(半)?/u.exec(text) ?? [];
  if (chinese) return CHINESE.indexOf(chinese.replace('两', '二')) + 1 + (half ? 0.5 : 0) - (nearly ? 0.5 : 0);
  return ENGLISH.indexOf(/^(\p{L}+?)(?:[_ ]?stars?)?$/u.exec(text)?.[1] ?? '') + 1 || null;
}

/**
 * Makes the reader of a column of stars, on the scale that its values use: to 5, to 10, to 50 (Douban) or to 100.
 * @param least the scale goes at least so far, as other marks of the same people do
 * @returns null when the values are no stars
 */
export function starReader(sample: readonly string[], least = 0): StarReader | null {
  const filled = sample.map((value) => value.trim()).filter(Boolean);
  const numbers = filled.map(rated).filter((entry) => entry !== null);
  if (!filled.length || numbers.length / filled.length < 0.8) return null;
  const highest = Math.max(0, ...numbers.filter(({ of }) => of === null).map(({ given }) => given));
  const scale = [5, 10, 50, 100].find((end) => Math.max(highest, least) <= end);
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

/** Whether a value says of a comment that it recommends, does not, or neither: 中评. */
export const isVerdict = (value: string): boolean =>
  readRecommended(value) !== null || /^(?:中评|neutral|一般)$/iu.test(value.trim());

/** "Recommended" or not; null for anything else. */
export function readRecommended(value: string): boolean | null {
  return RECOMMENDED[value.normalize('NFKC').trim().toLowerCase()] ?? null;
}
