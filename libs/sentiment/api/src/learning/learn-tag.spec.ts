import { chanceOf } from '../testing/chance';
import { headProbabilities, headSchema } from '@moodline/language-model/api';
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
    return { features: featuresOf(tagged), text: 'said', tagged, group: `drawn ${index}`, drawn: true };
  });
const found = (count: number): TagRow[] =>
  Array.from({ length: count }, (_, index) => ({
    features: featuresOf(true),
    text: 'said',
    tagged: true,
    group: `found ${index}`,
    drawn: false,
  }));
const others = (count: number) => drawn(count);

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
      told: lesson ? (headProbabilities(lesson.head, row.features, row.text)?.[TAGGED] ?? 0) : 0,
    }));
    const truth = scoreAt(told, lesson?.best.threshold ?? 0);
    expect(lesson?.rate.value).toBeCloseTo(RATE, 1);
    expect(Math.abs((lesson?.best.precision ?? 0) - truth.precision)).toBeLessThan(0.15);
    expect(Math.abs((lesson?.best.recall ?? 0) - truth.recall)).toBeLessThan(0.15);
    expect(f1Of(truth)).toBeGreaterThan(2 * RATE);
  });

  it('finds by its words what the model’s features do not tell', () => {
    const about = (tagged: boolean, index: number): TagRow => ({
      features: featuresOf(false),
      text: tagged ? `the parcel number ${index} is late` : `the sound of song ${index} is fine`,
      ...{ tagged, group: `${tagged} ${index}`, drawn: false },
    });
    const examples = Array.from({ length: 12 }, (_, index) => about(true, index));
    const without = Array.from({ length: 60 }, (_, index) => about(false, index));
    const fresh = [...Array(40).keys()].map((index) => about(index % 2 === 0, 500 + index));
    const right = (words: boolean) => {
      const lesson = learnTag({ name: 'late', examples, others: without, features, words });
      const told = (row: TagRow) => (lesson && headProbabilities(lesson.head, row.features, row.text)?.[TAGGED]) ?? 0;
      return fresh.filter((row) => told(row) >= (lesson?.best.threshold ?? 1) === row.tagged).length;
    };
    expect(right(true)).toBe(40);
    expect(right(false)).toBeLessThan(32);
  });

  it('keeps a head as text that reads as before, and no longer than need be', () => {
    const lesson = learnTag({ name: 'late', examples: [...found(12), ...drawn(20)], others: others(50), features });
    const kept = JSON.stringify(lesson?.head);
    const [row] = drawn(1) as [TagRow];
    const read = headSchema.parse(JSON.parse(kept));
    expect(headProbabilities(read, row.features, row.text)).toEqual(
      lesson && headProbabilities(lesson.head, row.features, row.text),
    );
    expect(kept.length).toBeLessThan(60_000);
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
