import { fitTemperature } from './fit-temperature';

describe('fitTemperature', () => {
  /** A head that says 0.9 and is right as often as given. */
  const rows = (right: number) =>
    Array.from({ length: 100 }, (_, index) => ({ probabilities: [0.9, 0.1], gold: index < right ? 0 : 1 }));

  it('leaves a head that is as sure as it is right', () => expect(fitTemperature(rows(90))).toBeCloseTo(1, 2));

  it('cools a head that is surer than right, so that it says how often it is', () => {
    const temperature = fitTemperature(rows(70));
    const said = 0.9 ** (1 / temperature) / (0.9 ** (1 / temperature) + 0.1 ** (1 / temperature));
    expect(said).toBeCloseTo(0.7, 3);
  });

  it('stays within bounds where a head is always right', () => expect(fitTemperature(rows(100))).toBeCloseTo(0.2, 2));
});
