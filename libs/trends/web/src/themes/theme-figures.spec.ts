import { aTheme, moodTotal } from '../testing/theme-fixtures';
import { figuresOf, inOrder } from './theme-figures';

describe('figuresOf', () => {
  it('counts every comment that the number opens, with a label or without', () => {
    expect(figuresOf(aTheme())).toMatchObject({ count: 40, more: 30, moreClear: true });
  });

  it('calls no difference a change that chance may bring', () => {
    const theme = aTheme({ total: moodTotal(20, 20), before: moodTotal(19, 20) });
    expect(figuresOf(theme)).toMatchObject({ more: 1, moreClear: false, netClear: false });
  });

  it('has no net mood of a handful of labels among many comments', () => {
    const total = { ...moodTotal(0, 6), unlabelled: 797 };
    expect(figuresOf(aTheme({ total }))).toMatchObject({ count: 803, net: null });
  });

  it('compares nothing where nothing was before', () => {
    expect(figuresOf(aTheme({ before: null }))).toMatchObject({ more: null, netChange: null });
  });

  it('tells a clear change of the mood in whole points', () => {
    const theme = aTheme({ total: moodTotal(10, 90), before: moodTotal(60, 40) });
    expect(figuresOf(theme)).toMatchObject({ net: -80, netChange: -100, netClear: true });
  });
});

describe('inOrder', () => {
  const themes = [
    aTheme({ id: 1, total: moodTotal(5, 5), points: 1 }),
    aTheme({ id: 2, total: moodTotal(9, 21), points: -8 }),
    aTheme({ id: 3, total: moodTotal(0, 12), points: 4 }),
  ];
  const ids = (order: Parameters<typeof inOrder>[1]) => inOrder(themes, order).map(({ id }) => id);

  it('puts the most comments, the largest part of the change in either direction, or the lowest mood first', () => {
    expect({ count: ids('count'), change: ids('change'), mood: ids('mood') }).toEqual({
      count: [2, 3, 1],
      change: [2, 3, 1],
      mood: [3, 2, 1],
    });
  });

  it('puts a theme without a mood last', () => {
    const none = aTheme({ id: 4, total: moodTotal(0, 0, 30) });
    expect(inOrder([none, ...themes], 'mood').at(-1)?.id).toBe(4);
  });
});
