import { headSchema } from '@moodline/language-model/api';
import { chanceOf } from '../testing/chance';
import { crossValidate, type JudgedRow } from './cross-validation';

const WIDTH = 8;
const features = { mean: new Array<number>(WIDTH).fill(0), scale: new Array<number>(WIDTH).fill(1) };
const towards = headSchema.parse({
  name: 'tag',
  options: ['no', 'yes'],
  weights: [new Array<number>(WIDTH).fill(0), new Array<number>(WIDTH).fill(0)],
  bias: [0, 0],
});

/** Rows whose first feature tells the answer as far as wanted; the others tell nothing. */
function rows(count: number, telling: number, group = (index: number) => String(index)): JudgedRow[] {
  const chance = chanceOf(5);
  return Array.from({ length: count }, (_, index) => {
    const gold = index % 2;
    const values = Float32Array.from({ length: WIDTH }, () => chance() * 2 - 1);
    values[0] = (values[0] ?? 0) + telling * (gold ? 1 : -1);
    return { features: values, gold, group: group(index) };
  });
}
const strengths = [100, 10, 1];
const task = { always: [], towards, features, strengths };
const shareRight = (set: readonly JudgedRow[], heldOut: readonly (readonly number[])[]) =>
  set.filter(({ gold }, index) => (heldOut[index]?.[gold] ?? 0) > 0.5).length / set.length;

describe('cross-validation', () => {
  it('predicts rows that it has not seen, as well as their features tell', () => {
    const telling = rows(100, 1.5);
    expect(shareRight(telling, crossValidate({ ...task, rows: telling }).heldOut)).toBeGreaterThan(0.95);
  });

  it('does not claim to know what nothing tells, and pulls hard then', () => {
    const silent = rows(100, 0);
    const { heldOut, strength } = crossValidate({ ...task, rows: silent });
    expect(shareRight(silent, heldOut)).toBeLessThan(0.65);
    expect(strength).toBe(100);
  });

  it('never predicts a text by nearly the same one: copies of a row do not make it known', () => {
    const chance = chanceOf(9);
    const different = Array.from({ length: 8 }, () => ({
      features: Float32Array.from({ length: WIDTH }, () => chance() * 2 - 1),
      gold: chance() < 0.5 ? 0 : 1,
    }));
    const copied = [0, 1, 2, 3].flatMap(() => different.map((row, place) => ({ ...row, group: String(place) })));
    expect(shareRight(copied, crossValidate({ ...task, rows: copied, strengths: [0.01] }).heldOut)).toBeLessThan(0.8);
    const apart = copied.map((row, index) => ({ ...row, group: String(index) }));
    expect(shareRight(apart, crossValidate({ ...task, rows: apart, strengths: [0.01] }).heldOut)).toBeGreaterThan(0.8);
  });

  it('gives the same answer every time', () => {
    const set = rows(30, 0.5);
    expect(crossValidate({ ...task, rows: set })).toEqual(crossValidate({ ...task, rows: [...set] }));
  });

  it('learns from rows of other sets without predicting them', () => {
    const { heldOut, head } = crossValidate({ ...task, rows: rows(4, 0), always: rows(200, 1.5) });
    expect(heldOut).toHaveLength(4);
    expect(head.weights[1]?.[0]).toBeGreaterThan(0.4);
  });

  it('predicts rows of an origin as often one thing as it is there, and leaves the head as it was elsewhere', () => {
    const there = rows(100, 0).map((row, index) => ({ ...row, gold: Number(index % 5 > 0), origin: 'there' }));
    const { heldOut, head } = crossValidate({ ...task, rows: there, always: rows(200, 0) });
    expect(heldOut.reduce((sum, [, yes = 0]) => sum + yes, 0) / heldOut.length).toBeCloseTo(0.8, 1);
    expect(Math.abs((head.bias[1] ?? 1) - (head.bias[0] ?? 0))).toBeLessThan(0.2);
  });

  it('of nothing is the head it began with', () =>
    expect(crossValidate({ ...task, rows: [] }).head.weights).toEqual(towards.weights));
});
