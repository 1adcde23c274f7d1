import type { QuestionLanguage } from '../question-language';
import { namesNothing } from './topic';
import { CHINESE_EDGES } from './vocabulary';

/** Something that happened, by which a question names its period: "since the update", 道歉之后. */
export interface NamedEvent {
  readonly name: string;
  readonly side: 'after' | 'before' | 'around';
  readonly start: number;
  readonly end: number;
}

const ENGLISH: readonly RegExp[] = [
  /\b(?<side>before and after|pre and post|since|after|following|before|until|ahead of|in response to)\s+(?:the |our |their |that |this |latest |recent |new |last |official )*(?<name>[a-z0-9][\w.'-]*(?: [a-z0-9][\w.'-]*){0,3}?)(?: (?:was|were|came|went|got|is|has been))?(?: (?:out|released?|published|launched|posted|issued|dropped|happened|live|release|came out))?(?=\s+(?:on|in|at|for|to|than|compared|did|has|have|how|what|are|is|by|from|and|among)\b|\s{2,}|\s*[?.!,;]|\s*$)/iu,
  /\b(?:has|have|did|does|do|was|is)\s+(?:the |our |their |that |this |latest |recent |new |official )*(?<name>[a-z0-9][\w.'-]*(?: [a-z0-9][\w.'-]*){0,3}?)\s+(?:really |actually |even )?(?:help|work|pa(?:y|id) off|ma[kd]e (?:a|any)|improve|calm|ha(?:d|ve) (?:a|an|any)|turn|change|hurt|damage)\w*/iu,
  /\b(?:effects?|impact) of\s+(?:the |our |their |that |this )*(?<name>[a-z0-9][\w.'-]*(?: [a-z0-9][\w.'-]*){0,3}?)(?=\s+(?:on|in|for)\b|\s*[?.!,]|\s*$)/iu,
];
const CHINESE: readonly RegExp[] = [
  /(?<name>[^\s,，。？?！!、]{1,12}?)(?:发布|发出|上线|推送|公布|推出|发表|出来|发生|发)?(?:了)?(?:的)?(?<side>前后|之后|以后|过后|后来|后|以来|之前|以前)(?!台|面|续|悔|置|盖|者)/u,
  /(?:自从|从)(?<name>[^\s,，。？?！!、]{1,12}?)(?:发布|发出|上线|推送|公布|推出|发表|出来|发生)(?:了)?/u,
];
const JAPANESE: readonly RegExp[] = [
  /(?<name>[^\s、。？?！!]{1,16}?)(?:の)?(?:発表|公開|配信|リリース|掲載|投稿|した)?(?:の|から)?(?<side>前後|後|あと|以降|以来|から|前)(?=[にはのでもと、,\s]|$|評判|どう|良|悪|回復|改善)/u,
];
const FILLERS_ZH =
  /^(?:大家|用户|网友|我们的?|官方的?|公司的?|那封|这封|那次|这次|那个|这个|在|自从?|从|那|这|新的?|最新的?|固件的?(?=更新))+/u;
const PATTERNS: Readonly<Record<QuestionLanguage, readonly RegExp[]>> = { en: ENGLISH, zh: CHINESE, ja: JAPANESE };

/** The event that a question names, in a text of which periods and sources have been blanked out; null where it names none. */
export function namedEvent(rest: string, language: QuestionLanguage): NamedEvent | null {
  for (const pattern of PATTERNS[language]) {
    const match = pattern.exec(rest);
    const name = match && cleaned(match.groups?.['name'] ?? '', language);
    if (!match || !name) continue;
    return { name, side: sideOf(match.groups?.['side']), start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function cleaned(name: string, language: QuestionLanguage): string | null {
  if (language === 'en')
    return namesNothing(name)
      ? null
      : name.replace(/\b(?:letter|post|release|version|announcement)$/iu, '').trim() || name;
  if (language === 'zh') {
    const plain = name.replace(FILLERS_ZH, '').replace(CHINESE_EDGES, '').replace(CHINESE_EDGES, '');
    return /\p{L}{2}/u.test(plain) && !/^(?:大家|用户|口碑|情绪|评论|什么|怎么|最近|今天|一周|一天|一个月)/u.test(plain)
      ? plain
      : null;
  }
  const plain = name.replace(/^.*[はがをに、]/u, '').replace(/の$/u, '');
  return /[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}]{2}/u.test(plain) &&
    !/^(?:評判|評価|コメント|最近|以)/u.test(plain)
    ? plain
    : null;
}

function sideOf(word = ''): NamedEvent['side'] {
  if (/before and after|pre and post|前后|前後/iu.test(word)) return 'around';
  return /^(?:before|until|ahead)|前$/iu.test(word) ? 'before' : 'after';
}
