import { netScale } from './net-scale';

describe('netScale', () => {
  it('always holds zero and something beyond it', () => {
    expect(netScale([12, 35, null])).toEqual({ min: -20, max: 40, step: 20 });
    expect(netScale([-12, -35])).toEqual({ min: -40, max: 20, step: 20 });
  });

  it('is marked more widely when it is wide', () => {
    expect(netScale([-62, 71])).toEqual({ min: -100, max: 100, step: 50 });
    expect(netScale([-58, 41])).toEqual({ min: -60, max: 60, step: 20 });
  });

  it('never leaves what net mood can be', () => {
    expect(netScale([-100, 100])).toEqual({ min: -100, max: 100, step: 50 });
  });

  it('does not blow up noise', () => {
    expect(netScale([1, -1])).toEqual({ min: -20, max: 20, step: 20 });
    expect(netScale([null])).toEqual({ min: -20, max: 20, step: 20 });
  });
});
