import { guardFormula, unguardFormula } from './formula-guard';

const VALUES = ['=1+1', '+1', '-1', '@…', '\tx', '\r=x', "'=x", "''+x", "'quoted'", 'text', '', "don't", '＝x'];

describe('guardFormula', () => {
  it.each(['=HYPERLINK("http://x")', '+1', '-2+3', '@SUM(A1)', '\t=1', "'=1"])(
    'keeps %j from being a formula',
    (value) => expect(guardFormula(value)).toBe(`'${value}`),
  );

  it.each(VALUES)('can be taken back: %j', (value) => expect(unguardFormula(guardFormula(value))).toBe(value));

  it('leaves other texts alone', () => expect(guardFormula("don't = panic")).toBe("don't = panic"));
});
