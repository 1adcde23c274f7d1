import type { Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { KNOWS_NO_FACTS, writtenReply } from './companion-words';
import { namedProblem, names, problemTerms } from './named-problem';
import { sentencesOf } from './promises';
import { replyFlaws, type RepliedTo } from './reply-flaws';
import { isMisread, turnsPerson } from './restated-comment';
import { COMPANION_FLAWS, type CompanionFlaw } from './try';
import { isGlad } from './wrong-mood';

type Spoken = Exclude<Language, 'und'>;

/** Names a feeling, or is sorry for somebody. */
const FEELS: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:hard|tough|frustrat\w*|disappoint\w*|upset\w*|sad|ang(?:er|ry)|annoy\w*|tir(?:ed|ing)|exhaust\w*|worr\w*|anxi\w*|stress\w*|lonely|hurt\w*|pain\w*|unfair|difficult|sorry|awful|terrible|unpleasant|nervous|afraid|scary|rough|discourag\w*|understandable|feel\w*|okay|ok|hate|long wait|too much|heavy)\b/iu,
  zh: /难受|难过|着急|失望|生气|委屈|担心|焦虑|烦|累|辛苦|无奈|郁闷|崩溃|害怕|压力|不容易|不好受|抱歉|心疼|理解|沮丧|糟|心情|感受|情绪|痛|伤|不安|气人|失落|孤单|恼火|难|怕|急|慌/u,
  ja: /つら|辛|大変|悲し|悔し|不安|心配|疲れ|いら|腹|残念|困|がっかり|寂し|しんど|気持ち|怒|不便|面倒|怖|痛|苦し|ストレス|もどかし|嫌|悩/u,
};
/** Asks what the other would tell or do, or offers a step. */
const OFFERS: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:would you like|do you want|can you|could you|maybe|take (?:a|some|it)|rest|breath\w*|step|try|write|talk|tell me|what (?:would|part|is|was|do|did|happened|helps?)|how (?:are|do|did|long)|is there|have you|let(?:'s| me| yourself)|contact|call|ask|check|say more|want to)\b/iu,
  zh: /休息|慢慢|呼吸|试|可以|要不要|愿意|想不想|想先|想要|聊|说说|说一|记下|写下|联系|陪|帮|什么|怎么|哪|吗|呢|先/u,
  ja: /ませんか|ましょう|てみ|ください|どう|休|深呼吸|(?<!電)話|聞かせ|何が|何を|でしょうか|ますか|ですか/u,
};
/** What the small model falls into, and nobody would say. */
const NONSENSE: Readonly<Record<Spoken, RegExp>> = {
  en: /\bis (?:quite |perfectly )?normal\b(?! to feel)|\b(?:ask|tell)\b[^.?!]*\bhow you feel\b|\bthank you (?!for (?:telling|sharing|saying))/iu,
  zh: /谢谢你(?!告诉|愿意|分享|说|的分享)|你又[^。？]{0,6}了几/u,
  ja: /誰が好き|近くにいると/u,
};
/** Says that something did not happen. */
const DID_NOT = /なかった|ませんでした/u;
const NEGATES = /な[いくかけ]|ません|ず|ぬ/u;
/** Whether a reply turns round what happened: who did it, or that it did. */
const isTurned = (sentence: string, text: string, spoken: Spoken): boolean =>
  spoken === 'ja' ? DID_NOT.test(sentence) && !NEGATES.test(text) : spoken === 'en' && turnsPerson(sentence, text);

