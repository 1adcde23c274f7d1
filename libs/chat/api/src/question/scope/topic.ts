import type { QuestionLanguage } from '../question-language';
import { moodWordsIn } from '../words/mood-words';
import { inflections } from './inflections';
import { TOPIC_WORDS, topicRow, wideRow } from './topic-words';
import { isGeneralWord, standsForThing } from '../words/general-words.en';
import { ENGLISH_WORDS } from './vocabulary';
import { JAPANESE_WORDS } from './vocabulary.ja';
import { CHINESE_EDGES, CHINESE_WORDS } from './vocabulary.zh';

/** Something that a question is about. */
export interface Topic {
  readonly words: string;
  /** Stands in quotes, or where a topic stands: behind "about", 关于, before について. It is one even if no comment has it. */
  readonly sure: boolean;
  /** In quotes: these words in this order and no other form of them. */
  readonly exact: boolean;
  /** Stands behind another one as an alternative to it: "battery and sound". */
  readonly listed: boolean;
}

const AND_BEFORE =
  /(?:,|\band\b|\bor\b|&|\/|\bvs\.?|\bversus\b|\bwith\b|\bto\b|[和与跟及或、]|或者|还是|以及|还有|と|や|か|または|もしくは|あるいは)\s*(?:the |our |about )*$/iu;
/** Whether what begins here stands behind something else as an alternative to it. */
export const isListedAt = (text: string, start: number): boolean =>
  AND_BEFORE.test(text.slice(Math.max(0, start - 20), start));

const QUOTED =
  /“([^”]{1,40})”|「([^」]{1,40})」|『([^』]{1,40})』|"([^"]{1,40})"|《([^》]{1,40})》|(?<![\p{L}\p{N}])'([^']{2,40})'(?![\p{L}\p{N}])/gu;
const BEFORE_TOPIC =
  /\b(?:about|regarding|concerning|of|on|with|for|mention(?:s|ing|ed)?|like|from|in|to|at|by)\s+(?:(?:the|our|my|this|that|its|their|your|a|an)\s+)?$/iu;
/** Words that hold one of the vocabulary and are something of their own. */
const WHOLE =
  /不具合|初期不良|電池もち|電池持ち|着け心地|使い心地|取り出し|更新|客户端|用户体验|用户界面|人工客服|性价比|问题反馈入口|更换|说明书|数据线|耳机(?:盒|套|仓|线)|声音大小|使用说明|内容推荐|消息提醒|客户经理|点击|触控|変換|評価機能|会员费|会员|按键|分期付款|分期|发布会|三包|上架|下架|下单|下载|二手|以旧换新|会场|内存|到货|差价|多设备|天线|密码|指示灯|查找|电量显示|看不清|第三方|裂开|过敏|评分系统|中音|配对失败|配对成功|配对|售后服务|售后|服务态度|客服态度|上市(?!以来|之后|以后|后|之前|前|至今|那)|(?<![户商费者家友场界面同对疑评持些么哪啥种要论区台的听到有没官])声音|(?<!の)対応(?=の評判|ってどう|に不満)|(?<!什么|哪些|哪个|啥|新)功能|公式サイト|取扱説明書|説明書|おまけ|匂い|臭い|重さ|軽さ|大きさ|付け心地|風切り音|領収書|謝罪文|接続切れ|多点接続|充電時間|新製品|探す機能/gu;
