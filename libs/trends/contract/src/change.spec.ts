import { netChange, shareChange, volumeChange } from './change';
import type { MoodTotal } from './mood';

const total = (positive: number, negative: number, neutral = 0): MoodTotal => {
  const n = positive + negative + neutral;
  return {
    n,
    positive,
    neutral,
    negative,
    net: n ? (100 * (positive - negative)) / n : null,
    unsure: 0,
    unlabelled: 0,
  };
};

describe('one rule of what a change is', () => {
  it('calls a fall of net mood by 43 points of some 400 comments a change', () => {
    expect(netChange(total(180, 225, 7), total(250, 118, 44))).toEqual({ difference: -43, clear: true });
  });

  it('does not call a change what chance alone can bring', () => {
    expect(netChange(total(16, 10, 4), total(15, 11, 4))).toEqual({ difference: 7, clear: false });
  });

  it('calls the same difference a change once it rests on many comments', () => {
    expect(netChange(total(16_000, 10_000, 4_000), total(15_000, 11_000, 4_000))?.clear).toBe(true);
  });

  it.each([
    [total(15, 0), total(200, 100)],
    [total(200, 100), total(5, 0)],
    [total(0, 0), total(200, 100)],
  ])('compares nothing with fewer than twenty labelled comments', (now, before) => {
    expect(netChange(now, before)).toBeNull();
    expect(shareChange('negative', now, before)).toBeNull();
  });

  it('takes differences of the numbers as they are shown', () => {
    // 10.6 shown as +11 after −10.4 shown as −10: the change is 21, not 20.9.
    expect(netChange(total(553, 447), total(448, 552))?.difference).toBe(21);
  });

  it('does not call a change what rounds to nothing', () => {
    expect(netChange(total(500_900, 499_100), total(500_000, 500_000))).toEqual({ difference: 0, clear: false });
  });

  it('knows changes of a share', () => {
    expect(shareChange('negative', total(50, 50), total(75, 25))).toEqual({ difference: 25, clear: true });
    expect(shareChange('negative', total(14, 10), total(15, 9))).toEqual({ difference: 4, clear: false });
  });

  it('knows changes of a volume, and none of nothing', () => {
    expect(volumeChange(1105, 467)?.clear).toBe(true);
    expect(volumeChange(12, 10)).toEqual({ difference: expect.closeTo(0.2), clear: false });
    expect(volumeChange(10, 0)).toBeNull();
  });
});
