import type { MoodTotal } from '@moodline/trends/contract';
import { findingOf } from './finding';

function total(positive: number, negative: number, neutral = 0): MoodTotal {
  const n = positive + negative + neutral;
  return {
    n,
    positive,
    neutral,
    negative,
    net: n === 0 ? null : (100 * (positive - negative)) / n,
    unsure: 0,
    unlabelled: 0,
  };
}
const finding = (now: MoodTotal, before: MoodTotal) => findingOf({ total: now, previous: { total: before } });

describe('findingOf', () => {
  it('tells that the mood turned negative, with points and level', () => {
    expect(finding(total(180, 225, 7), total(250, 118, 44))).toEqual({ kind: 'turnedNegative', net: -11, points: 43 });
  });

  it('tells a rise below zero as a rise', () => {
    expect(finding(total(100, 150, 50), total(60, 200, 40))).toEqual({ kind: 'rose', net: -17, points: 30 });
  });

  it('tells a fall above zero as a fall', () => {
    expect(finding(total(150, 100, 50), total(200, 60, 40))).toMatchObject({ kind: 'fell', net: 17 });
  });

  it('tells a turn upwards', () => {
    expect(finding(total(200, 60), total(60, 200))).toMatchObject({ kind: 'turnedPositive' });
  });

  it('calls steady what chance alone can bring', () => {
    expect(finding(total(16, 10, 4), total(15, 11, 4))).toEqual({ kind: 'steady', net: 20 });
  });

  it('sees the same small change once there are many comments', () => {
    expect(finding(total(16_000, 10_000, 4_000), total(15_000, 11_000, 4_000))).toMatchObject({
      kind: 'rose',
      points: 7,
    });
  });

  it('compares with nothing when there was little before', () => {
    expect(finding(total(100, 50), total(3, 1))).toEqual({ kind: 'level', net: 33 });
  });

  it('tells no mood of a handful of comments and none of none', () => {
    expect(finding(total(7, 0), total(100, 50))).toEqual({ kind: 'few', n: 7 });
    expect(finding(total(0, 0), total(100, 50))).toEqual({ kind: 'none' });
  });

  it('does not call points that round to nothing a change', () => {
    expect(finding(total(500_900, 499_100), total(500_000, 500_000))).toEqual({ kind: 'steady', net: 0 });
  });
});
