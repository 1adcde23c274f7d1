import { headProbabilities, type FeatureScale } from '@moodline/language-model/api';
import { chanceOf } from '../testing/chance';
import { f1Of, learnTag, scoreAt, TAGGED, type TagLesson, type TagText } from './learn-tag';
import { shuffle } from './learning-curve';

/** Examples from which a topic is learned, beside rows that were drawn at random and judged, and others of which nobody said anything. */
const EXAMPLES = [10, 20, 40];
const DRAWN = 40;
const OTHERS_SHARE = 0.4;
const MOST_OTHERS = 300;
/** A topic is measured where so many of its rows are left to be found. */
const LEFT = 8;

/** A row of which people said what it is about. */
export interface TopicText {
  readonly set: string;
  readonly topics: readonly string[];
  readonly text: string;
}
export type TopicRow = TopicText & TagText;

/** Rows of a file with the columns set, topics (between spaces) and text. */
export const readTopics = (file: string): TopicText[] =>
  file
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [set = '', topics = '', text = ''] = line.split('\t');
      return { set, topics: topics.split(' ').filter(Boolean), text };
    });

interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Mean of the precision at each row that has the topic, in the order of its probability: needs no threshold. */
  readonly order: number;
}

/**
 * How well topics are learned as tags from few examples, by the features of the model alone and with words: means over the topics of a
 * set and over draws, on rows that were not learned from, at the threshold that the examples suggest.
 * @returns a table
 */
export function topicCurves(rows: readonly TopicRow[], features: FeatureScale, seeds: number): string {
  const lines = [...Map.groupBy(rows, ({ set }) => set)].flatMap(([set, of]) =>
    EXAMPLES.flatMap((examples) => {
      const topics = topicsOf(of).filter(([, count]) => count >= examples + LEFT);
      return [false, true].map((words) => {
        const figures = topics.flatMap(([topic]) =>
          Array.from({ length: seeds }, (_, seed) => measured(of, features, { topic, examples, seed, words })),
        );
        const mean = (pick: (figure: Figures) => number) => {
          const known = figures.flatMap((one) => (one ? [pick(one)] : []));
          return known.length ? (known.reduce((sum, value) => sum + value, 0) / known.length).toFixed(3) : '–';
        };
        const read = words ? 'and words' : 'features';
        const cells = [mean((f) => f.precision), mean((f) => f.recall), mean((f) => f.f1), mean((f) => f.order)];
        return [set, String(topics.length), String(examples), read, ...cells];
      });
    }),
  );
  return [['set', 'topics', 'examples', 'reads', 'precision', 'recall', 'F1', 'order'], ...lines]
    .map((cells) => cells.map((cell) => cell.padEnd(11)).join(''))
    .join('\n');
}

function topicsOf(rows: readonly TopicRow[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const topic of rows.flatMap(({ topics }) => topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

function measured(
  rows: readonly TopicRow[],
  features: FeatureScale,
  { topic, examples, seed, words }: { topic: string; examples: number; seed: number; words: boolean },
): Figures | null {
  const has = ({ topics }: TopicRow) => topics.includes(topic);
  const shuffled = shuffle(rows, chanceOf(seed + 1));
  const drawn = shuffled.slice(0, DRAWN);
  const taken = new Set([...shuffled.slice(DRAWN).filter(has).slice(0, examples), ...drawn]);
  const others = shuffled
    .slice(DRAWN, DRAWN + Math.min(MOST_OTHERS, Math.floor(rows.length * OTHERS_SHARE)))
    .filter((row) => !taken.has(row));
  const lesson = learnTag({
    name: topic,
    examples: [...taken].map((row) => ({ ...row, group: row.text, tagged: has(row), drawn: drawn.includes(row) })),
    others,
    features,
    words,
  });
  const known = new Set([...taken, ...others]);
  return (
    lesson &&
    figuresOf(
      lesson,
      shuffled.filter((row) => !known.has(row)).map((row) => ({ ...row, tagged: has(row) })),
    )
  );
}

function figuresOf(
  { head, best }: TagLesson,
  rows: readonly (TagText & { readonly tagged: boolean })[],
): Figures | null {
  const told = rows.map(({ features, text, tagged }) => ({
    tagged,
    told: headProbabilities(head, features, text)?.[TAGGED] ?? 0,
  }));
  const score = scoreAt(told, best.threshold);
  let found = 0;
  const precisions = told
    .toSorted((a, b) => b.told - a.told)
    .flatMap(({ tagged }, index) => (tagged ? [++found / (index + 1)] : []));
  if (!found) return null;
  return { ...score, f1: f1Of(score), order: precisions.reduce((sum, value) => sum + value, 0) / found };
}
