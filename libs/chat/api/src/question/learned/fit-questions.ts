import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureScale, LanguageModel, TextReading } from '@moodline/language-model/api';
import { wantedBy } from '../intent-decision';
import { outsideReason } from '../outside';
import type { Understanding } from '../understanding';
import { unitsOf } from './frame';
import { fitSparseChain } from './fit-sparse-chain';
import { fitSparseHead, type FittedRow } from './fit-sparse-head';
import {
  LEARNED_INTENTS,
  LEARNED_MOODS,
  learnedQuestion,
  traitsOf,
  type MeaningHeads,
  type QuestionHeads,
} from './learned-question';
import { mayFollow, TOPIC_OPTIONS } from './learned-topics';
import { featuresAt, READING_ROLE, scaled, WHOLE_WEIGHS } from './question-features';
import { packedQuestionHeads, QUESTION_HEADS } from './question-heads';
import type { SparseChain } from './sparse-chain';
import type { Traits } from './sparse-head';
import { topicUnits, type ModelTold } from './topic-traits';
import { askedQuestions, writtenQuestions, type WrittenQuestion } from './written-questions';

/** How hard weights are held at zero. With features and for topics, half of it and twice as much differ by less than a point. */
const STRENGTH = { words: 0.2, features: 1, topics: 2 } as const;
/** One question of so many is kept out of the fitting, to be measured on. */
const KEPT_OUT = 5;
/** Questions that the model is given at once. */
const BATCH = 256;

interface Surroundings {
  readonly rootDir: string;
  readonly print: (text: string) => void;
  /** The model whose features are learned from. */
  readonly model: Pick<LanguageModel, 'readings' | 'featuresBy'>;
}

interface Row extends WrittenQuestion {
  readonly words: Traits;
  readonly reading: TextReading;
}

/**
 * `npm run eval -- questions`: fits what is learned from four fifths of the written questions, and shows what it gets right of
 * the others, beside the rules alone. With `--write` the heads of all of them are put into the product.
 */
export async function runQuestionFitting(args: readonly string[], around: Surroundings): Promise<number> {
  const { rootDir, print } = around;
  const written = writtenQuestions(rootDir);
  const asked = askedQuestions(rootDir);
  print(`${written.length} written questions, and ${asked.length} of the evaluation of the chat to learn from`);
  const rows = await rowsOf([...written, ...asked], around);
  const by = around.model.featuresBy ?? '';
  if (!args.includes('--write')) print(validated(rows.slice(0, written.length), rows.slice(written.length), by));
  else {
    writeFileSync(join(rootDir, QUESTION_HEADS), packedQuestionHeads(headsOf(rows, by)));
    print(`Written to ${QUESTION_HEADS}.`);
  }
  return 0;
}

async function rowsOf(questions: readonly WrittenQuestion[], { model, print }: Surroundings): Promise<Row[]> {
  const rows: Row[] = [];
  while (rows.length < questions.length) {
    const batch = questions.slice(rows.length, rows.length + BATCH);
    const readings = await model.readings({ role: READING_ROLE, texts: batch.map(({ read }) => read.text) });
    batch.forEach((question, at) => {
      const reading = readings[at];
      if (!reading) throw new Error(`The model gave no features of "${question.read.text}".`);
      rows.push({ ...question, words: traitsOf(question.read), reading });
    });
    if (rows.length % (BATCH * 10) === 0) print(`  ${rows.length} questions read by the model`);
  }
  return rows;
}

function headsOf(rows: readonly Row[], by: string): QuestionHeads {
  const scale = {
    whole: scaleOf(rows.map(({ reading }) => reading.whole)),
    tokens: scaleOf(
      rows.flatMap(({ read, reading }) => unitsOf(read.frame).map(({ end }) => featuresAt(reading, end))),
    ),
  };
  const meaning = (strength: number, traits: (row: Row) => Traits): Omit<MeaningHeads, 'topic'> => {
    const fitted = (options: readonly string[], gold: (row: Row) => string) =>
      fitSparseHead(
        rows.flatMap((row): FittedRow[] => {
          const at = options.indexOf(gold(row));
          return at < 0 ? [] : [{ traits: traits(row), gold: at }];
        }),
        options,
        strength,
      );
    return { intent: fitted(LEARNED_INTENTS, ({ intent }) => intent), mood: fitted(LEARNED_MOODS, ({ mood }) => mood) };
  };
  const withFeatures = ({ words, reading }: Row) => ({
    ...words,
    dense: scaled(reading.whole, scale.whole, WHOLE_WEIGHS),
  });
  const told = ({ reading }: Row): ModelTold => ({ reading, scale: scale.tokens });
  return {
    words: { ...meaning(STRENGTH.words, ({ words }) => words), topic: topicChain(rows, () => null) },
    features: { ...meaning(STRENGTH.features, withFeatures), topic: topicChain(rows, told), by, scale },
  };
}

