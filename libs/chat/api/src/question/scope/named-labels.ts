import type { Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import type { QuestionLanguage } from '../question-language';

type Words<Value> = readonly (readonly [Value, RegExp])[];

const COMMENTS_EN =
  '(?:comments?|reviews?|posts?|feedback|ones?|customers?|users?|people|quotes?|voices?|mentions?|opinions?|reactions?|tweets?|messages?|buyers?|things|remarks?|themes|topics|examples|buzz)';
/** "people were …": not "what are people happy about". */
const FELT_EN =
  '\\b(?:how many|share of|percentage of|percent of|number of)\\b.{0,24}\\b(?:people|customers?|users?|folks|buyers?|reviewers?|of them)\\b.{0,6}\\b(?:are|were|was|is|got|became|felt|feel) ';
const COMMENTS_ZH =
  '(?:的)?(?:评论|评价|反馈|声音|留言|用户|顾客|客户|网友|声量|言论|内容|意见|原话|话题|情绪的?评论|的人)';
const COMMENTS_JA = '(?:な|の|的な)?(?:コメント|レビュー|口コミ|声|投稿|意見|ユーザー|人|感想|反応|お客様?|顧客)';

/** Words that narrow to a label. "The most negative source" orders sources and narrows nothing: such words stand beside a noun. */
const LABELS: Readonly<Record<QuestionLanguage, Words<Label>>> = {
  en: [
    [
      'negative',
      new RegExp(
        `\\b(?:negative|neg|angry|unhappy|bad|critical|upset|furious|dissatisfied|annoyed|disappointed|frustrated|worst|harsh) (?:[\\p{L}]+ )?${COMMENTS_EN}\\b|\\b(?:comments?|reviews?|posts?|feedback|mentions?)\\b.{0,12}\\b(?:are|were|was|is) (?:negative|bad|angry)\\b|\\bnegatives\\b|\\b(?:how many|number of|count|share of|percentage of|percent of|proportion of|show|list|give me|find)\\b.{0,20}\\bcomplaints?\\b|\\bcomplaints? (?:about|on|from|were|did|came|in|this|last)\\b|\\b(?:is|are|was|were) negative\\b|\\bnegative (?:share|percentage|rate)|\\bcomplain(?:ed|ing)?\\b|\\bdetractors\\b|${FELT_EN}(?:unhappy|angry|upset|mad|dissatisfied|annoyed|furious|disappointed|frustrated|negative)\\b`,
        'iu',
      ),
    ],
    [
      'positive',
      new RegExp(
        `\\b(?:positive|happy|good|satisfied|favou?rable|glowing|enthusiastic|pleased|delighted|best|nice) (?:[\\p{L}]+ )?${COMMENTS_EN}\\b|\\b(?:comments?|reviews?|posts?|feedback|mentions?)\\b.{0,12}\\b(?:are|were|was|is) (?:positive|good|happy)\\b|\\bpositives\\b|\\bpraise (?:for|about|of)\\b|\\b(?:is|are|was|were) positive\\b|\\bpositive (?:share|percentage|rate)|\\bpromoters\\b|\\bfans of\\b|${FELT_EN}(?:happy|pleased|satisfied|delighted|content|positive|excited)\\b`,
        'iu',
      ),
    ],
    [
      'neutral',
      new RegExp(
        `\\bneutral (?:[\\p{L}]+ )?${COMMENTS_EN}\\b|\\b(?:is|are|was|were) neutral\\b|\\bneutral share|\\bneutrals\\b`,
        'iu',
      ),
    ],
  ],
  zh: [
    [
      'negative',
      new RegExp(
        `(?<!最)(?:差评|负评|恶评)|(?<!更|最|较)负面${COMMENTS_ZH}|负面(?:占|比例|率|有|最?多|最?少|数|的?占比|是多少|多少)|(?:多少|几)(?:条|个)?(?:是)?负面|(?:不满|生气|愤怒|失望)(?:的)?(?:用户|评论|顾客|客户|网友)|骂得?最?(?:凶|狠|惨|厉害)|不满的(?:人|用户)|骂的人|是负面|投诉(?!.{0,2}什么)|(?:抱怨|吐槽)(?=.{0,8}(?:多少|几条|数量|多吗))|(?:多少|几)(?:个)?人.{0,6}(?:抱怨|吐槽|骂|不满|不满意|生气|愤怒|失望)`,
        'u',
      ),
    ],
    [
      'positive',
      new RegExp(
        `(?<!最)好评|(?<!更|最|较)正面${COMMENTS_ZH}|正面(?:占|比例|率|有|最?多|最?少|数|的?占比|是多少|多少)|(?:多少|几)(?:条|个)?(?:是)?正面|(?:满意|开心|高兴)(?:的)?(?:用户|评论|顾客|客户|网友)|是正面|(?:多少|几)(?:个)?人.{0,4}(?<!不)(?:夸|喜欢|满意|开心|高兴)`,
        'u',
      ),
    ],
    ['neutral', new RegExp(`中性${COMMENTS_ZH}|中性(?:占|比例|率|有|数|的?占比|多少)?|中立`, 'u')],
  ],
  ja: [
    [
      'negative',
      new RegExp(
        `(?:ネガティブ|否定的|悪い|批判的|低評価|怒りの|不満の)${COMMENTS_JA}|ネガティブ(?:率|は|が|の割合|比率)|(?:不満|苦情|クレーム|批判)(?:の(?:コメント|声|数|件数|割合))|(?:不満|苦情|クレーム)(?:は|が)(?:何件|いくつ|どれ)|(?:不満|苦情|クレーム)(?:を|の)?(?:\\d|[一二三四五])`,
        'u',
      ),
    ],
    [
      'positive',
      new RegExp(
        `(?:ポジティブ|肯定的|良い|好意的|高評価)${COMMENTS_JA}|ポジティブ(?:率|は|が|の割合|比率)|好評(?:の|な)(?:コメント|声|数|割合)|(?:好評|高評価)(?:は|が)(?:何件|いくつ|どれ)`,
        'u',
      ),
    ],
    ['neutral', new RegExp(`(?:中立|ニュートラル)(?:的)?${COMMENTS_JA}|(?:中立|ニュートラル)(?:率|は|が|の割合)`, 'u')],
  ],
};

const LANGUAGES: Readonly<Record<QuestionLanguage, Words<Language>>> = {
  en: [
    [
      'zh',
      /\b(?:in )?chinese\b(?! (?:new year|national|golden))(?:[- ](?:language|speaking))?|(?<!made )\b(?:in|from|across) (?:mainland )?china\b/iu,
    ],
    ['en', /\b(?:in )?english\b(?:[- ](?:language|speaking))?/iu],
    ['ja', /\b(?:in )?japanese\b(?! golden)(?:[- ](?:language|speaking))?|(?<!made )\b(?:in|from|across) japan\b/iu],
  ],
  zh: [
    [
      'zh',
      /中文区?|汉语区?|华语区?|国区|(?:中国|国内)(?=用户|网友|顾客|消费者|客户|市场|人|那边|这边|区|口碑|评论|的(?:评论|用户|口碑))/u,
    ],
    ['en', /英文区?|英语(?:区|圈|国家)?|英区|欧美(?:区|那边|这边)?|海外|国外|境外|老外|外国/u],
    [
      'ja',
      /日文区?|日语区?|日区|日服|日本(?=用户|网友|顾客|消费者|客户|市场|人|那边|这边|区|口碑|评论|的(?:评论|用户|口碑))|海外|国外|境外|老外|外国/u,
    ],
  ],
  ja: [
    ['zh', /中国語(?:圏)?|中国(?=の(?:ユーザー|お客|コメント|評判|反応|人)|では|人)/u],
    ['en', /英語(?:圏)?|欧米/u],
    ['ja', /日本語(?:圏)?|日本(?=の(?:ユーザー|お客|コメント|評判|反応|人)|では|人)/u],
  ],
};

const COUNTRIES: Words<Language> = [
  ['zh', /(?<!\p{Script=Han})(?:中国|国内)|(?<=[和与跟比同])(?:中国|国内)/u],
  ['ja', /(?<!\p{Script=Han})(?:日本|国内(?=[よはと]))|(?<=[和与跟比同])日本/u],
];

const STARS = [
  /(?<![\d.])(?<number>[1-5]|one|two|three|four|five)[- ]?stars?\b/giu,
  /(?<![\d.])(?<number>[1-5一二三四五两])(?:颗)?星(?!期|座|つ)/gu,
  /星(?<number>[1-5一二三四五])(?:つ)?|★(?<second>[1-5])/gu,
];
const STAR_NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
};

