import { optionShares, type TokenPosition } from './option-logprobs';

/** A place in the answer: the token that was written, and the likeliest ones with their probabilities. */
const at = (token: string, top: Record<string, number>): TokenPosition => ({
  token,
  top_logprobs: Object.entries(top).map(([name, share]) => ({ token: name, logprob: Math.log(share) })),
});

describe('optionShares', () => {
  const options = ['POSITIVE', 'NEUTRAL', 'NEGATIVE'];

  it('weighs options by their first token, and leaves out what is none of them', () => {
    const shares = optionShares(options, [at('NEG', { NEG: 0.6, POS: 0.15, NEUT: 0.05, Well: 0.1 })]);
    expect(shares?.map((share) => Math.round(share * 10_000) / 10_000)).toEqual([0.1875, 0.0625, 0.75]);
  });

  it('sums to one, with a little left for an option that was not named', () => {
    const shares = optionShares(options, [at('POS', { POS: 0.9 })]);
    expect(shares?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares?.[2]).toBeGreaterThan(0);
  });

  it('takes the ways to spell a token together', () => {
    const shares = optionShares(options, [at(' positive', { ' positive': 0.4, Positive: 0.4, '"NEG': 0.2 })]);
    expect(shares?.[0]).toBeCloseTo(0.8, 4);
  });

  it('shares a token with which several options begin evenly when the answer went another way', () => {
    const shares = optionShares(options, [at('POS', { POS: 0.5, NE: 0.5 })]);
    expect(shares?.map((share) => Math.round(share * 100) / 100)).toEqual([0.5, 0.25, 0.25]);
  });

  it('reads on along the answer where options begin alike', () => {
    const shares = optionShares(
      ['COMPARE', 'COMPLAINTS', 'PRAISE'],
      [at('COM', { COM: 0.8, PR: 0.2 }), at('PL', { PL: 0.75, PARE: 0.25 })],
    );
    expect(shares?.map((share) => Math.round(share * 100) / 100)).toEqual([0.2, 0.6, 0.2]);
  });

  it('decides for the option that is written out when a longer one begins with it', () => {
    const shares = optionShares(['NEGATIVE', 'NEGATIVE OR WORSE'], [at('NEGATIVE', { NEGATIVE: 1 })]);
    expect(shares?.[0]).toBeGreaterThan(0.99);
  });

  it('passes over quotes and blanks in front of the answer', () => {
    const shares = optionShares(options, [at('"', { '"': 1 }), at('NEG', { NEG: 0.9, POS: 0.1 })]);
    expect(shares?.[2]).toBeCloseTo(0.9, 3);
  });

  it.each([
    ['nothing was told', []],
    ['the model says something else', [at('Well', { Well: 0.995, POS: 0.001 })]],
  ])('is null when %s', (_, positions) => {
    expect(optionShares(options, positions)).toBeNull();
  });
});
