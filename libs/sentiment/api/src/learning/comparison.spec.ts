import { chanceOfGain, compare } from './comparison';

describe('comparing two ways on the same rows', () => {
  it('counts who is right where', () => {
    const row = (before: boolean, after: boolean) => ({ before, after });
    expect(compare([row(true, true), row(false, true), row(false, true), row(true, false), row(false, false)])).toEqual(
      {
        n: 5,
        before: 2,
        after: 3,
        gained: 2,
        lost: 1,
        chance: 0.3125,
      },
    );
  });

  // R: pbinom(lost, gained + lost, 0.5) - 0.5 * dbinom(lost, gained + lost, 0.5)
  it.each([
    [0, 0, 0.5],
    [5, 0, 0.015625],
    [6, 0, 0.0078125],
    [10, 2, 0.01123047],
    [2, 10, 0.98876953],
    [7, 7, 0.5],
    [17, 9, 0.06107],
  ])('%i gained and %i lost have the chance %d', (gained, lost, chance) =>
    expect(chanceOfGain(gained, lost)).toBeCloseTo(chance, 4),
  );

  it.each([
    [12, 5],
    [3, 40],
    [120, 80],
  ])('is as probable as %i gained and %i lost the other way round is not', (gained, lost) =>
    expect(chanceOfGain(gained, lost) + chanceOfGain(lost, gained)).toBeCloseTo(1, 9),
  );

  it('stays a number for thousands of rows', () => expect(chanceOfGain(3000, 2900)).toBeCloseTo(0.0965, 2));
});
