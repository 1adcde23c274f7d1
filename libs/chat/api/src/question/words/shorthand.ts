import { CANTONESE_WORDS } from './cantonese';
import { EVERYDAY_ASKS } from './everyday-asks.en';
import { EVERYDAY_TIME } from './everyday-time.en';
import { EVERYDAY_WORDS } from './everyday-words.en';
import type { QuestionLanguage } from '../question-language';
import { JAPANESE_SYNONYMS } from './synonyms.ja';
import { CHINESE_SYNONYMS } from './synonyms.zh';

/** Short and spoken forms of question words, and what they stand for. English ones are whole words. */
const SPELLED_OUT: Readonly<Record<QuestionLanguage, readonly (readonly [string, string])[]>> = {
  en: [
    ['pls|plz|please|thx|thanks|ty|cheers|kindly', ''],
    ['negs', 'negatives'],
    ['neg', 'negative'],
    ['pos', 'positive'],
    ['ls?t(?= (?:wk|week|mon|mth|month|yr|year|night|day|2|3|\\d))|lats|lsat', 'last'],
    ['tihs|ths|thsi|tis(?= (?:week|month|year|quarter|weekend|morning))', 'this'],
    ['las(?= (?:week|month|year|night|quarter|weekend|mon|tue|wed|thu|fri|sat|sun))', 'last'],
    ['wk|wek|weke|wekk|weak(?=[?.! ]*$)', 'week'],
    ['wks', 'weeks'],
    ['hrs?', 'hours'],
    ['yrs?', 'years'],
    ["yday|yest|yesterday's", 'yesterday'],
    ['rn|atm', 'right now'],
    ['cmts?|comms', 'comments'],
    ['ppl|peoples', 'people'],
    ['teh|hte', 'the'],
    ['serch|seach|saerch', 'search'],
    ['langs?', 'language'],
    ['cust\\.?(?= (?:service|support))', 'customer'],
    ['adn|nad', 'and'],
    ['taht|thta', 'that'],
    ['hwo', 'how'],
    ['whcih|wich', 'which'],
    ['wkends?|w/e', 'weekend'],
    ['mths?', 'months'],
    ['mo(?=[?.! ]*$)|mnth', 'month'],
    ['qtr', 'quarter'],
    ['sumari[sz]e|sumarry|sumary', 'summary of'],
    ['custs?', 'customers'],
    ['abt', 'about'],
    ['w/o', 'without'],
    ['w/', 'with '],
    ['avg', 'average'],
    ['batt', 'battery'],
    ['yt', 'YouTube'],
    ['compl(?:s|t|ts)', 'complaints'],
    ['u', 'you'],
    ['r', 'are'],
    ['whats', "what's"],
    ['whos', "who's"],
    ['flip it', ''],
    ['hows', "how's"],
    ['wats?|wut', 'what'],
    ['(vs|versus|than|compared (?:to|with)|against) the (\\d+) (?:before|prior)(?=[?.! ]*$)', '$1 the $2 days before'],
    ['(compare (?:the )?[a-z][^,\\d]{2,40}?) to(?= (?:the )?[a-z])', '$1 with'],
    ['gimme', 'give me'],
    ['lemme', 'let me'],
    ['cuz|coz|bc|b/c', 'because'],
    ['vs\\.', 'vs'],
  ],
  zh: [
    ['咱家', '我们'],
    ['昨儿个?', '昨天'],
    ['今儿个?', '今天'],
    ['前儿个?', '前天'],
    ['这两天', '最近两天'],
    ['这几天', '最近三天'],
    ['上礼拜', '上周'],
    ['这礼拜', '这周'],
    ['(?<!好)差评声', '差评'],
    ['夸赞声|叫好声', '好评'],
  ],
  ja: [
    ['(?:1|一)週間ごと', '週ごと'],
    ['(?:1|一)[かヶカ]月ごと', '月ごと'],
    ['どんくらい', 'どのくらい'],
    ['ネガ(?!ティ)', 'ネガティブ'],
    ['ポジ(?!ティ|ション)', 'ポジティブ'],
    ['てる(?=[?？。]|$)', 'ている'],
  ],
};

/** English words of the trade in questions of other languages, as these say them: "update之后complaint多吗". */
const MIXED: readonly (readonly [string, string, string])[] = [
  ['complaints?|complain(?:ing|ed)?', '抱怨', '不満'],
  ['negative(?: (?:comments?|reviews?))?', '负面评论', 'ネガティブなコメント'],
  ['positive(?: (?:comments?|reviews?))?', '正面评论', 'ポジティブなコメント'],
  ['comments?|reviews?|feedbacks?|posts?', '评论', 'コメント'],
  ['quotes?', '原话', '引用'],
  ['trend', '走势', '推移'],
  ['mood|sentiment', '情绪', '評判'],
  ['topics?|themes?', '话题', '話題'],
  ['sources?|platforms?|channels?', '平台', '媒体'],
  ['summary|overview|recap', '总结', '要約'],
  ['average|avg', '平均', '平均'],
  ['percentage|percent', '百分比', '割合'],
  ['compare', '对比', '比較'],
  ['yesterday', '昨天', '昨日'],
  ['today', '今天', '今日'],
  ['last week', '上周', '先週'],
  ['this week', '这周', '今週'],
  ['last month', '上个月', '先月'],
  ['this month', '这个月', '今月'],
  ['users?|customers?', '用户', 'ユーザー'],
];
const mixed = (at: 1 | 2) =>
  MIXED.map(
    (row) => [new RegExp(`(?<![A-Za-z0-9.-]|[=:：] *)(?:${row[0]})(?![A-Za-z0-9-]| *[=:：])`, 'giu'), row[at]] as const,
  );

