import { headProbabilities, type FeatureScale } from '@moodline/language-model/api';
import { FEWEST_EXAMPLES } from '@moodline/sentiment/contract';
import { textForModel } from '../label-decision';
import { chanceOf } from '../testing/chance';
import { f1Of, learnTag, scoreAt, TAGGED, type TagRow } from './learn-tag';
import { shuffle, type FileRow } from './learning-curve';
import { meanAndSpread } from './mean-and-spread';

const TAGS = 3;
/** Positive examples from which a tag is learned, beside some rows that were drawn at random and judged, and others that nobody judged. */
const POSITIVE = [10, 20, 40];
const DRAWN = 50;
const OTHERS = 300;

interface TagPoint {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** F1 that cross-validation told on the examples themselves, before anything else was seen. */
  readonly told: number;
}

/**
 * How well the commonest values of a column are learned as tags: from some positive examples and some drawn rows of one half of the
 * rows, measured on the other half at the threshold that the examples suggest.
 * @returns a table
 */
export function tagCurves(rows: readonly FileRow[], features: FeatureScale, seeds: number): string {
  const named = rows.filter(({ tag }) => tag);
  const counts = [...Map.groupBy(named, ({ tag }) => tag)].sort(([, a], [, b]) => b.length - a.length);
  const lines = counts.slice(0, TAGS).flatMap(([tag, members]) =>
    POSITIVE.map((positive) => {
      const points = Array.from({ length: seeds }, (_, seed) => tagPoint(rows, features, { tag, positive, seed }));
      const known = points.filter((point) => point !== null);
      const cell = (of: (point: TagPoint) => number) => meanAndSpread(known.map(of));
      return [
        `${tag} (${members.length})`,
        String(positive),
        ...[cell((p) => p.precision), cell((p) => p.recall), cell((p) => p.f1), cell((p) => p.told)],
      ];
    }),
  );
  const heading = ['tag (rows)', 'examples', 'precision', 'recall', 'F1', 'F1 as told'];
  return [heading, ...lines]
    .map((cells) => cells.map((cell, column) => (column ? cell.padStart(16) : cell.padEnd(34))).join(''))
    .join('\n');
}

function tagPoint(
  rows: readonly FileRow[],
  features: FeatureScale,
  { tag, positive, seed }: { tag: string; positive: number; seed: number },
): TagPoint | null {
  const shuffled = shuffle(rows, chanceOf(seed + 1));
  const pool = shuffled.slice(0, Math.floor(rows.length / 2));
  const rest = shuffled.slice(pool.length);
  const drawn = pool.slice(0, DRAWN);
  const having = pool
    .slice(DRAWN)
    .filter((row) => row.tag === tag)
    .slice(0, positive);
  if (having.length < Math.max(positive, FEWEST_EXAMPLES)) return null;
  const taken = new Set([...having, ...drawn]);
  const examples = [...taken].map((row): TagRow => ({
    features: row.features,
    text: textForModel(row.text),
    group: row.group,
    tagged: row.tag === tag,
    drawn: drawn.includes(row),
  }));
  const others = pool
    .filter((row) => !taken.has(row))
    .slice(0, OTHERS)
    .map((row) => ({ features: row.features, text: textForModel(row.text) }));
  const lesson = learnTag({ name: tag, examples, others, features });
  if (!lesson) return null;
  const told = rest.map((row) => ({
    tagged: row.tag === tag,
    told: headProbabilities(lesson.head, row.features, textForModel(row.text))?.[TAGGED] ?? 0,
  }));
  const score = scoreAt(told, lesson.best.threshold);
  return { precision: score.precision, recall: score.recall, f1: f1Of(score), told: f1Of(lesson.best) };
}
