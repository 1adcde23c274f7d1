import type { Language } from '@moodline/shared/contract';
import { namedProblem } from './named-problem';
import type { RepliedTo } from './reply-flaws';
import { PRAISES, tellsDanger } from './written-answer';

type Spoken = Exclude<Language, 'und'>;

/** What somebody is told in whose text there is something of this kind. `heard`: nobody knows how they are. */
type Mood = 'glad' | 'hard' | 'danger' | 'plain' | 'unsure' | 'heard';

/** Written by people: the answer to a question of fact. */
export const KNOWS_NO_FACTS: Readonly<Record<Spoken, string>> = {
  zh: '这是一个问题，不是心情。我只会倾听，不了解相关情况，不想给您编一个答案。',
  en: 'That is a question rather than a mood. I only listen: I know nothing about the matter, and would have to invent an answer.',
  ja: 'これは気持ちではなく、質問ですね。私は聞き役で、事実は分かりません。答えを作ることはしません。',
};

/** Written by people: asks on. */
export const MORE: Readonly<Record<Spoken, string>> = {
  zh: '愿意多说一点吗？',
  en: 'Would you like to say more?',
  ja: 'もう少し話してくれますか？',
};

/** What the bundled model may ask: how somebody is, whether they would like to talk or rest. What else it asks comes out of nothing ("What did you like most?" of a dog that died). */
const MAY_ASK: Readonly<Record<Spoken, RegExp>> = {
  en: /^(?:(?:would you like|do you want|can you|could you|maybe you (?:can|could)|want)(?: to)? (?:talk|say|tell me|share)(?: (?:about (?:it|this|that)|it|this|more|what happened|to (?:someone|somebody|a friend|me)|with (?:me|someone|somebody|a friend)|a (?:little|bit)))*|(?:would you like|do you want|can you|could you)(?: to)? (?:rest|breathe|take a (?:short |little |deep |small )?(?:break|rest|walk|breath))(?: (?:first|now|for a (?:moment|while|bit)))*|how (?:do you feel|are you feeling|are you)(?: (?:now|today|about (?:it|this|that)))*|what happened(?: (?:then|next|after that))?|what (?:part )?(?:bothers|upsets?|hurts?) you (?:the )?most|what would help(?: you)?(?: (?:most|now))*|is there (?:someone|somebody) you can talk to(?: about (?:it|this))?)\?$/iu,
  zh: /休息|聊聊|聊一聊|说说|多说|愿意(?:说|聊|讲|告诉)|想(?:聊|说)|喝(?:杯|口)?(?:热|温)?(?:水|茶)|深呼吸|散(?:散|个)?步/u,
  ja: /(?<!電)話(?:して|してみ|し合|を聞|すこと)|話し(?:て|たい)|聞かせて|休(?:ん|み)|深呼吸|お茶|散歩|どんな(?:お)?気持ち|いかがですか/u,
};

/** Whether a question of a small model may stand. */
export const maySmallAsk = (sentence: string, spoken: Spoken): boolean =>
  !/[?？]\s*$/u.test(sentence) || MAY_ASK[spoken].test(sentence.trim());

/** Written by people: says what a complaint was about. */
export const HARD: Readonly<Record<Spoken, (what: string) => string>> = {
  zh: (what) => `“${what}”，确实让人不好受。`,
  en: (what) => `“${what}”: that is hard. `,
  ja: (what) => `「${what}」とのこと、つらいですね。`,
};

