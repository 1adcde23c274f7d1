import type { Spoken } from './essay-paragraphs';

/** A feeling that is named: the reader is told what could be shown. */
export const TOLD: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:was|were|felt|feel|am|got)\s+(?:(?:very|really|so|quite|extremely|too)\s+)?(?:happy|sad|nervous|angry|afraid|scared|excited|lonely|proud|ashamed|disappointed|embarrassed|jealous|worried|upset)\b/giu,
  zh: /(?:非常|特别|十分|真的很|真|好|很)(?:开心|高兴|难过|伤心|快乐|感动|紧张|害怕|生气|激动|孤单|孤独|失望|委屈|自豪|后悔|羞愧|担心)/gu,
  ja: /(?:(?:とても|すごく|非常に|本当に|めっちゃ|少し)?(?:緊張し(?:た|てい(?:た|ました)|ました)|感動し(?:た|ました)|がっかりし(?:た|ました)|(?:楽し|嬉し|うれし|悲し|悔し|くやし|寂し|さびし|怖|こわ|恥ずかし|はずかし)かった|不安だった|幸せだった))/gu,
};

/** Words that take back what a sentence says. */
export const HEDGE: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:I (?:just )?(?:think|guess|believe|feel)(?: that)?|in my opinion|it seems(?: to me)?(?: that)?)\b/giu,
  zh: /(?:我(?:个人)?(?:觉得|认为|感觉)|好像|似乎|可能是)/gu,
  ja: /(?:と(?:私は)?(?:思う|思います|考えている|考えています)|ような気が(?:する|します|した)|かもしれない|かもしれません)/gu,
};

/** What a short sentence could show: a person's face and voice, the sounds and light of a place, or else what could be seen or heard. */
export const DETAIL_OF = { any: 1, person: 2, place: 3 } as const;
const PERSON: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:he|she|they|mother|mum|mom|father|dad|brother|sister|grand(?:mother|father|ma|pa)|teacher|friend|coach|nobody|everybody)\b/iu,
  zh: /妈妈|爸爸|爷爷|奶奶|外婆|外公|老师|同学|朋友|哥哥|姐姐|弟弟|妹妹|他|她|大家|叔叔|阿姨/u,
  ja: /母|父|祖母|祖父|先生|友達|友だち|兄|姉|弟|妹|彼|みんな|おばあさん|おじいさん/u,
};
const PLACE: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:morning|evening|night|street|station|bus|kitchen|room|school|village|beach|garden|mountain|library|river|door)\b/iu,
  zh: /早上|晚上|夜里|路上|车站|厨房|教室|学校|门口|公园|河|海边|山|图书馆|雨|雪/u,
  ja: /朝|夜|夕|駅|道|台所|教室|学校|庭|川|海|山|図書館|雨|雪|窓|バス/u,
};

export const detailOf = (sentence: string, language: Spoken): number =>
  PERSON[language].test(sentence) ? DETAIL_OF.person : PLACE[language].test(sentence) ? DETAIL_OF.place : DETAIL_OF.any;