/** Labels that a question narrows to. */
export const namedLabels = (text: string, language: QuestionLanguage): Label[] =>
  LABELS[language].filter(([, pattern]) => pattern.test(text)).map(([label]) => label);

const PLAIN: Readonly<Record<Label, RegExp>> = {
  negative: /\bnegative\b|负面|差评|ネガティブ|不満|否定/iu,
  positive: /\bpositive\b|正面|好评|ポジティブ|好評|肯定/iu,
  neutral: /\bneutral\b|中性|中立|ニュートラル/iu,
};

/** Labels that a question says in whatever way: for shares and numbers, which are always of something. */
export const saidLabels = (text: string): Label[] =>
  (Object.keys(PLAIN) as Label[]).filter((label) => PLAIN[label].test(text));

/** Languages of comments that a question names, and the text without them. */
export function namedLanguages(text: string, language: QuestionLanguage): { languages: Language[]; rest: string } {
  let rest = text;
  const languages = LANGUAGES[language].flatMap(([named, pattern]) => {
    if (!pattern.test(text)) return [];
    rest = rest.replace(new RegExp(pattern.source, `${pattern.flags}g`), blank);
    return [named];
  });
  // 英語圏は日本より: beside a language a country stands for its own.
  if (languages.length || COUNTRIES.every(([, pattern]) => pattern.test(rest)))
    for (const [named, pattern] of COUNTRIES) {
      if (languages.includes(named) || !pattern.test(rest)) continue;
      rest = rest.replace(pattern, blank);
      languages.push(named);
    }
  return { languages, rest };
}