const RULES = {
  en: SPELLED_OUT.en.map(
    ([short, long]) => [new RegExp(`(?<![\\p{L}\\p{N}'./-])(?:${short})(?![\\p{L}\\p{N}'/])`, 'giu'), long] as const,
  ),
  zh: [
    ...mixed(1),
    ...[...CANTONESE_WORDS, ...SPELLED_OUT.zh, ...CHINESE_SYNONYMS].map(
      ([short, long]) => [new RegExp(short, 'giu'), long] as const,
    ),
  ],
  ja: [
    ...mixed(2),
    ...[...SPELLED_OUT.ja, ...JAPANESE_SYNONYMS].map(([short, long]) => [new RegExp(short, 'giu'), long] as const),
  ],
};

const EVERYDAY = [...EVERYDAY_TIME, ...EVERYDAY_WORDS, ...EVERYDAY_ASKS].map(
  ([said, plain]) => [new RegExp(`(?<![\\p{L}\\p{N}'-])(?:${said})(?![\\p{L}\\p{N}'])`, 'giu'), plain] as const,
);

/** Words in quotes are looked for as they are written. */
const IN_QUOTES = /(“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*"|《[^》]*》|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}]))/u;

/** Everyday English in the words that the rules know: "top gripes past fortnight" are complaints of two weeks. */
const inPlainWords = (text: string): string =>
  EVERYDAY.reduce((left, [said, plain]) => left.replace(said, plain), text.replace(/\s+/gu, ' '));

const MONTH_EN =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|last month|this month)';
const PART_ZH = '(?:上旬|中旬|下旬|上半月|下半月|前半月|后半月)';
/** "The first half of November against the second half": the month goes without saying. */
const SAME_MONTH: readonly (readonly [RegExp, string])[] = [
  // "The first and the second half of November"
  [
    new RegExp(
      `\\b(first|1st)(?: half)?( (?:and|or|vs\\.?|versus|against|with|to|than|compared (?:to|with)) )(?:the )?(second half|2nd half) of (${MONTH_EN})`,
      'iu',
    ),
    '$1 half of $4$2$3 of $4',
  ],
  // "The first week of November against the second week"
  [
    new RegExp(
      `\\b((?:first|second|third|fourth|last|1st|2nd|3rd|4th) week) of (${MONTH_EN})(.{1,30}?)\\b((?:first|second|third|fourth|last|1st|2nd|3rd|4th))(?: week| one)?(?=\\s*(?:[?.!,]|$))`,
      'iu',
    ),
    '$1 of $2$3$4 week of $2',
  ],
  [/((?:\d+|[一二三四五六七八九十]+|上个|这个|本)月)上下半月/u, '$1上半月和$1下半月'],
  [
    new RegExp(
      `\\b((?:first|second) half) of (${MONTH_EN})(.{1,30}?)\\b((?:first|second) half|beginning|end)\\b(?! of)`,
      'iu',
    ),
    '$1 of $2$3$4 of $2',
  ],
  [new RegExp(`((?:\\d+|[一二三四五六七八九十]+)月)(${PART_ZH})(.{1,6}?)(?<!月)(${PART_ZH})`, 'u'), '$1$2$3$1$4'],
  [/(\d+月)の?(前半|後半|上旬|中旬|下旬)(.{1,6}?)(?<![月の])(前半|後半|上旬|中旬|下旬)/u, '$1$2$3$1$4'],
  // "2月20日与23日": the month of the one is that of the other
  [
    /((?:20\d\d年)?(?:1[0-2]|0?[1-9])月)((?:3[01]|[12]\d|0?[1-9])[日号]?)(\s?(?:和|与|跟|及|、|或|还是|比|对比|对|と|や|or|vs\.?)\s?)((?:3[01]|[12]\d|0?[1-9])[日号])/iu,
    '$1$2$3$1$4',
  ],
];

/** One word is looked for as it is written: 后浪这个词, 神アプデという言葉. */
const ONE_WORD: Readonly<Record<QuestionLanguage, readonly (readonly [RegExp, string])[]>> = {
  en: [],
  zh: [
    [
      /(?<=^|提到|提及|含有?|带有?|有|说|出现|写|里)(?!“|那|这|哪)([\p{Script=Han}]{2,6}?|[a-z0-9]{2,12})(?:这|那)?(?:一|个|两个|几个)(?:词|字眼|詞)/iu,
      '“$1”',
    ],
  ],
  ja: [
    [
      /(?<=^|[、は]|で)(?!「)([\p{Script=Han}\p{Script=Katakana}ー]{2,10})(?:という|って)(?:言葉|単語|ワード)/u,
      '「$1」',
    ],
  ],
};

/** A question with its short forms written out: "neg % last wk pls" becomes "negative % last week". */
export function spelledOut(text: string, language: QuestionLanguage): string {
  // "48hrs": the unit stands apart.
  const apart =
    language === 'en'
      ? text.replace(/(?<=^|\s)#(?= of\b)/u, 'number').replace(/(?<=\d)(?=(?:hrs?|wks?|mins?|days?|weeks?)\b)/giu, ' ')
      : text;
  const whole = [...SAME_MONTH, ...ONE_WORD[language]].reduce(
    (left, [pattern, long]) => left.replace(pattern, long),
    apart,
  );
  const replaced = (part: string): string =>
    RULES[language].reduce((left, [pattern, long]) => left.replace(pattern, long), part);
  return outsideQuotes(whole, (part) => (language === 'en' ? inPlainWords(replaced(part)) : replaced(part)))
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?=[,.?!])/gu, '')
    .trim();
}

const outsideQuotes = (text: string, change: (part: string) => string): string =>
  text
    .split(IN_QUOTES)
    .map((part) => (IN_QUOTES.test(part) ? part : change(part)))
    .join('');
