import type { MoodTotal } from '@moodline/trends/contract';
import { figuresOf } from './mood-rows';

const total = (n: number): MoodTotal => ({
  ...{ n, positive: 0, neutral: 0, negative: n, unsure: 0, unlabelled: 13_000 },
  net: n ? -100 : null,
});

describe('figuresOf', () => {
  const valuesOf = (now: MoodTotal) =>
    figuresOf(now, total(40), {}).map(({ name, value, clear }) => [name, value, clear]);

  it('tells no mood of a handful of labelled comments, and how many comments there are all the same', () => {
    expect(valuesOf(total(19))).toEqual([
      ['net', null, null],
      ['comments', 13_019, false],
      ['negative', null, null],
      ['unsure', null, null],
    ]);
  });

  it('tells it from as many on as a summary needs', () => {
    expect(valuesOf(total(20)).map(([name, value]) => [name, value])).toEqual([
      ['net', -100],
      ['comments', 13_020],
      ['negative', 100],
      ['unsure', 0],
    ]);
  });
});