const CHINESE_COUNTS = /(?:\d+|[一二两三四五六七八九十几]+)(?:条|个|句|则|段|大|次|人|名|天|成|种)(?:人|用户)?/gu;
const JAPANESE_COUNTS = /(?:\d+|[一二三四五六七八九十]+)(?:件|つ|個|人|回|割|位|点)/gu;
/** 2.4, 2.4.1: a version is looked for as it is written. */
const VERSION = /(?<![\d.])\d+(?:\.\d+)+/gu;
/** 贵不贵, 好不好: whether something is so. */
const WHETHER = /(\p{Script=Han}{1,2})[不没]\1/gu;
/** Kanji with an ending in kana: a verb or an adjective, and no thing. */
const INFLECTED = /^\p{Script=Han}+\p{Script=Hiragana}+$/u;
const PUNCTUATION = /[\s,，。.?？!！、;；:：“”"'()（）「」『』《》…~～·/%&+-]+/u;
/** 说好听的有多少条: what comments are counted by is what they say, where it is no mood and no name that is read anyway. */
const SAYS_ZH =
  /(?:[说喊]|觉得|认为|表示)(?:它|是|太|很|挺|有点)?(?<what>\p{Script=Han}{2,6}?)的(?:人|评论|用户|留言|帖子|网友)?(?=有|占|多|比例|一共|总共|是多少)/u;
const blank = (text: string): string => ' '.repeat(text.length);

/** The topics of a question of which everything else has been read and blanked out, in the order of the text. */
export function topicsIn(rest: string, language: QuestionLanguage): Topic[] {
  const quoted = [...rest.matchAll(QUOTED)].map((match) => match.slice(1).find(Boolean)?.trim() ?? '');
  const said = language === 'zh' ? saidInChinese(rest) : null;
  const exact = [...quoted, ...(said ? [said] : [])]
    .filter(Boolean)
    .map((words) => ({ words, sure: true, exact: true, listed: true }));
  const open = rest.replace(QUOTED, blank);
  const found = { en: englishTopics, zh: chineseTopics, ja: japaneseTopics }[language](open);
  return exact.length ? exact : distinct(found);
}

function saidInChinese(text: string): string | null {
  const what = SAYS_ZH.exec(text)?.groups?.['what'];
  if (!what || /[什么啥哪谁几多]/u.test(what) || holdsMood(what) || what.search(CHINESE_NAMES) >= 0) return null;
  return what;
}

/** 很失望, 不好: how people feel about things, and no thing that they say. */
const holdsMood = (words: string): boolean =>
  moodWordsIn(words, 'zh').labels.length > 0 || /^(?:不|很|太|挺|真|更|还)?(?:好|差|坏|行|满意|可以|错)$/u.test(words);

const CHINESE_NAMES = new RegExp(
  TOPIC_WORDS.flatMap(({ zh }) => zh)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'u',
);

const distinct = (topics: readonly Topic[]): Topic[] =>
  topics.filter(
    ({ words }, index) => topics.findIndex((other) => other.words.toLowerCase() === words.toLowerCase()) === index,
  );

const saysNothing = (word: string): boolean =>
  ENGLISH_WORDS.has(word) ||
  isGeneralWord(word) ||
  /^\d+(?:st|nd|rd|th)?$/.test(word) ||
  (word.includes('-') && !topicRow(word) && word.split('-').every(saysNothing));

/** Whether English words name nothing: all of them are words of questions. */
export const namesNothing = (words: string): boolean =>
  (words.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'.-]*/gu) ?? []).every(saysNothing);

/** Listed names of several words, of which some are words of questions ("customer service"), and single words. */
const NAMES_AND_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${TOPIC_WORDS.flatMap(({ en }) => en.filter((name) => /\s/.test(name)))
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![\\p{L}\\p{N}])|[\\p{L}\\p{N}][\\p{L}\\p{N}.'+#-]*`,
  'giu',
);

function englishTopics(text: string): Topic[] {
  const topics: { words: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(NAMES_AND_WORDS)) {
    const word = match[0].replace(/(?:'s|[.'-]+)$/u, '');
    if (/\s/.test(word)) {
      topics.push({ words: word, start: match.index, end: -1 });
      continue;
    }
    const end = match.index + word.length;
    const isThing = standsForThing(word.toLowerCase(), text.slice(0, match.index), text.slice(end));
    if ((saysNothing(word.toLowerCase()) && !isThing) || word.length < 2) continue;
    const last = topics.at(-1);
    if (last && /^[ -]$/.test(text.slice(last.end, match.index))) {
      last.words += ` ${word}`;
      last.end = end;
    } else topics.push({ words: word, start: match.index, end });
  }
  return topics.map(({ words, start }) => ({
    words,
    sure: BEFORE_TOPIC.test(text.slice(0, start)),
    exact: false,
    listed: isListedAt(text, start),
  }));
}

function chineseTopics(text: string): Topic[] {
  const versions = [...text.matchAll(VERSION)].map(([version]) => version);
  const kept = [...[...text.matchAll(WHOLE)].map(([word]) => word), ...versions];
  const about =
    /(?:关于|有关|提到|提及|说到|聊到|对|对于|针对|怎么看待?|怎么评价|怎么说|如何看待?|如何评价|评价一下|抱怨|吐槽|夸|喜欢|讨厌)\s*([^\s,，。?？]+)/u.exec(
      text,
    )?.[1] ?? '';
  const chunks = text
    .replace(WHOLE, blank)
    .replace(VERSION, blank)
    .replace(CHINESE_COUNTS, blank)
    .replace(WHETHER, blank)
    .replace(CHINESE_WORDS, blank)
    .split(new RegExp(`${PUNCTUATION.source}|[和与跟及或]|或者|还是|以及`, 'u'))
    .map(trimmed)
    .filter((chunk) => (/[\p{L}]{2}|\p{L}\p{N}|\p{N}\.\p{N}/u.test(chunk) || wideRow(chunk)) && !/^\d+$/.test(chunk));
  return inOrder([...kept, ...chunks], text).map((words) => ({
    words,
    sure: about.includes(words) || versions.includes(words),
    exact: false,
    listed: isListedAt(text, text.indexOf(words)),
  }));
}

/** In the order of the text, which tells what stands behind an "and". */
const inOrder = (words: readonly string[], text: string): string[] =>
  [...words].sort((a, b) => text.indexOf(a) - text.indexOf(b));

function trimmed(chunk: string): string {
  for (let before = chunk; ; before = chunk) {
    chunk = chunk.replace(CHINESE_EDGES, '').trim();
    if (chunk === before) return chunk;
  }
}

const JAPANESE = new Intl.Segmenter('ja', { granularity: 'word' });
const SINGLES = new Set(JAPANESE_WORDS.source.split('|').filter((word) => word.length === 1));
const VOCABULARY = new Set(JAPANESE_WORDS.source.split('|'));
/** Listed names of which the vocabulary or the segmenter would take a part: 装着感, and nouns made of verbs: 値下げの, 音漏れは. */
const JAPANESE_NAMES = new RegExp(
  `${TOPIC_WORDS.flatMap(({ ja }) => ja.filter((name) => /\p{Script=Han}/u.test(name) && !VOCABULARY.has(name)))
    .sort((a, b) => b.length - a.length)
    .join(
      '|',
    )}|(?:値[上下]げ|音漏れ|音割れ|音飛び|途切れ|聞こえ方|締め付け|払い戻し|問い合わせ|取り替え|持ち運び|売り切れ|品切れ|色落ち|肌触り|手触り|見た目|使い方|遅れ|蒸れ)(?!た|て|ま)`,
  'gu',
);
const LONGER = new RegExp(
  JAPANESE_WORDS.source
    .split('|')
    .filter((word) => word.length > 1)
    .join('|'),
  'gu',
);

function japaneseTopics(text: string): Topic[] {
  const names = text.replace(WHOLE, blank);
  const kept = [...text.matchAll(WHOLE), ...names.matchAll(JAPANESE_NAMES), ...names.matchAll(VERSION)].map(
    ([word]) => word,
  );
  const open = names
    .replace(JAPANESE_NAMES, blank)
    .replace(VERSION, blank)
    .replace(JAPANESE_COUNTS, blank)
    .replace(LONGER, blank);
  const chunks: string[] = [];
  let joins = false;
  for (const { segment } of JAPANESE.segment(open)) {
    const word = segment.trim();
    const tells =
      /[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}]/u.test(word) &&
      !SINGLES.has(word) &&
      !INFLECTED.test(word) &&
      !/^[ー・]+$/.test(word);
    if (tells && joins) chunks.push(`${chunks.pop() ?? ''}${word}`);
    else if (tells) chunks.push(word);
    joins = tells;
  }
  return inOrder([...kept, ...chunks], text)
    .map((words) => words.replace(/^[ー・]+|[ー・]$/gu, (edge) => (edge === 'ー' ? edge : '')))
    .filter((words) => /[\p{L}]{2}|\p{Script=Han}|\p{N}\.\p{N}/u.test(words))
    .map((words) => ({
      words,
      sure: new RegExp(
        `${words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?:について|に関し|に関する|のこと|への|に対する|は?どう|を(?:褒|ほめ)|に(?:不満|満足))`,
        'u',
      ).test(text),
      exact: false,
      listed: isListedAt(text, text.indexOf(words)),
    }));
}