/** Comforts somebody. */
const COMFORTS: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:feel better|sorry|that (?:is|must be) (?:hard|tough|sad)|it will pass)\b/iu,
  zh: /难受|难过|抱歉|别担心|早日|会好起来|心疼/u,
  ja: /つら|残念|申し訳|お大事|大丈夫/u,
};
/** A sentence that asks or offers something says nothing of what happened. */
const ASKS_OR_OFFERS: Readonly<Record<Spoken, RegExp>> = {
  en: /\?\s*$|^(?:please|maybe|try|take|let|perhaps|one|rest|breathe|write|talk|tell|call|ask|check|contact|keep|have|you (?:can|could|may|might)|if|i(?:'m| am| hope))\b|\b(?:want|would like) to\b/iu,
  zh: /[?？]\s*$|请|可以|要不要|不妨|试|希望|吧[。！!]?$/u,
  ja: /[?？]\s*$|(?:か|ませんか|ください|ましょう|でしょう)[。！!]?$|てみ/u,
};
/** Says how somebody is, and nothing of what happened. */
const SAYS_HOW: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:okay|ok|normal|really|very|such|also|it's|congratulations|welcome|proud|well done|amaz\w*|wonderful|great|good|joy\w*|excit\w*|sad|down|being|understandable|understand|sounds?|must|mak\w+|moment|time|way|lot|thing)\b/giu,
  zh: /你一定|一定|肯定|确实|真的|真是|听起来|我听到|听到|让人|让你|感觉|觉得|心里|这种|这样|这件事|事情|你|会|是|挺|好|非常|特别|恭喜你?|祝贺你?|太棒|开心|高兴|棒|谢谢(?:告诉我|分享)?/gu,
  ja: /今日|本当|一番|少し|心|お?気|感|思|言|聞|嬉|楽|良|素敵|最高|素晴|幸|喜/gu,
};

/** What a question or an offer may speak of whatever the text is about. */
const ANYTHING =
  /^(?:chat|speak|listen|online|way|alone|cry|slow\w*|talk\w*|tell\w*|rest\w*|help\w*|someone|somebody|something|anything|feel\w*|support\w*|contact\w*|call\w*|ask\w*|check\w*|walk|breath\w*|step\w*|write\w*|say\w*|please|maybe|want|like|try|take|break|moment|while|little|bit|small|now|today|tonight|first|next|part|hardest|most|bothers?|happen\w*|need\w*|know|think|let|make|easier|better|friend|customer|service|people|person|drink|water|tea|deep|long|time|day|there|more|else|going|yourself|hope|could|would|sit|place|quiet|warm|hear|share|okay|good|feeling)$/u;
/** Whom and what a small model sends people to out of nothing. */
const SENT_TO: Readonly<Record<Spoken, RegExp>> = {
  en: /$^/u,
  zh: /医生|医院|学校|订单|银行|警察|老师|律师|房东|公司|颜色/gu,
  ja: /医師|病院|学校|注文|銀行|警察|予約|会社/gu,
};

/** Whether a question or an offer speaks of something that neither the text speaks of nor everybody may be asked. */
function asksForElse(sentence: string, text: string, spoken: Spoken): boolean {
  if (!ASKS_OR_OFFERS[spoken].test(sentence)) return false;
  const folded = text.toLowerCase();
  if (spoken !== 'en') return [...sentence.matchAll(SENT_TO[spoken])].some(([one]) => !folded.includes(one));
  const given = new Set(problemTerms(text));
  const words = sentence.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.some((word) => {
    const [term] = problemTerms(word);
    return term !== undefined && !given.has(term) && !ANYTHING.test(word) && !FEELS.en.test(word);
  });
}

/** Whether a sentence tells again what happened, otherwise than the text. */
function tellsOtherwise(sentence: string, { text, language }: RepliedTo, spoken: Spoken): boolean {
  if (ASKS_OR_OFFERS[spoken].test(sentence)) return false;
  const feelings = new RegExp(FEELS[spoken], 'giu');
  const [told = '', given = ''] = [sentence, text].map((one) =>
    one.replace(feelings, '').replace(SAYS_HOW[spoken], ''),
  );
  return isMisread(told, given, language);
}

/** People of somebody's life: a reply speaks of those that the text speaks of. */
const PEOPLE: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:mother|mom|mum|father|dad|parents|wife|husband|son|daughter|brother|sister|grand(?:mother|father|ma|pa)|aunt|uncle|boss|teacher|girlfriend|boyfriend)\b/giu,
  zh: /妈妈|母亲|爸爸|父亲|父母|妻子|老婆|丈夫|老公|儿子|女儿|哥哥|姐姐|弟弟|妹妹|奶奶|爷爷|外婆|外公|领导|老板|老师|男朋友|女朋友/gu,
  ja: /母|父|両親|妻|夫|息子|娘|兄|姉|弟|妹|祖母|祖父|上司|先生|彼氏|彼女/gu,
};
const QUESTION =
  /[?？]\s*$|(?:吗|呢|么|几点了?|多少|哪里|怎么\S{1,12})[。.!！]?\s*$|(?:ですか|ますか|でしょうか|ありますか)[。.]?\s*$/u;
