import type { FeatureScale, Head } from '@moodline/language-model/api';
import { LABELS, type Label } from '@moodline/comments/contract';
import { LANGUAGES, type Language } from '@moodline/shared/contract';
import { unsureBand, type AnsweredText } from '../calibration/calibrate-set';
import {
  calibrationOf,
  NO_CALIBRATION,
  scaled,
  type Calibration,
  type LanguageCalibration,
} from '../calibration/calibration';
import { fitTemperature } from '../calibration/fit-temperature';
import { compare, type Comparison } from './comparison';
import { chances, crossValidate, type JudgedRow } from './cross-validation';

/** The features of a text with its right label. */
export interface MoodRow {
  readonly features: Float32Array;
  readonly gold: Label;
  readonly language: Language;
  /** Nearly the same texts have one group. */
  readonly group: string;
  /**
   * Whether it was judged whatever the label was. What people correct in passing they correct because it is wrong: it teaches, but
   * nothing can be measured by it.
   */
  readonly measures: boolean;
  /** The head in force has learned from it: it says nothing about how right that one is. */
  readonly seen?: boolean;
}

export interface MoodTask {
  /** What people of the workspace judged. */
  readonly own: readonly MoodRow[];
  /** Rows of the set that the shipped head was made with: learned from again, so that nothing is forgotten. */
  readonly replay: readonly MoodRow[];
  /** Rows that no head has learned from: they tell whether something was forgotten. */
  readonly known: readonly MoodRow[];
  readonly shipped: Head;
  readonly features: FeatureScale;
  /** Of the shipped head, with the model that it is of. */
  readonly calibration: Calibration;
  /** What the new head has to be better than; without it the shipped one. */
  readonly inForce?: { readonly head: Head; readonly calibration: Calibration };
}

export interface MoodLesson {
  readonly head: Head;
  readonly calibration: Calibration;
  readonly strength: number;
  /** On the own rows that measure and that the head in force has not seen; each is predicted by a new head that has not seen it either. */
  readonly own: Comparison;
  readonly known: Comparison;
}

/**
 * Tried by cross-validation, from moving the weights hardly at all to learning freely. Found on tweets and hotel, weibo and takeaway texts
 * that no tuning had seen (see docs/labels.md): 50 to 200 rows learn most with 100 to 1000.
 */
const STRENGTHS = [3000, 1000, 300, 100, 30];
/**
 * What a replayed row weighs against one of the workspace's own, and from how many of these on it weighs more in proportion. With none,
 * other kinds of text lose several points on the same rows.
 */
const REPLAY_WEIGHT = 0.1;
const REPLAY_FOR = 200;
/** With fewer rows of a language nothing is said of how often its labels occur. */
const ENOUGH_FOR_RATES = 10;
/** Fewer rows than this say nothing about how sure a head may be. */
const ENOUGH_FOR_TEMPERATURE = 100;
const ENOUGH_FOR_BAND = 200;

/**
 * Learns a mood head from what people judged: a regression pulled towards the shipped head, with the strength that predicts best on
 * rows kept out. The biases per language of the shipped calibration stand beside the scores all the while, so the new head starts
 * where labelling is now.
 *
 * How often labels occur in the workspace is learned apart, as a bias of each language that goes into the calibration. Written comments
 * are replayed without it: they are even over moods, and would pull the rates of the workspace towards their own.
 */
export function learnMood({ own, replay, known, shipped, features, calibration, inForce }: MoodTask): MoodLesson {
  const before = inForce ?? { head: shipped, calibration };
  const rated = languagesOf(own);
  const rowOf = (row: MoodRow): JudgedRow => ({
    features: row.features,
    gold: shipped.options.indexOf(row.gold),
    group: row.group,
    offset: offsetOf(shipped, calibrationOf(calibration, calibration.model, row.language)),
  });
  const rows = own.map((row) => ({ ...rowOf(row), ...originOf(row, rated) }));
  const temperature = temperatureOf(own, calibration);
  const fitted = crossValidate({
    rows,
    always: replay.map((row) => ({ ...rowOf(row), weight: REPLAY_WEIGHT * Math.max(1, own.length / REPLAY_FOR) })),
    towards: { ...shipped, temperature: shipped.temperature * temperature },
    features,
    strengths: STRENGTHS,
  });
  const head = { ...fitted.head, temperature: shipped.temperature };
  const heldOut = fitted.heldOut.map((told) => scaled(told, 1 / temperature));
  const judged = rows.flatMap(({ gold }, index) => {
    const row = own[index];
    return row?.measures && !row.seen
      ? [{ before: isRight(before.head, before.calibration, row), after: highest(heldOut[index] ?? []) === gold }]
      : [];
  });
  // Without the rates of a workspace, those of a head in force neither: they say nothing about what was forgotten.
  const remembered = known.map((row) => ({
    before: isRight(before.head, calibration, row),
    after: isRight(head, calibration, row),
  }));
  const measuring = own.flatMap((row, index) => (row.measures ? [{ row, told: heldOut[index] ?? [] }] : []));
  const there = { ...calibration, languages: withRates(calibration, shipped, fitted.origins) };
  return {
    head: { ...head, weights: head.weights.map((row) => row.map(rounded)), bias: head.bias.map(rounded) },
    strength: fitted.strength,
    own: compare(judged),
    known: compare(remembered),
    calibration: { ...calibration, languages: recalibrated(there, shipped, measuring) },
  };
}

