import type { Intent } from '@moodline/chat/contract';
import type { Emotion, Label } from '@moodline/comments/contract';
import type { QuestionLanguage } from '../question-language';

type Words = readonly (readonly [Emotion, RegExp])[];

const WRITERS = '(?:comments?|reviews?|posts?|people|customers?|users?|ones?|voices?|quotes?|buyers?|someone|somebody)';

/** Words of what those who wrote felt. What only praises or blames ("happy", 不满) is a label and no emotion. */
const EMOTIONS: Readonly<Record<QuestionLanguage, Words>> = {
  en: [
    ['anger', /\b(?:angry|angriest|anger|furious|enraged|outraged|livid|rage)\b/iu],
    ['sadness', /\b(?:sad|saddest|sadness|heart-?broken|sorrow(?:ful)?)\b/iu],
    [
      'fear',
      new RegExp(
        `\\b(?:afraid|scared|frightened|fearful|fear)\\b|\\b(?:anxious|worried) ${WRITERS}\\b|\\b${WRITERS} (?:is|are|who (?:is|are)) (?:anxious|worried)\\b`,
        'iu',
      ),
    ],
    ['joy', /\b(?:joy|joyful|overjoyed)\b/iu],
    [
      'surprise',
      new RegExp(
        `\\bmakes (?:people |customers |users )?surprised\\b|\\b(?:surprised|astonished|amazed) ${WRITERS}\\b|\\b${WRITERS} (?:is|are|who (?:is|are)) (?:surprised|astonished)\\b`,
        'iu',
      ),
    ],
  ],
  zh: [
    ['anger', /愤怒|生气|气愤|发火|怒气|怒火|恼火/u],
    ['sadness', /悲伤|难过|伤心|悲痛/u],
    ['fear', /恐惧|害怕/u],
    ['joy', /喜悦|欢喜/u],
    ['surprise', /惊讶|吃惊|震惊/u],
  ],
  ja: [
    ['anger', /怒り|怒って|激怒|憤/u],
    ['sadness', /悲し|悲嘆/u],
    ['fear', /怖が|恐れ|恐怖/u],
    ['joy', /喜び(?=の|を表)/u],
    ['surprise', /驚き|驚いて/u],
  ],
};

/** Comments that are counted or shown are those with an emotion; what they are about and how the mood moves is told by their label. */
const NARROWED: readonly Intent[] = ['count', 'share', 'quotes'];
const LABELS: Readonly<Partial<Record<Emotion, Label>>> = {
  anger: 'negative',
  sadness: 'negative',
  fear: 'negative',
  joy: 'positive',
};

/** Emotions that a question names. */
export const namedEmotions = (text: string, language: QuestionLanguage): Emotion[] =>
  EMOTIONS[language].filter(([, pattern]) => pattern.test(text)).map(([emotion]) => emotion);

/** A text in which the words of emotions are blanked out: they name no topic. */
export const withoutEmotions = (text: string, language: QuestionLanguage): string =>
  EMOTIONS[language].reduce((left, [, pattern]) => left.replace(pattern, (words) => ' '.repeat(words.length)), text);

/** What is neither told by what is complained about nor by what is praised. */
export const isOfItsOwn = (emotion: Emotion): boolean => !['anger', 'joy', 'none'].includes(emotion);

/** The emotions by which an answer is narrowed. @param by what is put in an order: themes are those of comments with an emotion of its own */
export function emotionsOf(
  emotions: readonly Emotion[],
  { intent, by }: { readonly intent: Intent; readonly by: string | null },
): readonly Emotion[] {
  const ofThemes = intent === 'ranking' && by === 'theme' && emotions.every(isOfItsOwn);
  return NARROWED.includes(intent) || ofThemes ? emotions : [];
}

/** Labels beside emotions: an emotion that is counted needs none; what is shown as angry is negative, too. */
export function labelsBeside(emotions: readonly Emotion[], intent: Intent, labels: readonly Label[]): readonly Label[] {
  if (!emotions.length || !NARROWED.includes(intent)) return labels;
  const own = emotions.flatMap((emotion) => LABELS[emotion] ?? []);
  return intent === 'quotes'
    ? own.length === 1 || own.length === emotions.length
      ? [...new Set(own)]
      : labels
    : labels.filter((label) => !own.includes(label));
}