const QUESTION_BEGINS =
  /^\s*(?:does|do|is|are|can|could|will|when|where|what|which|how|why|who|怎么|如何|哪|几点|什么时候)/iu;
/** Questions about oneself want an ear and no fact. */
/** "Can I run the tablets through the short programme?": the rules of a thing, whoever uses it. */
const ASKS_WHAT_IS_ALLOWED =
  /^\s*(?:(?:where|when) )?(?:can|may) (?:i|we)\b|^\s*do (?:i|we) (?:need|have) to\b|我们?(?:可以|能不能|可不可以|能|需要)(?!.*怎么办)\S{2,}[吗么][?？]?\s*$/iu;
const ONESELF = /\b(?:I|me|my|we|us|our)\b|我|咱|私|僕|俺/iu;

/**
 * Whether a text asks for a fact and says nothing of a mood: somebody who knows nothing of the matter would have to invent the answer.
 */
export const asksForFact = (text: string, label: Label | undefined): boolean =>
  label === 'neutral' &&
  (QUESTION.test(text) || QUESTION_BEGINS.test(text)) &&
  (!ONESELF.test(text) || ASKS_WHAT_IS_ALLOWED.test(text));

/** What a program can see to be wrong with what the model wrote as companion. */
export function companionFlaws(reply: string, to: RepliedTo): CompanionFlaw[] {
  const spoken = to.language === 'und' ? 'en' : to.language;
  // People's own words are not looked at as a model's.
  if (reply === KNOWS_NO_FACTS[spoken] || reply === writtenReply(to)) return [];
  const found = new Set<CompanionFlaw>(replyFlaws(reply, to));
  if (asksForFact(to.text, to.label)) found.add('answer');
  for (const sentence of sentencesOf(reply)) for (const flaw of flawsOf(sentence, to, spoken)) found.add(flaw);
  if (!found.size && to.label === 'neutral' && !isAbout(reply, to)) found.add('aimless');
  return COMPANION_FLAWS.filter((flaw) => found.has(flaw));
}

/** Says when, and not what. */
const WHEN = /今天|明天|昨天|今晚|早上|晚上|今日|明日|昨日|\b(?:today|tonight|tomorrow|yesterday|morning|evening)\b/giu;

/** Whether a reply to a text without a mood speaks of the same thing: else it asks for something out of nothing. */
const isAbout = (reply: string, { text, language }: RepliedTo): boolean =>
  names(reply, namedProblem(text, language).replace(WHEN, ' '));

function flawsOf(sentence: string, to: RepliedTo, spoken: Spoken): CompanionFlaw[] {
  // What is wrong already needs no second reason.
  if (replyFlaws(sentence, { ...to, cut: false }).length) return [];
  const { text, label, isUnsure } = to;
  const given = text.toLowerCase();
  const isStrange = [...sentence.matchAll(PEOPLE[spoken])].some(([one]) => !given.includes(one.toLowerCase()));
  const says = FEELS[spoken].test(sentence) || OFFERS[spoken].test(sentence);
  return [
    ...(isStrange ? ['stranger' as const] : []),
    ...(NONSENSE[spoken].test(sentence) ||
    isTurned(sentence, text, spoken) ||
    asksForElse(sentence, text, spoken) ||
    (label === 'negative' && !says)
      ? ['aimless' as const]
      : []),
    ...(tellsOtherwise(sentence, to, spoken) ? ['misread' as const] : []),
    // Nobody knows whether there is something to be glad of, and nobody comforts somebody who is glad.
    ...((isUnsure && isGlad(sentence, spoken)) || (label === 'positive' && COMFORTS[spoken].test(sentence))
      ? ['mood' as const]
      : []),
  ];
}
