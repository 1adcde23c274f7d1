import type { Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { sentencesOf } from './promises';

type Spoken = Exclude<Language, 'und'>;

/** Words of somebody who is glad. */
const GLAD: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:(?:i'?m|we'?re|i am|we are|so|very|really) (?:glad|happy|pleased|delighted|excited)|(?:that|it)(?:'s| is| sounds) (?:so |really |very )?(?:great|wonderful|nice|good|fantastic)|congratulations|glad to hear|happy to hear)\b/iu,
  zh: /真(?:让人)?(?:开心|高兴|棒|好)|太(?:好|棒)了|很(?:高兴|开心)|替你(?:高兴|开心)|恭喜|为你(?:高兴|开心)/u,
  ja: /うれし|嬉し|楽しそう|[よ良]かったです|おめでとう|素敵|すてき|素晴らし|すばらし/u,
};
/** Sentences that ask, deny or wish say nothing of how somebody is. */
const OTHERWISE: Readonly<Record<Spoken, RegExp>> = {
  en: /\?|\b(?:not|n't|never|would|could|if|hope|wish|when)\b/iu,
  zh: /[?？]|不|没|希望|如果|要是|才/u,
  ja: /[?？]|ません|くな|なら|たら|れば|でしょうか/u,
};

/** Whether a sentence is glad. */
export const isGlad = (sentence: string, spoken: Spoken): boolean =>
  GLAD[spoken].test(sentence) && !OTHERWISE[spoken].test(sentence);

/** Whether a reply to a text that complains is glad about it. */
export function isGladOfComplaint(reply: string, label: Label | undefined, language: Language): boolean {
  if (label !== 'negative') return false;
  const spoken = language === 'und' ? 'en' : language;
  return sentencesOf(reply).some((sentence) => isGlad(sentence, spoken));
}
