import { LABELS, type Label } from '@moodline/comments/contract';
import { LANGUAGES, type Language } from '@moodline/shared/contract';
import type { QuestionLanguage } from '../question-language';
import { moodWordsIn } from '../words/mood-words';
import { namedLanguages, namedStars } from './named-labels';
import { knownPlaces, namedSources, type Named } from './named-sources';
import { topicsIn, type Topic } from './topic';

/** What a question leaves out: "not from YouTube", 除了微博, 日本語以外. */
export interface Exceptions {
  readonly sources: readonly string[];
  readonly languages: readonly Language[];
  readonly labels: readonly Label[];
  readonly stars: readonly number[];
  readonly topics: readonly Topic[];
  /** Words of an exception that name nothing that can be left out. */
  readonly unread: string | null;
  /** The text with the exceptions blanked out. */
  readonly rest: string;
}

interface Rule {
  /** `what` is what is left out. */
  readonly pattern: RegExp;
  /** Without a name behind it these words are no exception ("not good", 不算差). */
  readonly needsName?: boolean;
  /** Something else is meant in its place: it is dropped, and what has it is not left out. */
  readonly drops?: boolean;
}

const PREPOSITIONS = '(?:(?:from|on|in|about|of|for|the|any|our|mentioning|mention|talking about|written in)\\s+)*';
const WHAT_EN = '(?<what>[^,.;?!:()]{1,60})';
/** Where the thing that is left out ends. */
const ENDS_EN =
  /\s+(?:in|during|since|last|this|over|on|from|for|how|what|which|who|whose|why|where|when|is|are|did|do|does|was|were|has|have|that|comments?|reviews?|between|before|after|today|yesterday|please|than|compared|say|said)\b.*$/iu;
const ENDS_ZH =
  /(?:的|里|中|上)?(?:评论|评价|反馈|用户|渠道|平台|来源|声音|内容|情况|部分|其他|其它|其余|别的|剩下|还有|都|的话|是|有)\S*$/u;

const RULES: Readonly<Record<QuestionLanguage, readonly Rule[]>> = {
  en: [
    {
      pattern: new RegExp(
        `\\b(?:forget(?: about)?|never ?mind|rather than|instead of|not the)\\s+${PREPOSITIONS}${WHAT_EN}`,
        'iu',
      ),
      needsName: true,
      drops: true,
    },
    {
      pattern: new RegExp(
        `\\b(?:except(?:ing)?(?: for)?|excluding|exclude|excl\\.?|other than|apart from|aside from|(?:any|every)(?:thing|where|one) but|all but|but not|leaving out|leave out|ignoring|ignore|minus|outside(?: of)?|besides|not counting|not including|omit(?:ting)?|skip(?:ping)?)\\s+${PREPOSITIONS}${WHAT_EN}`,
        'iu',
      ),
    },
    {
      pattern: new RegExp(
        // "Not arriving" and "doesn't charge" say what happens, and leave nothing out.
        `(?:\\b(?:not|never|without)\\s+(?!(?!mention|regard|concern|includ|count)[a-z]+ing\\b)|n't\\s+(?=(?:come|came|mention|about|written|posted|from|on|in|of)\\b))(?:(?:come|came|mention|about|written|posted)\\s+)?${PREPOSITIONS}${WHAT_EN}`,
        'iu',
      ),
      needsName: true,
    },
    { pattern: /\bnon-(?<what>[\p{L} -]{2,30})/iu, needsName: true },
  ],
  zh: [
    {
      pattern: /(?:先?不管|先?不说|先?别管|(?<!是)不是)(?<what>[^，,。？?！!]{1,16})(?=[，,](?!其他|其它)|而是)/u,
      needsName: true,
      drops: true,
    },
    {
      pattern:
        /除(?:了|去|开|掉)?(?<what>[^，,。？?！!]{1,20}?)(?:以外|之外|外)(?:的|，|,|、|\s)*(?:其他|其它|其余|别的|剩下|剩余)?的?/u,
    },
    {
      pattern: /除(?:了|去|开|掉)(?<what>[^，,。？?！!]{1,20}?)(?=[，,]|其他|其它|其余|别的|都|还|$)/u,
    },
    {
      pattern:
        /(?:排除|剔除|去掉|去除|刨去|刨掉|刨除|抛开|撇开|扣除|不算上?|不含|不包含|不包括|不计入?|不统计|别算|不看(?!好)|别看|(?<!要)不要(?!紧))(?<what>[^，,。？?！!]{1,20})/u,
      needsName: true,
    },
    { pattern: /(?:非|(?<!是)不是|不在)(?<what>[^，,。？?！!]{1,16})/u, needsName: true },
    { pattern: /(?:(?<!有)没有?|未|(?<![提说])不)(?:提到|提及|提|说到|涉及|谈到|讲到)(?<what>[^，,。？?！!]{1,16})/u },
    { pattern: /(?<what>[^，,。？?！!\s]{1,12}?)(?:以外|之外)的?(?:其他|其它)?/u },
    {
      pattern:
        /(?<what>[^，,。？?！!]{1,14}?)(?:的)?(?:评论)?(?:先|都|就|暂时)?(?:不算|除外|不计|不看)(?:在内|进去|了)?(?=[，,。？?！!]|$)/u,
      needsName: true,
    },
  ],
  ja: [
    {
      pattern:
        /(?<what>[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}][\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}ー・、とや .]*?)(?:の?(?:コメント|投稿|話|こと))?(?:は|を)?(?:以外|除(?:い|く|き|外)|抜き|含ま(?:ない|ず)|を?抜いて|に触れていない)(?:て|た|の|で|に|は)*/u,
    },
    {
      pattern:
        /(?<what>[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}][\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}ー・ ]*?)(?:では|じゃ)なくて?/u,
      needsName: true,
      drops: true,
    },
    {
      pattern:
        /(?<what>[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}][\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}ー・ ]*?)(?:では|じゃ)ない/u,
      needsName: true,
    },
  ],
};