const highest = (told: readonly number[]) => told.indexOf(Math.max(...told));

/** Whether a head is right about a text, with the biases of a calibration. */
function isRight(head: Head, calibration: Calibration, { features, gold, language }: MoodRow): boolean {
  const offset = offsetOf(head, calibrationOf(calibration, calibration.model, language));
  const option = head.options.indexOf(gold);
  return highest(chances(head, { features, gold: option, offset })) === option;
}

/** Languages of which enough was judged, whatever its label was, to tell how often labels occur. */
function languagesOf(own: readonly MoodRow[]): Set<Language> {
  const measuring = Map.groupBy(
    own.filter(({ measures }) => measures),
    ({ language }) => language,
  );
  return new Set([...measuring].flatMap(([language, rows]) => (rows.length < ENOUGH_FOR_RATES ? [] : [language])));
}

/** What was corrected in passing was wrong before: its labels do not occur as often as those of the workspace. */
function originOf({ language, measures }: MoodRow, rated: ReadonlySet<Language>): { readonly origin?: string } {
  if (!measures) return { origin: 'in passing' };
  return rated.has(language) ? { origin: language } : {};
}

/** How much too sure the shipped head is of texts in the languages of the rows: it is held where it is when that is taken off. */
function temperatureOf(own: readonly MoodRow[], calibration: Calibration): number {
  const temperatures = own.map(({ language }) => calibrationOf(calibration, calibration.model, language).temperature);
  return temperatures.length ? temperatures.reduce((sum, value) => sum + value, 0) / temperatures.length : 1;
}

/** A calibration's languages with the biases that were learned of them. */
function withRates(
  { languages }: Calibration,
  { options }: Head,
  origins: ReadonlyMap<string, readonly number[]>,
): Calibration['languages'] {
  const learned = LANGUAGES.flatMap((language) => {
    const rates = origins.get(language);
    if (!rates) return [];
    const before = languages[language] ?? NO_CALIBRATION;
    const moved = (label: Label) =>
      rounded(before.bias[label] + (rates[options.indexOf(label)] ?? 0) / before.temperature);
    const bias = { positive: moved('positive'), neutral: moved('neutral'), negative: moved('negative') };
    return [[language, { ...before, bias }] as const];
  });
  return { ...languages, ...Object.fromEntries(learned) };
}

/** A bias of the calibration is added after the division by its temperature, an offset before. */
function offsetOf({ options }: Head, { bias, temperature }: LanguageCalibration): number[] {
  return options.map((option) => temperature * bias[option as Label]);
}

/**
 * The calibration of the new head: with rows enough, the temperature is fitted anew on what it said of rows it had not seen, and the
 * band of unsure labels too.
 */
function recalibrated(
  { languages }: Calibration,
  { options }: Head,
  measuring: readonly { row: MoodRow; told: readonly number[] }[],
): Calibration['languages'] {
  const entries = LANGUAGES.flatMap((language) => {
    const before = languages[language];
    const of = measuring.filter(({ row }) => row.language === language);
    if (language === 'und' || (!before && !of.length)) return [];
    if (of.length < ENOUGH_FOR_TEMPERATURE) return [[language, before ?? NO_CALIBRATION] as const];
    const { temperature: old, bias, ...kept } = before ?? NO_CALIBRATION;
    const temperature = fitTemperature(
      of.map(({ row, told }) => ({ probabilities: told, gold: options.indexOf(row.gold) })),
    );
    const moved = (value: number) => (old * value) / temperature;
    const fitted = { positive: moved(bias.positive), neutral: moved(bias.neutral), negative: moved(bias.negative) };
    const band = of.length < ENOUGH_FOR_BAND ? {} : { unsureBelow: bandOf(of, options, temperature) };
    return [[language, { ...kept, ...band, temperature, bias: fitted }] as const];
  });
  return Object.fromEntries(entries);
}

function bandOf(
  rows: readonly { row: MoodRow; told: readonly number[] }[],
  options: readonly string[],
  temperature: number,
): number {
  const answered = rows.map(({ row, told }): AnsweredText => ({
    gold: row.gold,
    language: row.language,
    source: '',
    answer: { mood: LABELS.map((label) => told[options.indexOf(label)] ?? 0) },
  }));
  return unsureBand(answered, { temperature, bias: NO_CALIBRATION.bias });
}

/** Six digits, as in the heads that are shipped: a version is kept in the database and sent to the browser. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