const DESCRIBED = /\b(?<how>new|old|newer|older|original|previous|former|broken|faulty|cheap|expensive|free)\s+$/iu;

/** "Water damage", "flight 1222": what befell it, or its number. */
const GOES_ON =
  /^ (?<more>(?:damage|loss|failure|resistance|proofing|leaks?|shortage)\b|#?\d{2,5}(?=\s*(?:[?.!,]|$)))/iu;

/** "The new planes": what tells one kind of a thing from another stays with it; things that everybody talks about are told of as a whole. */
export function asDescribed(topic: Topic, text: string): Topic {
  if (topic.exact || topicRow(topic.words) || !/^[a-z][a-z '-]*$/iu.test(topic.words)) return topic;
  const at = text.toLowerCase().indexOf(topic.words.toLowerCase());
  const how = at > 0 ? DESCRIBED.exec(text.slice(0, at))?.groups?.['how'] : undefined;
  const more = at >= 0 ? GOES_ON.exec(text.slice(at + topic.words.length))?.groups?.['more'] : undefined;
  return { ...topic, words: [how?.toLowerCase(), topic.words, more].filter(Boolean).join(' ') };
}

/**
 * A topic as the search box understands it. English words also count in their other forms (charging, charge, charged); words in
 * quotes stand as they are.
 */
export function topicQuery({ words, exact }: Pick<Topic, 'words' | 'exact'>): string {
  if (exact || !/^[\x20-\x7e]+$/.test(words))
    return /\s/.test(words) ? `"${words.replaceAll('"', '')}"` : words.replaceAll('"', '');
  return words
    .split(/\s+/)
    .map((word) => inflections(word.replace(/["*|]|^-+/g, '')).join(' OR '))
    .join(' ');
}