const blank = (text: string, { start, end }: { start: number; end: number }): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

/** Reads what a question leaves out. Words that count ("not the number but the share") are left out of the text alone. */
export function exceptionsIn(
  text: string,
  language: QuestionLanguage,
  sources: readonly { readonly name: string }[],
): Exceptions {
  let found: Exceptions = { sources: [], languages: [], labels: [], stars: [], topics: [], unread: null, rest: text };
  for (const { pattern, needsName, drops } of RULES[language]) {
    const match = pattern.exec(found.rest);
    if (!match) continue;
    const what = wordsOf(match.groups?.['what'] ?? '', language);
    const read = readWhat(what, language, sources);
    if (!read) {
      const whole = { start: match.index, end: match.index + match[0].length };
      if (namesMeasure(what)) found = { ...found, rest: blank(found.rest, whole) };
      else if (!needsName) found = { ...found, unread: match[0].trim() };
      continue;
    }
    const end =
      match.index + match[0].indexOf(what, match[0].length - (match.groups?.['what'] ?? '').length) + what.length;
    const span = language === 'en' ? { start: match.index, end } : spanOf(match, what);
    found = drops
      ? { ...found, rest: blank(found.rest, span) }
      : {
          sources: [...found.sources, ...read.sources],
          languages: [...found.languages, ...read.languages],
          labels: [...found.labels, ...read.labels],
          stars: [...found.stars, ...read.stars],
          topics: [...found.topics, ...read.topics],
          unread: found.unread,
          rest: blank(found.rest, span),
        };
  }
  return found;
}

/** The match up to the end of what is left out, with words like 以外 behind it. */
function spanOf(match: RegExpExecArray, what: string): { start: number; end: number } {
  const written = match.groups?.['what'] ?? '';
  const cut = written.length - what.length;
  const behind = match[0].length - match[0].indexOf(written) - written.length;
  return { start: match.index, end: match.index + match[0].length - (behind === 0 ? cut : 0) };
}

function wordsOf(what: string, language: QuestionLanguage): string {
  if (language === 'en') return what.replace(ENDS_EN, '').trimEnd();
  return language === 'zh' ? what.replace(/的.*$/u, '').replace(ENDS_ZH, '') : what;
}

/** 条数, "the number", 件数: what is measured and not what is left out. */
const namesMeasure = (what: string): boolean =>
  /^(?:the |a )?(?:number|count|total|percentage|share|net mood)s?\b|^(?:条数|数量|总数|占比|比例|百分比|件数|割合|数|比率)/iu.test(
    what,
  );

function readWhat(
  what: string,
  language: QuestionLanguage,
  sources: readonly { readonly name: string }[],
): Omit<Exceptions, 'unread' | 'rest'> | null {
  if (!what.trim() || knownPlacesOnly(what, sources)) return null;
  const named = namedSources(what, sources);
  const places = named.reduce((left: string, place: Named<unknown>) => blank(left, place), what);
  const { languages, rest: noLanguages } = namedLanguages(places, language);
  const { stars, rest: noStars } = namedStars(noLanguages);
  const { labels, rest } = moodWordsIn(noStars, language);
  const topics = topicsIn(rest, language);
  if (!named.length && !languages.length && !stars.length && !labels.length && !topics.length) return null;
  return { sources: named.map(({ thing }) => thing.name), languages, labels, stars, topics };
}

const knownPlacesOnly = (what: string, sources: readonly { readonly name: string }[]): boolean =>
  namedSources(what, sources).length === 0 && knownPlaces(what).length > 0;

/** What is left of all of a kind; where nothing is left out, nothing is narrowed. */
const others = <Item>(all: readonly Item[], without: readonly Item[]): Item[] =>
  without.length ? all.filter((one) => !without.includes(one)) : [];

/** Languages, labels and stars that an exception leaves. */
export const leftBy = ({ languages, labels, stars }: Pick<Exceptions, 'languages' | 'labels' | 'stars'>) => ({
  languages: others(LANGUAGES, languages),
  labels: others(LABELS, labels),
  stars: others([1, 2, 3, 4, 5], stars),
});
