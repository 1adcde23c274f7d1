import { readRecommended, starReader } from './stars';

describe('stars', () => {
  it.each([
    [
      ['1', '5', '3'],
      [1, 5, 3],
    ],
    [
      ['4.5', '5.0'],
      [4.5, 5],
    ],
    [
      ['8/10', '10/10'],
      [4, 5],
    ],
    [
      ['9', '2'],
      [4.5, 1],
    ],
    [
      ['allstar40', 'allstar10'],
      [4, 1],
    ],
    [
      ['sml-rank-stars sml-str40 star', 'sml-str10', 'irr-star45'],
      [4, 1, 4.5],
    ],
    [
      ['100', '60'],
      [5, 3],
    ],
    [
      ['★★★☆☆', '★★★★★'],
      [3, 5],
    ],
    [
      ['5.0 out of 5 stars', '1.0 out of 5 stars'],
      [5, 1],
    ],
    [
      ['力荐', '很差'],
      [5, 1],
    ],
    [
      ['五星', '1星'],
      [5, 1],
    ],
    [
      ['0', '5'],
      [null, 5],
    ],
  ])('%j are %j', (values, stars) => {
    const read = starReader(values);
    expect(values.map((value) => read?.(value) ?? null)).toEqual(stars);
  });

  it.each([[['0.0', '0.7', '0']], [['good', 'bad']], [['-1', '1']], [['500', '3']], [['']]])('are not %j', (values) =>
    expect(starReader(values)).toBeNull(),
  );

  it('are a verdict where a site has no more than that', () => {
    expect(['True', '推荐', 'Not Recommended', 'false', '1', '?'].map(readRecommended)).toEqual([
      true,
      true,
      false,
      false,
      true,
      null,
    ]);
  });
});
