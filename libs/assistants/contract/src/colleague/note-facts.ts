import type { Language } from '@moodline/shared/contract';

/** Languages that notes are read in. */
export type NoteLanguage = Exclude<Language, 'und'>;

/** What of notes may not be lost: numbers, days and months, and names. As they are written there. */
export interface NoteFacts {
  readonly numbers: readonly string[];
  readonly days: readonly string[];
  readonly names: readonly string[];
}

const NUMBER = /\p{Nd}+(?:[.,:/-]\p{Nd}+)*/gu;
const DAY: Readonly<Record<NoteLanguage, RegExp>> = {
  en: /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|april|june|july|august|september|october|november|december)\b|\b(?:march|may)(?= \d)|(?<=\d )(?:march|may)\b|\b(?:today|tonight|tomorrow|noon|next week|next month|this week)\b/giu,
  zh: /(?:下|本|这|上)?(?:周|星期|礼拜)[一二三四五六日天]|今天|明天|后天|昨天|[下本上](?:周|个?月)|月底|月初|[上下]午|中午/gu,
  ja: /[月火水木金土日]曜日?|本日|今日|明日|明後日|昨日|[来今先](?:週|月)|月末|午[前後]/gu,
};
/** Words with a capital that are no names: the first of a sentence and what mails begin and end with are left out elsewhere. */
const NO_NAME = new Set(
  'i i’m i’ll i’ve monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);
const EAST_NAME: Readonly<Record<'zh' | 'ja', RegExp>> = {
  // A surname and what somebody is called by: the sign before it may belong to another word.
  zh: /[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文伊佐铃]\p{Script=Han}{0,2}?(?:经理|总监|先生|女士|老师|主任|主管|部长|教授)/gu,
  ja: /[\p{Script=Han}\p{Script=Katakana}ー]{1,8}(?:さん|様|部長|課長|社長|係長|先生)/gu,
};
const LATIN_NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*(?:[-'’][\p{L}\p{N}]+)*/gu;
const SENTENCE_START = /(?:^|[.!?:\n•-])\s*["“(]?$/u;

/** Numbers, days and names in a text. In English the first word of a sentence is no name unless it has a number or several capitals in it. */
export function noteFacts(text: string, language: NoteLanguage): NoteFacts {
  const folded = text.normalize('NFKC');
  const unique = (found: Iterable<string>) => [...new Set(found)];
  const latin = [...folded.matchAll(LATIN_NAME)]
    .filter(({ index, 0: word }) => !NO_NAME.has(word.toLowerCase()) && !isFirst(folded, index, word, language))
    .map(([word]) => word);
  const east = language === 'en' ? [] : (folded.match(EAST_NAME[language]) ?? []);
  return {
    numbers: unique(folded.match(NUMBER) ?? []),
    days: unique((folded.match(DAY[language]) ?? []).map((day) => day.toLowerCase())),
    names: unique([...latin, ...east]),
  };
}

function isFirst(text: string, index: number, word: string, language: NoteLanguage): boolean {
  if (language !== 'en' || /\p{N}|\p{Lu}.*\p{Lu}/u.test(word)) return false;
  return SENTENCE_START.test(text.slice(Math.max(0, index - 4), index));
}
