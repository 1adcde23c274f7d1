import type { Understanding } from './understanding';

/** What a thing does is a part of the question; these only say that it is talked about, or how it goes. */
const TELLS =
  '\\w*thing|getting|going|being|becoming|improving|worsening|changing|saying|complaining|mentioning|asking|talking|writing|posting|praising|loving|hating|moaning|whining|judging|naming|disappointing|according|regarding|concerning|including|following|during|trending|rising|dropping|increasing|decreasing|recovering|having|doing|using';
/** "Complaints about the ear tips falling out" */
const DOES_EN = new RegExp(
  `^ (?!(?:${TELLS})\\b)(?<what>[a-z]{2,}ing(?: (?:out|off|apart|over|down|up|in))?)\\b`,
  'iu',
);

/** "A crash of the app": what befell a thing. */
const BEFALLS_EN =
  /\b(?<what>crash(?:es)?|failures?|loss|leaks?|smells?|scratch(?:es)?|cracks?|noises?|delays?|breakage) (?:of|in|on|with) (?:the |our |their )?$/iu;
/** 耳机丢了 */
const DOES_ZH = /^(?:都|又|就|老是?|总是?)?(?<what>丢|坏|断|裂|炸|漏|卡|掉|响|烫|爆)(?:了|过|掉|住)/u;
/** アプリが落ちる: a verb that is none of numbers and moods. */
const DOES_JA =
  /^(?:が|は|も)(?<what>(?!増|減|上が|下が|良|悪|多|少|変|改|回復|高|低|伸|荒|好|嫌|言|思|出て|来|何|違|話|気)\p{Script=Han}{1,2}\p{Script=Hiragana}{1,3}?)(?:って|と(?:いう|言|の)|こと|件)/u;
/** 音を褒めてる声: what is praised or blamed, where no topic has it. */
const OBJECT_JA = /(?<what>[\p{Script=Han}\p{Script=Katakana}ー]+)を(?:褒|ほめ|けな|批判)/u;

const DOES: Readonly<Record<Understanding['language'], RegExp>> = { en: DOES_EN, zh: DOES_ZH, ja: DOES_JA };

/**
 * What is said of a topic and was not read: "falling out" of "ear tips falling out", 丢 of 耳机丢了. Null where nothing is. In these
 * languages a word of so few signs, or one that questions use for numbers, is no topic by itself.
 */
export function leftUnsaid({
  text,
  topics,
  language,
}: Pick<Understanding, 'text' | 'topics' | 'language'>): string | null {
  const lower = text.toLowerCase();
  for (const { words, exact } of topics) {
    const at = lower.indexOf(words.toLowerCase());
    if (exact || at < 0) continue;
    const before = language === 'en' ? BEFALLS_EN.exec(text.slice(0, at)) : null;
    const said = before ?? DOES[language].exec(text.slice(at + words.length));
    if (said?.groups?.['what']) return said.groups['what'];
  }
  const object = language === 'ja' ? OBJECT_JA.exec(text)?.groups?.['what'] : undefined;
  return object && !topics.some(({ words }) => words.includes(object) || object.includes(words)) ? object : null;
}
