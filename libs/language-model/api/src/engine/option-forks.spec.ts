import { branchShares, forkChains, optionForks } from './option-forks';

const END = 99;

describe('optionForks', () => {
  it('needs one fork when all options begin differently', () => {
    expect(
      optionForks([
        [1, 2, END],
        [3, END],
        [4, 5, 6, END],
      ]),
    ).toEqual([
      {
        path: [],
        branches: [
          { token: 1, options: [0] },
          { token: 3, options: [1] },
          { token: 4, options: [2] },
        ],
      },
    ]);
  });

  it('goes on along the shared tokens of options that begin alike, and for those only', () => {
    const [root, shared, ...more] = optionForks([
      [1, 2, 7, END],
      [1, 2, 8, END],
      [3, END],
    ]);
    expect(root?.branches).toEqual([
      { token: 1, options: [0, 1] },
      { token: 3, options: [2] },
    ]);
    expect(shared).toEqual({
      path: [1, 2],
      branches: [
        { token: 7, options: [0] },
        { token: 8, options: [1] },
      ],
    });
    expect(more).toEqual([]);
  });

  it('tells an option from its own beginning by the end of the turn', () => {
    expect(
      optionForks([
        [1, END],
        [1, 2, END],
      ]),
    ).toEqual([
      {
        path: [1],
        branches: [
          { token: END, options: [0] },
          { token: 2, options: [1] },
        ],
      },
    ]);
  });

  it('has nothing to decide with one option', () => {
    expect(optionForks([[1, END]])).toEqual([]);
  });

  it('refuses two options that are the same', () => {
    expect(() =>
      optionForks([
        [1, END],
        [1, END],
      ]),
    ).toThrow('must differ');
  });
});

describe('forkChains', () => {
  const chains = (...options: number[][]) =>
    forkChains(optionForks(options)).map(({ path, forks }) => [path, forks.map((fork) => fork.path)]);

  it('decides options that differ in their first token in one pass', () => {
    expect(chains([1, END], [2, END])).toEqual([[[], [[]]]]);
  });

  it('decides the forks along one path in one pass', () => {
    expect(chains([1, 2, 7, END], [1, 2, 8, END], [1, 3, END], [4, END])).toEqual([
      [
        [1, 2],
        [[1, 2], [1], []],
      ],
    ]);
  });

  it('takes another pass for options that part elsewhere, and decides each fork once', () => {
    expect(chains([1, 2, END], [1, 3, END], [4, 5, END], [4, 6, END])).toEqual([
      [[1], [[1], []]],
      [[4], [[4]]],
    ]);
  });
});

describe('branchShares', () => {
  it('turns logits into shares that sum to one', () => {
    const shares = branchShares([1_000, 1_000 + Math.log(3)]);
    expect(shares?.[0]).toBeCloseTo(0.25);
    expect(shares?.[1]).toBeCloseTo(0.75);
  });

  it.each([NaN, Infinity, -Infinity])('has no shares with a logit of %p', (logit) => {
    expect(branchShares([1, logit])).toBeNull();
  });
});
