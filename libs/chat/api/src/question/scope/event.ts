import { ENGLISH_NUMBER, HAN_NUMBER, numberFrom } from '../periods/numerals';
import type { QuestionLanguage } from '../question-language';
import { namesNothing } from './topic';
import { CHINESE_EDGES, CHINESE_WORDS } from './vocabulary.zh';

/** Stands for the event of "since it came out": what that is, another part of the question says. */
export const THAT = 'it';

/** Something that happened, by which a question names its period: "since the update", 道歉之后. */
export interface NamedEvent {
  readonly name: string;
  /** How many days of the time before or after it are meant: "the week after the update". */
  readonly days?: number;
  readonly side: 'after' | 'before' | 'around';
  readonly start: number;
  readonly end: number;
}

const IT_CAME =
  /\b(?<side>since|after|before|from when|from the moment) (?:it|they|this|that) (?:was |were |had |has )?(?:came|come|out|released?|launched|dropped|went|live|shipped|rolled|published|announced|started|arrived)(?: (?:out|live))?\b|(?:自|从)?它?(?:上线|推出|发布|出来|推送)(?:以来|之后|以后|后)|(?:出て|公開され|配信され|リリースされ|始まっ)て?から/iu;
/** "The week before the update and the week after it" */
const BOTH_SIDES =
  /\b(?:the )?(?<number>\w+ )?(?<unit>day|week|month)s? (?:before|prior to) (?:the |our )?(?<name>[\w.'-]+(?: [\w.'-]+){0,2}?) (?:and|vs\.?|versus|against|with|to|compared (?:to|with)) (?:the |that of the )?(?:\w+ )?(?:day|week|month)?s? ?after(?: (?:it|that|the [\w.'-]+))?|(?<zh>[^\s,，。？?！!、]{2,10}?)前(?:的)?(?<zhNumber>[一二两三四五\d]+)(?:个)?(?<zhUnit>天|周|星期|月)(?:和|与|跟|、|对比)(?:之?后|后面)(?:的)?[一二两三四五\d]+(?:个)?(?:天|周|星期|月)|(?<ja>[\p{Script=Han}\p{Script=Katakana}ー]{2,12})の?前(?:の)?(?<jaNumber>[一二三四五\d]+)(?<jaUnit>日間?|週間?)と後(?:の)?[一二三四五\d]+(?:日間?|週間?)/iu;
const ENGLISH: readonly RegExp[] = [
  /\b(?<side>before and after|pre and post|since|after|following|before|until|ahead of|in response to)\s+(?:the |our |their |that |this |latest |recent |new |last |official )*(?<name>[a-z0-9][\w.'-]*(?: [a-z0-9][\w.'-]*){0,3}?)(?: (?:was|were|came|went|got|is|has been))?(?: (?:out|released?|published|launched|posted|issued|dropped|happened|live|release|came out))?(?=\s+(?:on|in|at|for|to|than|compared|did|has|have|how|what|are|is|by|from|and|among)\b|\s{2,}|\s*[?.!,;]|\s*$)/iu,
  /\b(?:has|have|did|does|do|was|is)\s+(?!(?:the |our |their )?(?:mood|sentiment|tone|feelings?|opinions?|perception|reputation|attitudes?|satisfaction)\b)(?:the |our |their |that |this |latest |recent |new |official )*(?<name>[a-z0-9][\w.'-]*(?: [a-z0-9][\w.'-]*){0,3}?)\s+(?:really |actually |even )?(?:help|work|pa(?:y|id) off|ma[kd]e (?:a|any)|improve|calm|ha(?:d|ve) (?:a|an|any)|turn|change|hurt|damage)\w*/iu,
  /\b(?:effects?|impact) of\s+(?:the |our |their |that |this )*(?<name>[a-z0-9][\w.'-]*(?: [a-z0-9][\w.'-]*){0,3}?)(?=\s+(?:on|in|for)\b|\s*[?.!,]|\s*$)/iu,
];
const CHINESE: readonly RegExp[] = [
  /(?<name>[^\s,，。？?！!、]{1,12}?)(?:发布|发出|上线|上市|发售|推送|公布|推出|发表|出来|发生|开放|开始|内测|公测|开放测试|公开测试|测试|上架|开售|官宣|生效|落地|出台|完成|完|发)*(?:了)?(?:的)?(?<side>之?前(?:和|与|跟|、)(?:之)?后|前后|之后|以后|过后|后来|(?<![售最今然背先落])后(?!台|面|续|悔|置|盖|者)|以来|之前|以前|的?那(?:几|[一二两三四五六七八九十\d]+)天|的?那两天|的?那阵子?|的?那段时间|的?那段日子|的?那会儿|的?那时候?|的?那波|期间|的?当天|的?那天|当日|的?那(?:一)?周|的?当周)/u,
  /(?:自从|自打|从)(?<name>[^\s,，。？?！!、]{1,12}?)(?:发布|发出|上线|推送|公布|推出|发表|出来|发生|开放|开始|内测|公测|上架|开售|官宣|生效)+(?:了)?/u,
  /(?:自从|自打)(?<name>[^\s,，。？?！!、]{1,14})(?=[,，\s])/u,
];
const JAPANESE: readonly RegExp[] = [
  /(?<name>[^\s、。？?！!]{1,16}?)(?:の)?(?:発表|公開|配信|リリース|発売|開始|掲載|投稿|した)?(?:の|から)?(?<side>前後|前と後|直後|後|あと|以降|以来|から|前|当日|期間中?|の?頃|(?<!と)の?ころ|(?<=の)ころ|(?<=発表|公開|配信|リリース|発売|開始)日)(?=[にはのでもと、,\s\da-z一二三]|$|評判|ど[うのれ]|良|悪|回復|改善|荒|炎|増|減|変|ネガ|ポジ|コメント|不満|反応|口コミ|好評|件数)/u,
  /(?<name>[^\s、。？?！!]{1,16}?)(?:の)?(?:発表|公開|配信|リリース|発売|開始|掲載|投稿|した)?(?<side>直後|後)(?!半|日|者|継|悔|輩|払|続|回|ろ|期)/u,
];
const FILLERS_ZH =
  /^(?:大家|用户|网友|我们的?|官方的?|公司的?|那封|这封|那篇|这篇|那份|这份|上次|那次|这次|那个|这个|在|自从?|从|那|这|新的?|最新的?|固件的?(?=更新))+/u;
