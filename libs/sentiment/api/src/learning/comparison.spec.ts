import { chanceOfDifference, compare } from './comparison';

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
        chance: 1,
      },
    );
  });

  // R: binom.test(lost, gained + lost)$p.value
  it.each([
    [0, 0, 1],
    [5, 0, 0.0625],
    [6, 0, 0.03125],
    [10, 2, 0.03857422],
    [2, 10, 0.03857422],
    [7, 7, 1],
    [120, 80, 0.00568516],
  ])('%i gained and %i lost have the chance %d', (gained, lost, chance) =>
    expect(chanceOfDifference(gained, lost)).toBeCloseTo(chance, 6),
  );

  it('stays a number for thousands of rows', () => expect(chanceOfDifference(3000, 2900)).toBeCloseTo(0.197, 2));
});
