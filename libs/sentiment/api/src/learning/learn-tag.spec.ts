import { chanceOf } from '../testing/chance';
import { f1Of, learnTag, scoreAt, type TagRow } from './learn-tag';

const WIDTH = 10;
const features = { mean: new Array<number>(WIDTH).fill(0), scale: new Array<number>(WIDTH).fill(1) };
const chance = chanceOf(11);
const row = (tagged: boolean, index: number): TagRow => ({
  features: Float32Array.from({ length: WIDTH }, (_, at) => (chance() - 0.5) * 2 + (tagged && at < 2 ? 1.5 : 0)),
  tagged,
  group: `${index} ${tagged}`,
});
const examples = (positive: number, negative: number) => [
  ...Array.from({ length: positive }, (_, index) => row(true, index)),
  ...Array.from({ length: negative }, (_, index) => row(false, index)),
];

describe('learning a tag', () => {
  it('waits for ten positive examples', () => {
    expect(learnTag({ name: 'late', examples: examples(9, 30), others: [], features })).toBeNull();
    expect(learnTag({ name: 'late', examples: examples(10, 0), others: [], features })).not.toBeNull();
  });

  it('tells precision and recall on examples that it has not seen', () => {
    const others = examples(0, 100).map((other) => other.features);
    const lesson = learnTag({ name: 'late', examples: examples(30, 30), others, features });
    expect(f1Of(lesson?.best ?? scoreAt([], 0))).toBeGreaterThan(0.8);
    expect(lesson?.heldOut).toHaveLength(60);
  });

  it('promises little where the examples have nothing in common', () => {
    const mixed = examples(0, 60).map((example, index) => ({ ...example, tagged: index % 2 === 0 }));
    const lesson = learnTag({ name: 'late', examples: mixed, others: [], features });
    expect(
      scoreAt(
        mixed.map(({ tagged }, index) => ({ tagged, told: lesson?.heldOut[index] ?? 0 })),
        0.5,
      ).recall,
    ).toBeLessThan(0.75);
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