/** Written by people. `what` is the writer's own words; empty where there are none to quote. */
const WORDS: Readonly<Record<Mood, Readonly<Record<Spoken, (what: string) => string>>>> = {
  glad: {
    zh: (what) => `${what && `“${what}”，`}真为你高兴。还想再说说吗？`,
    en: (what) => `${what ? `“${what}”: that` : 'That'} is good to hear. Would you like to tell me more?`,
    ja: (what) => `${what && `「${what}」、`}よかったですね。もっと聞かせてくれますか？`,
  },
  hard: {
    zh: (what) => `${what ? HARD.zh(what) : '听起来不好受。'}${MORE.zh}`,
    en: (what) => `${what ? HARD.en(what) : 'That sounds hard. '}${MORE.en}`,
    ja: (what) => `${what ? HARD.ja(what) : 'つらいですね。'}${MORE.ja}`,
  },
  danger: {
    zh: (what) => `${what && `“${what}”，`}吓了一跳吧。为了安全，请先不要继续使用。你人没事吧？`,
    en: (what) =>
      `${what ? `“${what}”: that` : 'That'} must have been a fright. For your safety, please stop using it for now. Are you all right?`,
    ja: (what) =>
      `${what && `「${what}」、`}驚きましたね。安全のため、いったん使うのをやめてください。お怪我はありませんか？`,
  },
  plain: {
    zh: (what) => `${what && `“${what}”，`}我读到了。这里没有说到心情；想说的时候，我在听。`,
    en: (what) => `${what && `“${what}”: `}I have read it. It says nothing of how you feel. If you want to, tell me.`,
    ja: (what) => `${what && `「${what}」、`}読みました。お気持ちは書かれていないようです。よければ聞かせてください。`,
  },
  unsure: {
    zh: (what) => `${what && `“${what}”，`}光看这句话，我听不出是高兴还是难受。愿意说说吗？`,
    en: (what) => `${what && `“${what}”: `}I cannot tell how that is for you, good or bad. How do you feel about it?`,
    ja: (what) =>
      `${what && `「${what}」、`}うれしいのか、つらいのか、私には分かりませんでした。どんなお気持ちですか？`,
  },
  heard: {
    zh: (what) => `${what && `“${what}”，`}谢谢你告诉我。愿意多说一点吗？`,
    en: (what) => `${what && `“${what}”: `}${what ? 'thank' : 'Thank'} you for telling me. Would you like to say more?`,
    ja: (what) => `${what && `「${what}」、`}話してくれてありがとうございます。もう少し聞かせてくれますか？`,
  },
};

/** From it on a label "positive" was right for each text of the evaluation that has a word of praise or joy. Without such a word it was wrong, there up to 0.73. */
const CLEARLY = 0.6;
/** Words of joy beside those of praise. */
const JOY: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:got (?:in|the job|engaged|married)|born|proud|hug\w*|won|surpris\w*|called me back|reunit\w*)\b/iu,
  zh: /第一次|康复|恢复|出院|录取|考上|通过|团圆|结婚|出生|求婚|学会/u,
  ja: /初めて|てくれ|合格|退院|結婚|産まれ|生まれ|ぶり|できた|受かっ/u,
};

/** Whether somebody is glad beyond doubt: the label and its probability say so, and a word of the text. A label alone congratulated somebody who was left with the rent. */
export function isClearlyGlad({ text, language, label, isUnsure, probability = 1 }: Mooded): boolean {
  const spoken = language === 'und' ? 'en' : language;
  const says = PRAISES[spoken].test(text) || JOY[spoken].test(text);
  return label === 'positive' && !isUnsure && probability >= CLEARLY && says;
}

type Mooded = Omit<RepliedTo, 'cut'>;

function moodOf(to: Mooded, spoken: Spoken): Mood {
  if (to.label !== 'positive' && to.label !== undefined && tellsDanger(to.text, spoken)) return 'danger';
  if (to.isUnsure) return 'unsure';
  if (to.label === 'positive') return isClearlyGlad(to) ? 'glad' : 'heard';
  if (to.label === 'negative') return 'hard';
  return to.label === 'neutral' ? 'plain' : 'heard';
}

/** Written by people, for where a model is not asked, or nothing is left of what it wrote: quotes the text, and is glad, feels with somebody or only listens, as the label says. */
export function writtenReply(to: Mooded): string {
  const spoken = to.language === 'und' ? 'en' : to.language;
  return WORDS[moodOf(to, spoken)][spoken](namedProblem(to.text, to.language));
}
