import type { Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { problemTerms } from './named-problem';
import { sentencesOf } from './promises';

type Spoken = Exclude<Language, 'und'>;

/** What a sentence of an answer does: is sorry, thanks, asks for something or says that it is looked at. Others only say something about the comment. */
const DOES: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:sorry|apolog\w*|thank\w*|please|we(?:'ll| will| are|'re| have)|look(?:ing)? into|check\w*|understand\w*|appreciate|hear|let us know|can you|could you|would you|glad|happy)\b/iu,
  zh: /抱歉|对不起|不好意思|歉意|理解|感谢|谢谢|多谢|请|核实|核查|查|跟进|反馈|转给|了解|确认|处理|看到|高兴|开心|欢迎/u,
  ja: /申し訳|お詫び|すみません|恐れ入り|ありがと|お知らせ|ご連絡|お送り|DM|いただけ|確認いたし|確認します|確認させ|承知|お世話|お控え|お察し|お困り|ご不便|感謝|うれし|嬉し|お伺い|お聞かせ/u,
};
/** Tells the customer that it is how it should be, or to see to it alone. */
const SENDS_AWAY: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:is|are|was|that's|it's)\s+(?:quite |perfectly |completely |very )?normal\b|\byou should (?:have|be)\b|\bthe name of the person\b/iu,
  zh: /(?:很|是|属于|完全)正常|不是问题|没(?:有)?问题/u,
  ja: /正常です|普通です|問題(?:は)?ありません|(?:確認|対応)(?:は|が)?(?:でき(?:ません|かねます)|いたしかねます)|確認してみて|してみてください/u,
};
/** Nobody who complains has said that he likes it. */
const THANKS_FOR_LIKING = /谢谢[您你](?:对\S{1,8})?的?(?:喜欢|喜爱|支持)/u;
const SORRY = /sorry|apolog|抱歉|对不起|不好意思|歉意|申し訳|お詫び|すみません/iu;
/** Nobody who may be trusted asks for these. */
const SECRET = /passw(?:or)?d|\bpin\b|credit card|card number|密码|验证码|银行卡|身份证|パスワード|暗証|カード番号/iu;
const REQUESTS = /\b(?:please|send|DM|tell|give)\b|请|发给|提供|DM|ください|お送り|お知らせ/iu;
/** Nothing that anybody is sorry about. */
const NOT_SORRY_FOR =
  /\b(?:sorry|apologi[sz]e)(?: to hear)?(?: that)?,? you(?:'ve| have)? (?:forgave|forgiven?|loved?|liked?|enjoy\w*|bought|purchased|trust\w*|are (?:happy|satisfied|pleased))\b/iu;
/** Nobody is sorry "if" in Japanese. */
const NOT_JOINED = /(?<!こ)と[、,]?\s*(?:大変|誠に)?(?:申し訳|お詫び)/u;
/** What everybody is sorry for, whatever happened. */
const USUAL =
  /^(?:sorry|apolog\w*|troub\w*|incon\w*|hear|read|experi\w*|issue\w*|frust\w*|disap\w*|wait\w*|delay\w*|cause\w*|happen\w*)$/iu;
const USUAL_SIGNS =
  /^[很非常为给您带来的造成了不便困扰此对让久等体验好我们表示深感到万分十抱歉不好意思愉快影响使用真是，、。！!,. ]*$/u;
const USUAL_KANA = /ご(?:迷惑|不便|不快|心配)|お待たせ|お手数|お困り/u;
const ASKS_NUMBER = /\byour (?!order\b|serial\b|model\b)(\w+) (?:number|id)\b/iu;

/** What is answered. Praise may be answered with more than thanks. */
interface Commented {
  readonly text: string;
  readonly language: Language;
  readonly label?: Label;
}

/**
 * Why a sentence that a model wrote does not belong into an answer to a comment: it `asks` for a number that nobody has, or for a secret, or it `says` what no answer says.
 * Null where it may stand.
 */
export function aimlessBecause(sentence: string, { text, language, label }: Commented): 'asks' | 'says' | null {
  const spoken = language === 'und' ? 'en' : language;
  const [, number] = (spoken === 'en' && ASKS_NUMBER.exec(sentence)) || [];
  // "Your room number" may be asked for where there was a room.
  if (number && !text.toLowerCase().includes(number.toLowerCase().slice(0, 4))) return 'asks';
  if (SECRET.test(sentence) && REQUESTS.test(sentence)) return 'asks';
  if (SENDS_AWAY[spoken].test(sentence)) return 'says';
  if (label !== 'positive' && (!DOES[spoken].test(sentence) || THANKS_FOR_LIKING.test(sentence))) return 'says';
  return SORRY.test(sentence) && !isSorryForThat(sentence, text, spoken) ? 'says' : null;
}

/** Whether one of the sentences of a draft does not belong into an answer to a comment. */
export const isAimless = (draft: string, commented: Commented): boolean =>
  sentencesOf(draft).some((sentence) => aimlessBecause(sentence, commented) !== null);

/** Sorry in general, or for something that the comment speaks of. */
function isSorryForThat(sentence: string, comment: string, spoken: Spoken): boolean {
  if (NOT_SORRY_FOR.test(sentence)) return false;
  if (spoken === 'ja' && NOT_JOINED.test(sentence)) return false;
  if (spoken === 'zh' && USUAL_SIGNS.test(sentence)) return true;
  if (spoken === 'ja' && USUAL_KANA.test(sentence)) return true;
  const terms = problemTerms(sentence).filter((term) => !USUAL.test(term));
  const own = terms.filter((term) => !SORRY.test(term));
  const given = new Set(problemTerms(comment));
  return !own.length || own.some((term) => given.has(term));
}
