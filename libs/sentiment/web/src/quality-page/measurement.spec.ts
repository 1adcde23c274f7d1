import type { CountedShare } from '@moodline/sentiment/contract';
import { inTen, verdictOf } from './measurement';

const share = (value: number, low: number, high: number): CountedShare => ({
  n: 100,
  correct: value * 100,
  value,
  low,
  high,
});

describe('verdictOf', () => {
  it('calls a difference clear only when the intervals do not touch', () => {
    expect(verdictOf(share(0.7, 0.65, 0.75), share(0.85, 0.8, 0.9))).toBe('better');
    expect(verdictOf(share(0.85, 0.8, 0.9), share(0.7, 0.65, 0.75))).toBe('worse');
    expect(verdictOf(share(0.7, 0.6, 0.8), share(0.78, 0.7, 0.85))).toBe('overlap');
  });

  it('says nothing where nothing was counted', () => {
    expect(verdictOf({ n: 0, correct: 0, value: null, low: null, high: null }, share(0.7, 0.6, 0.8))).toBe('unknown');
  });
});

it('tells a share in tenths', () => expect([0.71, 0.749, 0.95, 0].map(inTen)).toEqual([7, 7, 10, 0]));
