import type { AsksBack, Intent, TypedQuestion } from '@moodline/chat/contract';
import { WHOLE_SCOPE } from '@moodline/narration/contract';
import { WAYS_ON } from '../answer-words';
import type { Reading } from './inquiry';
import type { QuestionLanguage } from './question-language';
import { topicRow } from './scope/topic-words';
import { LEXICONS, type Understanding } from './understanding';
import type { Unknowable } from './unknowable';

const NOTHING: Omit<TypedQuestion, 'intent'> = {
  measure: 'list',
  scope: WHOLE_SCOPE,
  period: null,
  compared: null,
  by: null,
  order: null,
  number: null,
  event: null,
};

export const declined = (
  intent: Intent,
  language: QuestionLanguage,
  unknowable: Unknowable | null = null,
): Reading => ({
  kind: 'declined',
  intent,
  language,
  typed: { ...NOTHING, intent },
  unknowable,
});

/** What can always be asked. */
const WAYS: readonly Pick<TypedQuestion, 'intent' | 'measure' | 'by' | 'order'>[] = [
  { intent: 'trend', measure: 'net', by: null, order: null },
  { intent: 'complaints', measure: 'list', by: 'theme', order: 'most' },
  { intent: 'summary', measure: 'list', by: null, order: null },
];

/** Asks what is meant. @param words those that were not understood; empty where the question names nothing at all */
export function unclear({ language }: Understanding, words: string): Reading {
  const texts = WAYS_ON[language].views;
  const options: AsksBack['options'] = WAYS.map((way, index) => ({
    text: texts[index] ?? '',
    typed: { ...NOTHING, ...way, scope: { ...WHOLE_SCOPE, labels: way.intent === 'complaints' ? ['negative'] : [] } },
  }));
  return { kind: 'asks-back', language, typed: { ...NOTHING, intent: 'summary' }, reason: 'unclear', words, options };
}

/** Why words decline a question: it has nothing to do with comments, or asks what these cannot tell; null where it may be answered. */
export function outsideReason(read: Understanding): 'other' | Unknowable | null {
  const { text, language, sources, topics, intents } = read;
  const lexicon = LEXICONS[language];
  const elsewhere = lexicon.elsewhere.test(text) && !lexicon.own.test(text) && !sources.length;
  if (lexicon.makes.test(text) || elsewhere) return 'other';
  if (read.ahead) return 'future';
  // "How many comments mention “women”?" looks for a word, and does not ask who wrote.
  // "Who said that? Quote one" wants the words.
  const asksForWords =
    topics.some(({ exact }) => exact) || (intents.includes('quotes') && read.unknowable === 'authors');
  // A competitor that is watched has comments here.
  const isWatched = read.unknowable === 'others' && read.monitors.length > 0;
  return asksForWords || isWatched ? null : read.unknowable;
}

/** Declines what words tell to be outside of what comments can answer; null where the question may be answered. */
export function outsideOf(read: Understanding): Reading | null {
  const reason = outsideReason(read);
  return reason && declined('other', read.language, reason === 'other' ? null : reason);
}

const GENERIC: readonly Intent[] = ['count', 'why', 'compare', 'trend', 'ranking', 'share', 'effect'];

/** Whether a question has no word of our trade, and asks about something that nobody wrote: "how many planets are there". */
export function isForeign(read: Understanding, { typed }: { readonly typed: TypedQuestion }): boolean {
  const { sources, monitors, languages, labels, stars, periods, text, language, event, theme } = read;
  const named = [sources, monitors, languages, labels, stars].some(({ length }) => length > 0);
  const known = read.topics.some(({ words, exact }) => exact || topicRow(words));
  if (named || known || event || theme || LEXICONS[language].own.test(text)) return false;
  return GENERIC.includes(typed.intent) && periods.length === 0;
}
