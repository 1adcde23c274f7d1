import type { Language } from '@moodline/shared/contract';
import { namedProblem } from './named-problem';
import type { RepliedTo } from './reply-flaws';

type Spoken = Exclude<Language, 'und'>;

/** What somebody is told in whose text there is something of this kind. `heard`: nobody knows how they are. */
type Mood = 'glad' | 'hard' | 'plain' | 'unsure' | 'heard';

/** Written by people: the answer to a question of fact. */
export const KNOWS_NO_FACTS: Readonly<Record<Spoken, string>> = {
  zh: '这是一个问题，不是心情。我只会倾听，不了解相关情况，不想给您编一个答案。',
  en: 'That is a question rather than a mood. I only listen: I know nothing about the matter, and would have to invent an answer.',
  ja: 'これは気持ちではなく、質問ですね。私は聞き役で、事実は分かりません。答えを作ることはしません。',
};

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
    zh: (what) => `${what ? HARD.zh(what) : '听起来不好受。'}愿意多说一点吗？`,
    en: (what) => `${what ? HARD.en(what) : 'That sounds hard. '}Would you like to say more?`,
    ja: (what) => `${what ? HARD.ja(what) : 'つらいですね。'}もう少し話してくれますか？`,
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

/** A text that the labels call positive with a smaller probability is not congratulated: of a few of them the label is wrong. */
const CLEARLY = 0.8;

function moodOf({ label, isUnsure, probability = 1 }: RepliedTo): Mood {
  if (isUnsure) return 'unsure';
  if (label === 'positive') return probability < CLEARLY ? 'heard' : 'glad';
  if (label === 'negative') return 'hard';
  return label === 'neutral' ? 'plain' : 'heard';
}

/** Written by people, for where a model is not asked, or nothing is left of what it wrote: quotes the text, and is glad, feels with somebody or only listens, as the label says. */
export function writtenReply(to: RepliedTo): string {
  const spoken = to.language === 'und' ? 'en' : to.language;
  return WORDS[moodOf(to)][spoken](namedProblem(to.text, to.language));
}