const topicChain = (rows: readonly Row[], told: (row: Row) => ModelTold | null): SparseChain =>
  fitSparseChain(
    rows.map((row) => topicRows(row, told(row))).filter(({ length }) => length > 0),
    { options: TOPIC_OPTIONS, mayFollow, strength: STRENGTH.topics },
  );

/** Mean and standard deviation of each feature. */
function scaleOf(rows: readonly Float32Array[]): FeatureScale {
  const width = rows[0]?.length ?? 0;
  const meanOf = (value: (row: Float32Array, at: number) => number) =>
    Array.from({ length: width }, (_, at) => rows.reduce((sum, row) => sum + value(row, at), 0) / rows.length);
  const mean = meanOf((row, at) => row[at] ?? 0);
  const variance = meanOf((row, at) => ((row[at] ?? 0) - (mean[at] ?? 0)) ** 2);
  return { mean, scale: variance.map((value) => Math.sqrt(value) || 1) };
}

/** The units of a question with what each is of its topics; none where these are not known. */
function topicRows({ read, topics }: Row, told: ModelTold | null): FittedRow[] {
  if (!topics) return [];
  const units = topicUnits(read, told);
  const spanOf = (unit: (typeof units)[number] | undefined) =>
    unit && topics.find(({ start, end }) => unit.start >= start && unit.end <= end);
  return units.map((unit, at) => {
    const span = spanOf(unit);
    const option = span ? (spanOf(units[at - 1]) === span ? 'inside' : 'begin') : 'other';
    return { traits: unit.traits, gold: TOPIC_OPTIONS.indexOf(option) };
  });
}

/** Every fifth question, read by heads that learned from the others. */
function validated(rows: readonly Row[], asked: readonly Row[], by: string): string {
  const heads = headsOf([...rows.filter((_, at) => at % KEPT_OUT !== 0), ...asked], by);
  const seen = rows
    .filter((_, at) => at % KEPT_OUT === 0)
    .map((row) => ({
      row,
      words: learnedQuestion(row.read, heads, null),
      learned: learnedQuestion(row.read, heads, row.reading),
    }));
  const lines = [...Map.groupBy(seen, ({ row }) => row.read.language)].map(([language, own]) => {
    const right = (is: (one: (typeof own)[number]) => boolean) =>
      ((100 * own.filter(is).length) / own.length).toFixed(1);
    const sure = own.filter(({ learned }) => (learned.intents[0]?.probability ?? 0) >= 0.5);
    const wrong = sure.filter(({ row, learned }) => learned.intents[0]?.option !== row.intent).length;
    return [
      `${language}: ${own.length} questions`,
      `  intent right: rules ${right(({ row }) => ruledIntent(row) === row.intent)} %, words ${right(({ row, words }) => words.intents[0]?.option === row.intent)} %, model ${right(({ row, learned }) => learned.intents[0]?.option === row.intent)} %; sure of ${((100 * sure.length) / own.length).toFixed(1)} %, of these wrong ${((100 * wrong) / sure.length).toFixed(1)} %`,
      `  mood right: rules ${right(({ row }) => (row.read.labels.length === 1 ? row.read.labels[0] : '') === row.mood)} %, words ${right(({ row, words }) => words.moods[0]?.option === row.mood)} %, model ${right(({ row, learned }) => learned.moods[0]?.option === row.mood)} %`,
      `  topic exactly right: rules ${right(({ row }) => isExact(row, row.read.topics))} %, words ${right(({ row, words }) => isExact(row, words.topics))} %, model ${right(({ row, learned }) => isExact(row, learned.topics))} %`,
      `  topic where there is none: rules ${right(({ row }) => row.topics?.length === 0 && row.read.topics.length > 0)} %, words ${right(({ row, words }) => row.topics?.length === 0 && words.topics.length > 0)} %, model ${right(({ row, learned }) => row.topics?.length === 0 && learned.topics.length > 0)} %`,
      `  no topic where there is one: rules ${right(({ row }) => !!row.topics?.length && !row.read.topics.length)} %, words ${right(({ row, words }) => !!row.topics?.length && !words.topics.length)} %, model ${right(({ row, learned }) => !!row.topics?.length && !learned.topics.length)} %`,
    ].join('\n');
  });
  return lines.join('\n');
}

/** What the rules take for the intent: a question that they decline is none about comments. */
const ruledIntent = ({ read }: Row): string => {
  const reason = outsideReason(read);
  return reason ? (reason === 'other' ? 'other' : 'not-known') : (wantedBy(read)?.intent ?? '');
};

function isExact({ topics, read }: Row, found: Understanding['topics']): boolean {
  const plain = (words: string) => words.toLowerCase().replace(/^(?:the|an?|our|your|their) |[\s'’"「」“”]/gu, '');
  const right = (topics ?? []).map(({ start, end }) => plain(read.text.slice(start, end))).sort();
  return (
    right.join('|') ===
    found
      .map(({ words }) => plain(words))
      .sort()
      .join('|')
  );
}
