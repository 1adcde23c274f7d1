import type { Probabilities } from '@moodline/comments/contract';

/** What a verdict of so many out of five says, as probabilities. Written, not fitted; docs/labels.md holds the rule. */
const MOODS: readonly { readonly upTo: number; readonly mood: Probabilities }[] = [
  { upTo: 0.25, mood: { positive: 0.02, neutral: 0.05, negative: 0.93 } },
  { upTo: 0.45, mood: { positive: 0.05, neutral: 0.17, negative: 0.78 } },
  { upTo: 0.65, mood: { positive: 0.2, neutral: 0.58, negative: 0.22 } },
  { upTo: 0.85, mood: { positive: 0.76, neutral: 0.19, negative: 0.05 } },
  { upTo: Number.POSITIVE_INFINITY, mood: { positive: 0.94, neutral: 0.04, negative: 0.02 } },
];
/** `+1` agrees with something that is not known. */
const AGREES: Probabilities = { positive: 0.45, neutral: 0.4, negative: 0.15 };
const DISAGREES: Probabilities = { positive: 0.15, neutral: 0.4, negative: 0.45 };

const NUMBERS: Readonly<Record<string, number>> = {
  zero: 0,
  no: 0,
  half: 0.5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
  零: 0,
  〇: 0,
  ゼロ: 0,
  半: 0.5,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  百: 100,
  一百: 100,
};
const NUMBER = `(?:\\d{1,3}(?:\\.\\d)?|${Object.keys(NUMBERS)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;

/** Words that stand beside a verdict and change nothing about it. */
const BESIDE_LATIN =
  /(?<![a-z])(?:an?|the|i|i'd|i'll|we|it|its|this|app|product|game|giv(?:e|es|en|ing)|gave|get|gets|just|only|solid|easy|easily|full|big|fat|definitely|well deserved|rating|rated?|score|scored|verdict|overall|final|review|from me|for (?:this|it|me)|is an?|would|must|deserves?|lol|sorry)(?![a-z])/gu;
const BESIDE =
  /只能|只|就|给了?|給了?|打了?|必须|必須|我|你们|这个|這個|评分|評分|评价|評価|評價|得分|综合|总体|好评|好評|差评|差評|推荐|推薦|奉上|送上|支持|先|了|吧|啊|呀|的|です|でした|をつけます|あげます|あげたい|にしました|のみ|だけ|評点|点数/gu;
const AROUND = /[\s!！。.…,，、:：;；~～"'“”‘’「」()（）[\]【】\p{Extended_Pictographic}\uFE0F]+/gu;

const STAR_ROW = /^(?:[★⭐🌟✭]{0,10}[½]?[☆✩]{0,10})$/u;
const OUT_OF = new RegExp(`^(${NUMBER})(?:/|／|outof|of|满分)(5|10|100|five|ten)(?:stars?|分|点)?$`, 'u');
const STARS = [
  new RegExp(`^(${NUMBER})(?:个|個|颗|顆|粒|つ)?(?:-?stars?|-?星|つ星)(半)?$`, 'u'),
  new RegExp(`^(${NUMBER})(?:-)?stars?outof(?:5|five)$`, 'u'),
  new RegExp(`^星(${NUMBER})(?:つ|個|こ|颗)?$`, 'u'),
  new RegExp(`^[★☆⭐](${NUMBER})$`, 'u'),
  new RegExp(`^(${NUMBER})[★⭐]$`, 'u'),
];
/** In points the scale is not said: 0 to 2 are low and 10 and 100 are full on any of them; from 6 on it is ten, from 11 on a hundred. */
const POINTS = new RegExp(`^(${NUMBER})(分|点|點|points?)$`, 'u');
/** A brand, the word for "very", and a time of day. */
const OTHER_SENSE = /^(?:三星|十分|(?:\d|1\d|2[0-4]|[一二两三四五六七八九十])[点點])$/u;
const FULL =
  /^(?:满分|滿分|満点|满星|滿星|(?:10|100|十|百|一百)(?:分|点)(?:满分|満点)|fullmarks|fullscore|fullstars|星五つ|perfect(?:10|score))$/u;

const read = (text: string): number => NUMBERS[text] ?? Number(text);

/**
 * What a comment says that is (nearly) nothing but a verdict in stars or points: `一星`, `1 star`, `★☆☆☆☆`, `10/10`, `星1つ`, `零分`.
 * @returns null where there is more to read, or no verdict
 */
export function moodOfWrittenStars(text: string): Probabilities | null {
  if (text.length > 60) return null;
  const folded = text.normalize('NFKC').toLowerCase().trim();
  if (/^[+＋]\s?1$/u.test(folded)) return AGREES;
  if (/^[-−–－]\s?1$/u.test(folded)) return DISAGREES;
  const share = shareOf(folded);
  return share === null ? null : moodOfShare(share);
}

/** What a review without words says by its stars, 1 to 5. */
export const moodOfStars = (stars: number): Probabilities => moodOfShare(stars / 5);

function moodOfShare(share: number): Probabilities {
  return (MOODS.find(({ upTo }) => share <= upTo) ?? (MOODS.at(-1) as (typeof MOODS)[number])).mood;
}

/** The verdict from 0 to 1. */
function shareOf(folded: string): number | null {
  const row = folded.replace(/[\s\uFE0F!！。.]/gu, '');
  if (row && STAR_ROW.test(row)) return shareOfRow(row);
  // Stars may be emoji; everything else that is none of the verdict goes.
  const stars = folded.replace(/[🌟✭]|⭐\uFE0F?/gu, '★').replace(/(\d)[.](\d)/gu, '$1·$2');
  const bare = stars.replace(BESIDE_LATIN, ' ').replace(BESIDE, '').replace(AROUND, '').replaceAll('·', '.');
  if (OTHER_SENSE.test(bare)) return null;
  if (FULL.test(bare)) return 1;
  const outOf = OUT_OF.exec(bare);
  if (outOf) {
    const [points, scale] = [read(outOf[1] ?? ''), read(outOf[2] ?? '')];
    return points <= scale + 1 ? points / scale : null;
  }
  for (const pattern of STARS) {
    const match = pattern.exec(bare);
    if (!match) continue;
    const count = read(match[1] ?? '') + (match[2] ? 0.5 : 0);
    return count <= 5 ? count / 5 : count === 10 ? 1 : null;
  }
  const points = POINTS.exec(bare);
  return points ? shareOfPoints(read(points[1] ?? '')) : null;
}

/** One star alone is an ornament as often as a verdict, and so are empty ones alone. */
function shareOfRow(row: string): number | null {
  const full = [...row.matchAll(/[★⭐🌟✭]/gu)].length + (row.includes('½') ? 0.5 : 0);
  const empty = [...row.matchAll(/[☆✩]/gu)].length;
  if (full === 0 || full + empty < 2) return null;
  if (empty) return full / (full + empty);
  return full <= 5 ? full / 5 : 1;
}

function shareOfPoints(points: number): number | null {
  if (points <= 2) return points / 10;
  if (points > 10) return points <= 100 ? points / 100 : null;
  return points >= 6 ? points / 10 : null;
}
