import type { Language } from '@moodline/shared/contract';

/**
 * Words that speak of ending or hurting oneself. They are taken at their word, also where somebody exaggerates: a written answer too many does
 * no harm, a generated one may.
 */
const WORDS: readonly RegExp[] = [
  /\b(?:kill(?:ing)?|hurt(?:ing)?|cut(?:ting)?|harm(?:ing)?|hang(?:ing)?|shoot(?:ing)?)\s+my\s*sel(?:f|ves)\b/iu,
  /\b(?:end(?:ing)?|take|taking)\s+(?:my\s+(?:own\s+)?life|it\s+all\s+tonight)\b/iu,
  /\b(?:want|wanna|wish|going|ready|rather)\s+(?:to\s+|i\s+(?:was|were)\s+|i'?d\s+)?(?:die|be\s+dead|dead)\b/iu,
  /\bsuicid(?:e|al)\b|\bself[-\s]?harm|\bun-?aliv(?:e|ing)\s+my\s*self\b|\bsewer\s?slide\b|\bslit(?:ting)?\s+my\s+wrists?\b/iu,
  /\b(?:to|gonna|wanna|should|could|might|just|i'?ll|imma)\s+(?:off\s+my\s*self|kms|end\s+it\s+all|end\s+things\s+for\s+good)\b|^\W*(?:(?:ugh|omg|welp|literally|brb)\W+)?kms\W*$/iu,
  /\b(?:life|living)\s+(?:is\s+not|isn'?t|is\s+no\s+longer|is\s+not\s+even)\s+worth\s+(?:living|it)\b|\b(?:tired|sick)\s+of\s+(?:living|being\s+alive)\b|\bno\s+point\s+(?:in|to)\s+(?:living|being\s+alive|my\s+life)\b/iu,
  /\b(?:don'?t|do\s+not|never)\s+(?:want|wanna)\s+(?:to\s+)?wake\s+up\b(?!\s+(?:(?:at|early|to|so|before)\b|in\s+this))|\bcan(?:'?t|not)\s+go\s+on\s+(?:living|any\s*more)\b|\b(?:want|wanna)\s+(?:to\s+)?disappear\s+(?:forever|for\s+good)\b/iu,
  /\b(?:want|wanna|going|gonna|about|could|thinking\s+(?:of|about)|feel\s+like)\s+(?:to\s+)?jump(?:ing)?\s+off\s+(?:a|the|this|that)\s+(?:bridge|roof|building|balcony)\b|\b(?:took|taking|take)\s+(?:an\s+overdose|all\s+(?:my|the)\s+(?:pills|meds|tablets))\b|\boverdos(?:e|ing)\s+on\s+(?:my\s+)?(?:pills|meds|tablets|sleeping)\b/iu,
  /\b(?:no|don'?t|do\s+not)\s+(?:reason|want|wanna)\s+(?:to\s+)?(?:live|be\s+alive|exist|be\s+here)\b(?!\s+in\b)/iu,
  /\bbetter\s+off\s+(?:dead|without\s+me)\b/iu,
  /自[杀殺尽盡鲨刹]|想紫砂|紫砂(?:算了|自己)|[轻輕]生|[寻尋](?:短[见見]|死)|一了百了|(?<!你|他|她|們|们)(?:还|還|真|真的)?(?:想|不如|要不)(?:去)?死(?:了)?(?:算了|了算|掉)|(?:我|真)想去死|活[着著](?:真|好|太)?(?:没|沒)(?:有)?(?:意思|意[义義])|吞(?:安眠)?[药藥]自?|从(?:楼|天台|桥)(?:上)?跳下去|不想再?醒[来來]|(?:我|真的|快)(?:要|已经|已經)?(?:撑|熬)不下去|自[残殘]|[割切]腕|不想活|活不下去|不想活着|想死(?!你|妳|我了|他|她)|[结結]束(?:自己的|我的)?生命|了[结結](?:自己|此生|生命)|跳[楼樓](?:算了|死)|[伤傷]害自己/u,
  /(?:死|タヒ)に(?:たい|たく[^な])|しにたい(?=$|[\s。！!、…]|です|よ|な|わ|と)|死んだ(?:ほう|方)が|死のうと|自死|消えて?(?:しまい)?たい|生きる(?:の|こと)[がに](?:疲|つら|辛|嫌)|生きて(?:い)?る(?:意味|価値)|もう楽になりたい|飛び降り(?:たい|よう)|首吊り|(?:薬|オーバードーズ)を?(?:大量に|たくさん)(?:飲|の)[みんも]|オーバードーズ|自殺|リスカ|リストカット|自傷|生きていたくない|生きる意味[がもは]?(?:ない|分から|わから)|いなくなりたい|首を吊/u,
];

export const speaksOfSelfHarm = (text: string): boolean =>
  WORDS.some((pattern) => pattern.test(text.normalize('NFKC')));

/** What is answered then, written by people. Numbers as their services publish them; they are free and take calls day and night. */
const ANSWER: Readonly<Record<'zh' | 'en' | 'ja', string>> = {
  zh:
    '听起来你正承受着很大的痛苦，谢谢你把它说出来。你不必一个人扛：现在就可以和人谈谈。中国大陆：心理援助热线 12356；香港：撒玛利亚防止自杀会 2389 2222；台湾：安心专线 1925。' +
    '如果你正处在危险中，请拨打当地急救电话（中国大陆 120、110），或去离你最近的急诊室，也请让身边一个你信任的人知道。',
  en:
    'That sounds like a lot of pain, and it matters that you said it. You do not have to carry this alone: somebody will listen right now. USA and Canada: call or text 988. UK and Ireland: Samaritans, 116 123. ' +
    'Elsewhere: findahelpline.com. If you are in danger, call your emergency number (911, 999 or 112) or go to the nearest emergency room, and tell somebody you trust.',
  ja:
    'とてもつらい気持ちを抱えているのですね。話してくれてありがとうございます。一人で抱えこまなくて大丈夫です。よりそいホットライン 0120-279-338、いのちの電話 0120-783-556 に、今すぐ相談できます。' +
    '命の危険があるときは 119 か 110 に電話するか、近くの救急外来へ行き、信頼できる人にも伝えてください。',
};

/** @param language of the text; where it is none of ours, English */
export const writtenAnswer = (language: Language): string => ANSWER[language === 'und' ? 'en' : language];
