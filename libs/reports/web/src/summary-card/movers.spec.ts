import type { SummaryTheme } from '@moodline/reports/contract';
import { moversOf } from './movers';

const theme = (name: string, n: number, before: number | null): SummaryTheme => ({
  ...{ id: 1, name, n, before, net: 0, points: null },
});
const named = (themes: SummaryTheme[]) =>
  moversOf(themes).map(({ kind, themes: some }) => [kind, ...some.map(({ name }) => name)]);

describe('moversOf', () => {
  it('tells what is talked about more and less, the largest differences first', () => {
    expect(
      named([
        theme('Update', 160, 30),
        theme('Battery', 150, 20),
        theme('Sound', 40, 39),
        theme('Delivery', 5, 60),
        theme('New', 9, 0),
      ]),
    ).toEqual([
      ['rising', 'Update', 'Battery', 'New'],
      ['falling', 'Delivery'],
    ]);
  });

  it('names at most three of a kind', () => {
    expect(named(['a', 'b', 'c', 'd'].map((name) => theme(name, 90, 10)))).toEqual([['rising', 'a', 'b', 'c']]);
  });

  it('does not call a difference one that chance can bring: it names what most comments are about', () => {
    expect(named([theme('Update', 30, 28), theme('Sound', 20, 22)])).toEqual([['most', 'Update', 'Sound']]);
    expect(named([theme('Update', 30, null)])).toEqual([['most', 'Update']]);
    expect(named([theme('Update', 3, 0)])).toEqual([['most', 'Update']]);
    expect(named([])).toEqual([]);
  });
});
