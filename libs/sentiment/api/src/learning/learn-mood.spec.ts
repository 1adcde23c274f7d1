import { headSchema } from '@moodline/language-model/api';
import { LABELS, type Label } from '@moodline/comments/contract';
import { chanceOf } from '../testing/chance';
import { chanceOfGain } from './comparison';
import { isProposed } from './is-proposed';
import { learnMood, type MoodRow, type MoodTask } from './learn-mood';

const WIDTH = 12;
const OPTIONS = ['positive', 'negative', 'neutral'];
/** Reads the first three features, one for each mood. */
const shipped = headSchema.parse({
  name: 'mood',
  options: OPTIONS,
  weights: OPTIONS.map((_, option) => Array.from({ length: WIDTH }, (__, at) => (at === option ? 2 : 0))),
  bias: [0, 0, 0],
});

/** Texts of a world in which features tell the mood; in a strange one, feature 3 means that what sounds positive is a complaint, and the other way round. */
function world(
  count: number,
  {
    seed,
    strange = 0,
    measures = true,
    complaints = 1 / 3,
    noise = 0.9,
  }: { seed: number; strange?: number; measures?: boolean; complaints?: number; noise?: number },
): MoodRow[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, index) => {
    const sounds = chance() < complaints ? 1 : chance() < 0.5 ? 0 : 2;
    const features = Float32Array.from(
      { length: WIDTH },
      (__, at) => (chance() - 0.5) * noise + (at === sounds ? 1 : 0),
    );
    const isStrange = chance() < strange && sounds < 2;
    if (isStrange) features[3 + sounds] = (features[3 + sounds] ?? 0) + 4;
    const gold = OPTIONS[isStrange ? 1 - sounds : sounds] as Label;
    return { features, gold, language: 'en' as const, group: `${seed} ${index}`, measures };
  });
}

const language = { temperature: 1, bias: { positive: 0, neutral: 0, negative: 0 }, unsureBelow: 0.5 };
const task = (own: readonly MoodRow[]): MoodTask => ({
  own,
  replay: world(600, { seed: 1 }),
  known: world(200, { seed: 2 }),
  shipped,
  features: { mean: new Array<number>(WIDTH).fill(0), scale: new Array<number>(WIDTH).fill(1) },
  calibration: { note: '', model: 'm', languages: { en: language } },
});

describe('learning moods', () => {
  it('learns what words mean in a workspace, keeps what it knew, and is proposed', () => {
    const lesson = learnMood(task(world(160, { seed: 3, strange: 0.6 })));
    expect(lesson.own.after).toBeGreaterThan(lesson.own.before);
    expect(lesson.known.after).toBeGreaterThan(lesson.known.before - 3);
    expect(isProposed(lesson)).toBe(true);
  });

  it('is not proposed where there is nothing to learn', () => {
    for (const seed of [4, 5]) expect(isProposed(learnMood(task(world(100, { seed }))))).toBe(false);
  });

  it('learns from what was corrected in passing and measures nothing by it', () => {
    const lesson = learnMood(task(world(120, { seed: 7, strange: 0.6, measures: false })));
    expect(lesson.own.n).toBe(0);
    expect(isProposed(lesson)).toBe(false);
    expect(lesson.head.weights).not.toEqual(shipped.weights);
  });

  it('leaves the calibration of a language with few rows, and fits the temperature anew where there are many', () => {
    const { temperature, unsureBelow } = language;
    expect(learnMood(task(world(60, { seed: 8 }))).calibration.languages.en).toMatchObject({
      temperature,
      unsureBelow,
    });
    const fitted = learnMood(task(world(160, { seed: 3, strange: 0.6 }))).calibration.languages.en;
    expect(fitted?.temperature).not.toBe(1);
    expect(LABELS.every((label) => Number.isFinite(fitted?.bias[label]))).toBe(true);
  });
});

describe('how often moods occur in a workspace', () => {
  const complaining = { complaints: 0.8, noise: 2.4 };
  const even = { replay: world(300, { seed: 21, noise: 2.4 }), known: world(300, { seed: 22, noise: 2.4 }) };
  const calibration = { note: '', model: 'm', languages: { en: language, zh: language } };

  it('is learned apart: the language gets biases, and what was known stays', () => {
    const lesson = learnMood({ ...task(world(150, { seed: 23, ...complaining })), ...even, calibration });
    const { en, zh } = lesson.calibration.languages;
    expect((en?.bias.negative ?? 0) - (en?.bias.positive ?? 0)).toBeGreaterThan(0.5);
    expect(zh).toEqual(language);
    expect(lesson.own.after).toBeGreaterThan(lesson.own.before + 10);
    expect(isProposed(lesson)).toBe(true);
  });

  it('is not learned from what was corrected in passing, nor from a few texts', () => {
    const passing = world(150, { seed: 24, measures: false, ...complaining });
    const few = world(9, { seed: 25, ...complaining });
    expect(learnMood({ ...task([...passing, ...few]), ...even }).calibration.languages.en).toEqual(language);
  });
});

describe('a proposal', () => {
  const compared = (n: number, gained: number, lost: number) => ({
    n,
    before: 80,
    after: 80 + gained - lost,
    gained,
    lost,
    chance: chanceOfGain(gained, lost),
  });
  const same = compared(700, 3, 3);

  it.each([
    ['better beyond chance, nothing lost', compared(100, 12, 2), same, true],
    ['better by chance', compared(100, 4, 2), same, false],
    ['worse', compared(100, 2, 12), same, false],
    ['better, but something was forgotten', compared(100, 12, 2), compared(700, 2, 10), false],
    ['better, three rows forgotten beyond chance', compared(100, 12, 2), compared(700, 0, 3), true],
    ['better, four rows forgotten beyond chance', compared(100, 12, 2), compared(700, 0, 4), false],
    ['better, some forgotten as by chance', compared(100, 12, 2), compared(700, 14, 20), true],
  ])('%s', (_, own, known, proposed) => expect(isProposed({ own, known })).toBe(proposed));
});

describe('learning once more', () => {
  it('compares with the head in force, on judgements that it has not learned from', () => {
    const rows = world(120, { seed: 11, strange: 0.6 });
    // As if it had learned that what sounds positive is a complaint, and nothing else.
    const contrary = {
      ...shipped,
      weights: [shipped.weights[1], shipped.weights[0], shipped.weights[2]].map((row) => row ?? []),
    };
    const inForce = { head: contrary, calibration: task([]).calibration };
    const seen = rows.slice(0, 50).map((row) => ({ ...row, seen: true }));
    const lesson = learnMood({ ...task([...seen, ...rows.slice(50)]), inForce });
    expect(lesson.own.n).toBe(70);
    const wrongOnly = rows.slice(50).filter(({ gold, features }) => {
      const sounds = OPTIONS[features.slice(0, 3).indexOf(Math.max(...features.slice(0, 3)))];
      return sounds !== 'neutral' && sounds === gold;
    });
    expect(lesson.own.before).toBeLessThanOrEqual(70 - wrongOnly.length);
    expect(lesson.own.after).toBeGreaterThan(lesson.own.before);
  });
});
