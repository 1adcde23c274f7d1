import type { FeatureScale, TextReading } from '@moodline/language-model/api';
import type { QuestionLanguage } from '../question-language';
import type { Understanding } from '../understanding';
import { unitsOf, type Unit } from './frame';
import { featuresAt, scaled, TOKENS_WEIGH } from './question-features';
import { hashed, type Traits } from './sparse-head';

/** Units on either side that a unit is seen with. */
const REACH = 3;
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['katakana', /^[\p{Script=Katakana}ー]/u],
  ['hiragana', /^\p{Script=Hiragana}/u],
  ['han', /^\p{Script=Han}/u],
  ['latin', /^\p{Script=Latin}/u],
  ['number', /^\p{N}/u],
];

/** A unit of a question with what is known of it and around it. */
export interface TopicUnit extends Unit {
  readonly traits: Traits;
}

/** What the model knew of a question at each of its tokens, and how its features are scaled. */
export interface ModelTold {
  readonly reading: TextReading;
  readonly scale: FeatureScale;
}

/** The units of a question, each with what a chain is told to say whether it belongs to what the question is about. */
export function topicUnits(
  read: Pick<Understanding, 'frame' | 'text' | 'topics' | 'language'>,
  told: ModelTold | null,
): TopicUnit[] {
  const units = unitsOf(read.frame);
  const words = wordsOf(units, read.frame, read.language);
  const ruled = ruledSpans(read);
  const isRuled = ({ start, end }: Unit) => ruled.some((span) => start >= span.start && end <= span.end);
  const state = units.map((unit) => (isRuled(unit) ? 'topic' : ''));
  return units.map((unit, at) => ({
    ...unit,
    traits: {
      ...hashed(unitTraits({ units, words, state }, at)),
      ...(told && { dense: scaled(featuresAt(told.reading, unit.end), told.scale, TOKENS_WEIGH) }),
    },
  }));
}

interface Around {
  readonly units: readonly Unit[];
  readonly words: readonly { readonly number: number; readonly text: string }[];
  readonly state: readonly string[];
}

function unitTraits({ units, words, state }: Around, at: number): Map<string, number> {
  const unit = (more: number): string => units[at + more]?.words ?? (at + more < 0 ? '^' : '$');
  const traits = new Map<string, number>();
  const set = (name: string, value: string) => traits.set(`topic ${name}=${value}`, 1);
  for (let more = -REACH; more <= REACH; more++) set(`unit${more}`, unit(more));
  for (let more = -REACH; more < REACH; more++) set(`pair${more}`, `${unit(more)} ${unit(more + 1)}`);
  for (let more = -REACH; more < REACH - 1; more++)
    set(`run${more}`, `${unit(more)} ${unit(more + 1)} ${unit(more + 2)}`);
  for (let more = -1; more <= 1; more++) {
    set(`ruled${more}`, state[at + more] ?? '');
    set(`kind${more}`, KINDS.find(([, kind]) => kind.test(unit(more)))?.[0] ?? 'mark');
  }
  set('ruled', `${state[at - 1] ?? ''}|${state[at] ?? ''}|${state[at + 1] ?? ''}`);
  const own = words[at];
  set('word', own?.text ?? '');
  const beside = (step: -1 | 1): string => {
    let other = at;
    while (words[other] && words[other]?.number === own?.number) other += step;
    return words[other]?.text ?? '';
  };
  set('wordBefore', beside(-1));
  set('wordAfter', beside(1));
  set('words', `${beside(-1)} ${own?.text ?? ''} ${beside(1)}`);
  set('ending', unit(0).slice(-3));
  return traits;
}

/** For each unit the word that it belongs to, by the word breaks of the language. */
function wordsOf(units: readonly Unit[], frame: string, language: QuestionLanguage): Around['words'] {
  if (language === 'en') return units.map(({ words }, number) => ({ number, text: words }));
  const breaks = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(frame)];
  let number = 0;
  return units.map(({ start }) => {
    while (number + 1 < breaks.length && (breaks[number + 1]?.index ?? 0) <= start) number++;
    return { number, text: breaks[number]?.segment.toLowerCase() ?? '' };
  });
}

/** Where the topics stand that the rules found. */
function ruledSpans({ text, topics }: Pick<Understanding, 'text' | 'topics'>): { start: number; end: number }[] {
  const lower = text.toLowerCase();
  return topics.flatMap(({ words }) => {
    const start = lower.indexOf(words.toLowerCase());
    return start < 0 ? [] : [{ start, end: start + words.length }];
  });
}
