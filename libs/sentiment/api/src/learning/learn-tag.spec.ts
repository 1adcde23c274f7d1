import { chanceOf } from '../testing/chance';
import { chances } from './cross-validation';
import { f1Of, learnTag, scoreAt, TAGGED, type TagRow } from './learn-tag';

const WIDTH = 10;
const features = { mean: new Array<number>(WIDTH).fill(0), scale: new Array<number>(WIDTH).fill(1) };
const chance = chanceOf(11);
const featuresOf = (tagged: boolean) =>
  Float32Array.from({ length: WIDTH }, (_, at) => (chance() - 0.5) * 2 + (tagged && at < 2 ? 0.9 : 0));
const RATE = 0.1;
/** Comments as they come in. */
const drawn = (count: number): TagRow[] =>
  Array.from({ length: count }, (_, index) => {
    const tagged = chance() < RATE;
    return { features: featuresOf(tagged), tagged, group: `drawn ${index}`, drawn: true };
  });
const found = (count: number): TagRow[] =>
  Array.from({ length: count }, (_, index) => ({
    features: featuresOf(true),
    tagged: true,
    group: `found ${index}`,
    drawn: false,
  }));
const others = (count: number) => drawn(count).map((row) => row.features);

describe('learning a tag', () => {
  it('waits for ten positive examples, and for something to compare with', () => {
    expect(learnTag({ name: 'late', examples: found(9), others: others(50), features })).toBeNull();
    expect(learnTag({ name: 'late', examples: found(10), others: [], features })).toBeNull();
    expect(learnTag({ name: 'late', examples: found(10), others: others(50), features })).not.toBeNull();
  });

  it('promises of a rare tag what comes true, and not what examples alone say', () => {
    const lesson = learnTag({ name: 'late', examples: [...found(60), ...drawn(400)], others: others(400), features });
    const told = drawn(3000).map((row) => ({
      tagged: row.tagged,
      told: lesson ? (chances(lesson.head, { features: row.features, gold: 0 })[TAGGED] ?? 0) : 0,
    }));
    const truth = scoreAt(told, lesson?.best.threshold ?? 0);
    expect(lesson?.rate.value).toBeCloseTo(RATE, 1);
    expect(Math.abs((lesson?.best.precision ?? 0) - truth.precision)).toBeLessThan(0.15);
    expect(Math.abs((lesson?.best.recall ?? 0) - truth.recall)).toBeLessThan(0.15);
    expect(f1Of(truth)).toBeGreaterThan(2 * RATE);
  });

  it('counts what a threshold calls tagged', () => {
    const told = [
      { tagged: true, told: 0.9 },
      { tagged: true, told: 0.4 },
      { tagged: false, told: 0.6 },
    ];
    expect(scoreAt(told, 0.5)).toEqual({ threshold: 0.5, precision: 0.5, recall: 0.5 });
    expect(scoreAt(told, 0.95)).toEqual({ threshold: 0.95, precision: 1, recall: 0 });
  });
});
