import { Rate } from './rate';

describe('Rate', () => {
  it('says nothing before there is anything to go by', () => {
    const rate = new Rate();
    expect(rate.measure(1, 10, 0)).toBe(0);
    expect(rate.measure(1, 20, 500)).toBe(0);
  });

  it('follows the last half minute', () => {
    const rate = new Rate();
    rate.measure(1, 0, 0);
    expect(rate.measure(1, 20, 10_000)).toBe(2);
    expect(rate.measure(1, 20, 50_000)).toBe(0);
  });

  it('begins anew when the number falls, and keeps keys apart', () => {
    const rate = new Rate();
    rate.measure(1, 500, 0);
    rate.measure(2, 0, 0);
    expect(rate.measure(1, 10, 5_000)).toBe(0);
    expect(rate.measure(2, 15, 5_000)).toBe(3);
    rate.forget(2);
    expect(rate.measure(2, 30, 9_000)).toBe(0);
  });
});