/** Words of questions before the name: 帮我看看, 今天. */
const LEADING_ZH = new RegExp(
  `^(?:${CHINESE_WORDS.source
    .split('|')
    .filter((word) => word.length > 1)
    .join('|')})+(?=.{2})`,
  'u',
);
const PATTERNS: Readonly<Record<QuestionLanguage, readonly RegExp[]>> = { en: ENGLISH, zh: CHINESE, ja: JAPANESE };

/** The event that a question names, in a text of which periods and sources have been blanked out; null where it names none. */
export function namedEvent(rest: string, language: QuestionLanguage): NamedEvent | null {
  const it = IT_CAME.exec(rest);
  if (it && (language !== 'zh' || !/\p{Script=Han}$/u.test(rest.slice(0, it.index))))
    return { name: THAT, side: sideOf(it.groups?.['side']), start: it.index, end: it.index + it[0].length };
  const both = aroundBoth(rest);
  if (both) return both;
  for (const pattern of PATTERNS[language]) {
    const match = pattern.exec(rest);
    const name = match && cleaned(match.groups?.['name'] ?? '', language);
    if (!match || !name) continue;
    const place = { start: match.index, end: match.index + match[0].length };
    const side = match.groups?.['side'];
    return { name, side: sideOf(side), ...daysOf(side), ...withDays(rest, place, language) };
  }
  return null;
}

function aroundBoth(rest: string): NamedEvent | null {
  const match = BOTH_SIDES.exec(rest);
  const groups = match?.groups ?? {};
  const name = groups['name'] ?? groups['zh'] ?? groups['ja'];
  if (!match || !name) return null;
  const number = numberFrom(groups['number'] ?? groups['zhNumber'] ?? groups['jaNumber'] ?? 'one');
  const unit = groups['unit'] ?? groups['zhUnit'] ?? groups['jaUnit'] ?? '';
  const days = (number || 1) * (UNIT_DAYS.find(([, pattern]) => pattern.test(unit))?.[0] ?? 7);
  return {
    name: name.replace(FILLERS_ZH, ''),
    side: 'around',
    days,
    start: match.index,
    end: match.index + match[0].length,
  };
}