const STAR = '(?<number>[1-5]|one|two|three|four|five|[一二三四五两])';
const UP_TO_FIVE = [1, 2, 3, 4, 5];
/** "At least four stars", 三星以下: numbers on one side of another one. */
const STAR_RANGES: readonly (readonly [RegExp, (number: number) => number[]])[] = [
  [
    new RegExp(
      `\\b(?:at least|minimum(?: of)?|no less than|no fewer than) ${STAR}[- ]?stars?\\b|(?<plain>[1-5])\\+ ?-?(?:stars?\\b|星)|${STAR.replace('number', 'word')}[- ]?stars? (?:and|or) (?:more|up|above|over|higher|better)\\b|${STAR.replace('number', 'han')}(?:颗)?星(?:及|或|和)?以上|星${STAR.replace('number', 'ja')}(?:つ)?以上`,
      'giu',
    ),
    (number) => UP_TO_FIVE.filter((one) => one >= number),
  ],
  [
    new RegExp(
      `\\b(?:more than|over|above) ${STAR}[- ]?stars?\\b|(?:高于|超过|大于)${STAR.replace('number', 'han')}(?:颗)?星|星${STAR.replace('number', 'ja')}(?:つ)?(?:より(?:上|高)|超)`,
      'giu',
    ),
    (number) => UP_TO_FIVE.filter((one) => one > number),
  ],
  [
    new RegExp(
      `\\b(?:at most|no more than|up to|maximum(?: of)?) ${STAR}[- ]?stars?\\b|${STAR.replace('number', 'word')}[- ]?stars? (?:and|or) (?:less|fewer|below|under|lower|worse)\\b|${STAR.replace('number', 'han')}(?:颗)?星(?:及|或|和)?以下|星${STAR.replace('number', 'ja')}(?:つ)?以下`,
      'giu',
    ),
    (number) => UP_TO_FIVE.filter((one) => one <= number),
  ],
  [
    new RegExp(
      `\\b(?:less than|fewer than|under|below) ${STAR}[- ]?stars?\\b|(?:低于|少于|不到|不足)${STAR.replace('number', 'han')}(?:颗)?星|星${STAR.replace('number', 'ja')}(?:つ)?(?:未満|より(?:下|低))`,
      'giu',
    ),
    (number) => UP_TO_FIVE.filter((one) => one < number),
  ],
];
const SEVERAL_STARS =
  /(?<!\d)(?<from>[1-5一二三四五])(?:颗?星|[- ]?stars?)?\s?(?:to|through|-|–|~|到|至|から|、|,|和|与|or|and|&|\/)\s?(?<to>[1-5一二三四五])(?:颗)?(?:星(?!期)|[- ]?stars?\b)|星(?<jaFrom>[1-5])(?:から|と|、|〜|~)(?:星)?(?<jaTo>[1-5])/giu;
const numberOfStars = (word = ''): number => STAR_NUMBERS[word.toLowerCase()] ?? Number(word);

/** Stars of ranges and lists, and the text without them. */
function rangesOfStars(text: string): { stars: number[]; rest: string } {
  const stars = new Set<number>();
  let rest = text;
  for (const [pattern, numbers] of STAR_RANGES)
    rest = rest.replace(pattern, (...match) => {
      const { number, word, plain, han, ja } = match.at(-1) as Record<string, string | undefined>;
      numbers(numberOfStars(number ?? word ?? plain ?? han ?? ja)).forEach((one) => stars.add(one));
      return blank(match[0] as string);
    });
  rest = rest.replace(SEVERAL_STARS, (...match) => {
    const { from, to, jaFrom, jaTo } = match.at(-1) as Record<string, string | undefined>;
    const [first, last] = [numberOfStars(from ?? jaFrom), numberOfStars(to ?? jaTo)];
    const through = /to|through|-|–|~|到|至|から|〜/u.test((match[0] as string).replace(/stars?|-star/giu, ''));
    UP_TO_FIVE.filter((one) => (through ? one >= first && one <= last : one === first || one === last)).forEach((one) =>
      stars.add(one),
    );
    return blank(match[0] as string);
  });
  return { stars: [...stars], rest };
}

/** Stars that a question names, and the text without them. */
export function namedStars(text: string): { stars: number[]; rest: string } {
  const ranges = rangesOfStars(text);
  const stars = new Set<number>(ranges.stars);
  let { rest } = ranges;
  for (const pattern of STARS)
    rest = rest.replace(pattern, (...match) => {
      const groups = match.at(-1) as { number?: string; second?: string };
      const word = (groups.number ?? groups.second ?? '').toLowerCase();
      stars.add(STAR_NUMBERS[word] ?? Number(word));
      return blank(match[0] as string);
    });
  return { stars: [...stars].sort(), rest };
}

const blank = (text: string): string => ' '.repeat(text.length);
