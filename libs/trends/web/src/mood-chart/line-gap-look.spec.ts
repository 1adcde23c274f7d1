import { gapOf } from './line-gap-look';

/** The places that a step without colour leads to. Chart.js asks for each step from one place to the next, with a value there or not. */
function hiddenSteps(values: readonly (number | null)[]): number[] {
  const { borderColor } = gapOf(values);
  return values.flatMap((_, index) =>
    index > 0 && borderColor({ p1DataIndex: index }) === 'transparent' ? [index] : [],
  );
}
const unknown = (count: number) => new Array<null>(count).fill(null);

describe('gapOf', () => {
  it('hides all steps of a long gap, and no other', () => {
    expect(hiddenSteps([1, 2, ...unknown(8), 3, 4])).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('hides none of a short gap, nor what lies before the first and after the last value', () => {
    expect(hiddenSteps([...unknown(9), 1, null, 2, ...unknown(9)])).toEqual([]);
  });

  it('hides the steps on both sides of a value that stands alone', () => {
    expect(hiddenSteps([1, ...unknown(8), 2, ...unknown(8), 3])).toHaveLength(18);
  });
});