/** Days that words like 当天, 那几天 and 直後 mean, from the day of the event on. */
const DAYS_FROM: readonly (readonly [number, RegExp])[] = [
  [1, /当天|那天|当日|^日$/u],
  [7, /周/u],
  [3, /直後|那两天/u],
  [5, /那几天|那阵|那段|那会儿|那时|那波|期间|期間|頃|ころ/u],
];
function daysOf(side = ''): Pick<NamedEvent, 'days'> {
  const counted = numberFrom(/那([一二两三四五六七八九十\d]+)天/u.exec(side)?.[1]);
  const days = counted >= 1 ? counted : DAYS_FROM.find(([, pattern]) => pattern.test(side))?.[0];
  return days ? { days } : {};
}

const UNIT_DAYS: readonly (readonly [number, RegExp])[] = [
  [7, /week|周|星期|礼拜|週/iu],
  [30, /month|月/iu],
  [1, /day|天|日/iu],
];
/** How long a time before or after an event is, in words right before (English) or behind it. */
const SPANS: Readonly<Record<QuestionLanguage, RegExp>> = {
  en: new RegExp(
    `(?:\\b(?:in|for|over|during) )?\\b(?:the )?(?:first )?(?:(?<number>${ENGLISH_NUMBER}) )?(?<unit>days?|weeks?|months?) $`,
    'iu',
  ),
  zh: new RegExp(
    `^(?:的)?(?:各|头|第)?(?<number>${HAN_NUMBER})(?:个)?(?<unit>天|日|周|星期|礼拜|月)(?:内|里|之内|期间)?`,
    'u',
  ),
  ja: new RegExp(`^(?:の|、)?(?:各|最初の)?(?<number>${HAN_NUMBER})(?<unit>日間?|週間?|[かヶカヵ]月間?)`, 'u'),
};

/** The place of an event with the words that say how many days of it are meant. */
function withDays(
  rest: string,
  { start, end }: { readonly start: number; readonly end: number },
  language: QuestionLanguage,
): Pick<NamedEvent, 'days' | 'start' | 'end'> {
  const match = SPANS[language].exec(language === 'en' ? rest.slice(0, start) : rest.slice(end));
  const { number, unit = '' } = match?.groups ?? {};
  const length = number === undefined ? 1 : numberFrom(number);
  const days = length * (UNIT_DAYS.find(([, pattern]) => pattern.test(unit))?.[0] ?? NaN);
  if (!match || !(days >= 1)) return { start, end };
  return language === 'en' ? { days, start: match.index, end } : { days, start, end: end + match[0].length };
}

/** Words of questions that also name what happened. */
const HAPPENED = /^(?:fix|hot ?fix|patch|letter|statement|recall|campaign)$/iu;

function cleaned(name: string, language: QuestionLanguage): string | null {
  if (language === 'en')
    return namesNothing(name) && !HAPPENED.test(name)
      ? null
      : name
          .replace(/\s+(?:on|in|at|of|from|by)$/iu, '')
          .replace(/\b(?:letter|post|release|version|announcement)$/iu, '')
          .trim() || name;
  if (language === 'zh') {
    const named = name.replace(FILLERS_ZH, '').replace(LEADING_ZH, '').replace(FILLERS_ZH, '');
    const plain = named.replace(CHINESE_EDGES, '').replace(CHINESE_EDGES, '');
    return /\p{L}{2}|\d\.\d/u.test(plain) &&
      !/^(?:大家|用户|口碑|情绪|评论|什么|怎么|最近|今天|一周|一天|一个月)/u.test(plain)
      ? plain
      : null;
  }
  const plain = name
    .replace(
      /(?:が|を|の)?(?:出た|出され|出して|発表|公開|あった|行われ|始まっ|配信|リリース)\p{Script=Hiragana}*$/u,
      '',
    )
    .replace(/^.*[はがをに、]/u, '')
    .replace(/の$/u, '');
  return /[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}]{2}|\d\.\d/u.test(plain) &&
    !/^(?:評判|評価|コメント|最近|以)/u.test(plain)
    ? plain
    : null;
}

function sideOf(word = ''): NamedEvent['side'] {
  if (/before and after|pre and post|前后|前後|前(?:和|与|跟|、|と)之?[后後]/iu.test(word)) return 'around';
  return /^(?:before|until|ahead)|前$/iu.test(word) ? 'before' : 'after';
}
