import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wantedBy } from '../intent-decision';
import { outsideReason } from '../outside';
import type { Understanding } from '../understanding';
import { fitSparseHead, type FittedRow } from './fit-sparse-head';
import { LEARNED_INTENTS, LEARNED_MOODS, learnedQuestion, traitsOf, type QuestionHeads } from './learned-question';
import { TOPIC_OPTIONS } from './learned-topics';
import { QUESTION_HEADS } from './question-heads';
import { packHeads, type Traits } from './sparse-head';
import { topicUnits } from './topic-traits';
import { askedQuestions, writtenQuestions, type WrittenQuestion } from './written-questions';

/** How hard weights are held at zero: between a tenth and ten times of it accuracy differs by less than two points. */
const STRENGTH = 0.2;
const FOLDS = 5;

interface Surroundings {
  readonly rootDir: string;
  readonly print: (text: string) => void;
}

interface Row extends WrittenQuestion {
  readonly traits: Traits;
}

/**
 * `npm run eval -- questions`: fits what is learned from the written questions, and shows by cross-validation what it gets right of
 * questions that it did not see, beside the rules alone. With `--write` the heads of all of them are put into the product.
 */
export function runQuestionFitting(args: readonly string[], { rootDir, print }: Surroundings): number {
  const withTraits = (question: WrittenQuestion): Row => ({ ...question, traits: traitsOf(question.read) });
  const rows = writtenQuestions(rootDir).map(withTraits);
  const asked = askedQuestions(rootDir).map(withTraits);
  print(`${rows.length} written questions, and ${asked.length} of the evaluation of the chat to learn from`);
  if (!args.includes('--write')) print(validated(rows, asked));
  else {
    writeFileSync(join(rootDir, QUESTION_HEADS), packHeads({ ...headsOf([...rows, ...asked]) }));
    print(`Written to ${QUESTION_HEADS}.`);
  }
  return 0;
}

function headsOf(rows: readonly Row[]): QuestionHeads {
  const fitted = (options: readonly string[], gold: (row: Row) => string) =>
    fitSparseHead(
      rows.flatMap((row): FittedRow[] => {
        const at = options.indexOf(gold(row));
        return at < 0 ? [] : [{ traits: row.traits, gold: at }];
      }),
      options,
      STRENGTH,
    );
  return {
    intent: fitted(LEARNED_INTENTS, ({ intent }) => intent),
    mood: fitted(LEARNED_MOODS, ({ mood }) => mood),
    topic: fitSparseHead(rows.flatMap(topicRows), TOPIC_OPTIONS, STRENGTH),
  };
}

const topicRows = ({ read, topics }: Row): FittedRow[] =>
  topics
    ? topicUnits(read).map(({ traits, start, end }) => ({
        traits,
        gold: TOPIC_OPTIONS.indexOf(topics.some((span) => start >= span.start && end <= span.end) ? 'topic' : 'other'),
      }))
    : [];

/** Each fifth read by heads that learned from the other four. */
function validated(rows: readonly Row[], asked: readonly Row[]): string {
  const seen = Array.from({ length: FOLDS }, (_, fold) => {
    const heads = headsOf([...rows.filter((__, at) => at % FOLDS !== fold), ...asked]);
    return rows
      .filter((__, at) => at % FOLDS === fold)
      .map((row) => ({ row, learned: learnedQuestion(row.read, heads) }));
  }).flat();
  const lines = [...Map.groupBy(seen, ({ row }) => row.read.language)].map(([language, own]) => {
    const right = (is: (one: (typeof own)[number]) => boolean) =>
      ((100 * own.filter(is).length) / own.length).toFixed(1);
    const sure = own.filter(({ learned }) => (learned.intents[0]?.probability ?? 0) >= 0.5);
    const wrong = sure.filter(({ row, learned }) => learned.intents[0]?.option !== row.intent).length;
    return [
      `${language}: ${own.length} questions`,
      `  intent right: rules ${right(({ row }) => ruledIntent(row) === row.intent)} %, learned ${right(({ row, learned }) => learned.intents[0]?.option === row.intent)} %; sure of ${((100 * sure.length) / own.length).toFixed(1)} %, of these wrong ${((100 * wrong) / sure.length).toFixed(1)} %`,
      `  mood right: rules ${right(({ row }) => (row.read.labels.length === 1 ? row.read.labels[0] : '') === row.mood)} %, learned ${right(({ row, learned }) => learned.moods[0]?.option === row.mood)} %`,
      `  topic exactly right: rules ${right(({ row }) => isExact(row, row.read.topics))} %, learned ${right(({ row, learned }) => isExact(row, learned.topics))} %`,
      `  topic where there is none: rules ${right(({ row }) => row.topics?.length === 0 && row.read.topics.length > 0)} %, learned ${right(({ row, learned }) => row.topics?.length === 0 && learned.topics.length > 0)} %`,
      `  no topic where there is one: rules ${right(({ row }) => !!row.topics?.length && !row.read.topics.length)} %, learned ${right(({ row, learned }) => !!row.topics?.length && !learned.topics.length)} %`,
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
