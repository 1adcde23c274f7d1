import {
  COMMENT_KINDS,
  EMOTIONS,
  LABELS,
  type CommentKind,
  type Emotion,
  type Label,
} from '@moodline/comments/contract';
import { LANGUAGES, type Language } from '@moodline/shared/contract';
import type { LabelAnswer } from '../label-answer';
import { calibrate, mostProbable, NO_CALIBRATION, type Calibration, type LanguageCalibration } from './calibration';
import { fitCalibration, type FitRow, type Fitted } from './fit';
import { fitTemperature } from './fit-temperature';

/** A text of a development set with the model's answer. */
export interface AnsweredText {
  readonly gold: Label;
  readonly language: Language;
  readonly source: string;
  readonly answer: LabelAnswer;
  /** What the heads beside the mood should say, where that is known. */
  readonly saying?: { readonly emotion: Emotion | null; readonly kind: CommentKind | null };
}

/** Fewer rows than this in three-label sets, and a language takes the parameters of all languages together. */
const ENOUGH = 200;
/** The band of unsure labels: fewer than this share of them are right … */
const RIGHT_BELOW = 0.6;
/** … and they are at most this share of all, or nobody would look at them: on other comments it comes to some 12 %. */
const MAX_UNSURE = 0.1;
/** Fewer rows say nothing about a band. */
const FEWEST_IN_BAND = 20;
/** A temperature is one number: so many rows tell it. */
const ENOUGH_FOR_TEMPERATURE = 100;
const STEP = 0.01;

/**
 * Fits temperature, bias and the band of unsure labels per language. Each row weighs the same. What a row says about a label that
 * never occurs in its source (reviews have no neutral) is not used.
 * @param model name of the model that gave the answers
 * @param withBias false for a head, which was fitted with its own: a bias of a language on top of it says how often labels occur in the
 *   rows at hand. Measured with English: it took 10 points from tweets to airlines and gave 3.
 */
export function calibrateSet(
  rows: readonly AnsweredText[],
  about: { readonly model: string; readonly note: string },
  { withBias = true }: { readonly withBias?: boolean } = {},
): Calibration {
  const labelsOf = new Map(
    [...Map.groupBy(rows, sourceOf)].map(([source, members]) => [source, new Set(members.map(({ gold }) => gold))]),
  );
  const prepared = rows.map((row) => ({ row, fit: fitRow(row, labelsOf.get(sourceOf(row)) ?? new Set(LABELS)) }));
  const fitOf = (members: typeof prepared) =>
    fitCalibration(
      members.map(({ fit }) => fit),
      { withBias },
    );
  const shared = fitOf(prepared);
  const entries = LANGUAGES.flatMap((language) => {
    const members = prepared.filter(({ row }) => row.language === language);
    if (language === 'und' || !members.length) return [];
    const own = members.filter(({ fit }) => fit.possible.every(Boolean)).length >= ENOUGH;
    const fitted = rounded(own ? fitOf(members) : shared);
    const judged = (own ? members : prepared).map(({ row }) => row);
    const beside = headTemperatures(rows, language);
    return [[language, { ...fitted, unsureBelow: unsureBand(judged, fitted), ...beside }] as const];
  });
  return { ...about, languages: Object.fromEntries(entries) };
}

/** The highest probability below which fewer than {@link RIGHT_BELOW} of the labels are right and at most {@link MAX_UNSURE} of all labels lie. */
export function unsureBand(rows: readonly AnsweredText[], fitted: Fitted): number {
  const judged = rows.map(({ gold, answer }) => {
    const probabilities = calibrate(answer.mood, { ...fitted, unsureBelow: 0 });
    const label = mostProbable(probabilities);
    return { certainty: probabilities[label], right: label === gold };
  });
  const thresholds = Array.from(
    { length: Math.round((0.9 - 0.34) / STEP) },
    (_, index) => Math.round((0.9 - index * STEP) * 100) / 100,
  );
  return thresholds.find((threshold) => isBand(judged, threshold)) ?? NO_CALIBRATION.unsureBelow;
}

function isBand(judged: readonly { certainty: number; right: boolean }[], threshold: number): boolean {
  const band = judged.filter(({ certainty }) => certainty < threshold);
  const right = band.filter((entry) => entry.right).length;
  return (
    band.length >= FEWEST_IN_BAND && band.length <= judged.length * MAX_UNSURE && right < band.length * RIGHT_BELOW
  );
}

/** Temperatures of the heads beside the mood, of a language where it has rows enough, else of all languages. */
function headTemperatures(
  rows: readonly AnsweredText[],
  language: Language,
): Pick<LanguageCalibration, 'emotionTemperature' | 'kindTemperature'> {
  const temperature = (head: 'emotion' | 'kind', options: readonly string[]) => {
    const known = rows.flatMap(({ saying, answer, language: of }) => {
      const [gold, probabilities] = [saying?.[head], answer[head]];
      return gold && probabilities ? [{ probabilities, gold: options.indexOf(gold), language: of }] : [];
    });
    const own = known.filter((row) => row.language === language);
    return known.length ? roundTo3(fitTemperature(own.length >= ENOUGH_FOR_TEMPERATURE ? own : known)) : undefined;
  };
  const [emotionTemperature, kindTemperature] = [temperature('emotion', EMOTIONS), temperature('kind', COMMENT_KINDS)];
  return {
    ...(emotionTemperature ? { emotionTemperature } : {}),
    ...(kindTemperature ? { kindTemperature } : {}),
  };
}

const roundTo3 = (value: number) => Math.round(value * 1000) / 1000;

const sourceOf = ({ language, source }: AnsweredText) => JSON.stringify([language, source]);

const fitRow = ({ gold, answer }: AnsweredText, occurring: ReadonlySet<Label>): FitRow => ({
  probabilities: answer.mood,
  gold: LABELS.indexOf(gold),
  possible: LABELS.map((label) => occurring.has(label)),
  weight: 1,
});

/** Three decimals are more than some hundred rows can tell, and can be read. */
function rounded({ temperature, bias }: Fitted): Omit<LanguageCalibration, 'unsureBelow'> {
  return {
    temperature: roundTo3(temperature),
    bias: { positive: roundTo3(bias.positive), neutral: roundTo3(bias.neutral), negative: roundTo3(bias.negative) },
  };
}
