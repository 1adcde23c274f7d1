import { guardFormula, takeOffGuard, unguardFormula } from './formula-guard';

const VALUES = ['=1+1', '+1', '-1', '@…', '\tx', '\r=x', "'=x", "''+x", "'quoted'", 'text', '', "don't", '＝x'];

describe('guardFormula', () => {
  it.each(['=HYPERLINK("http://x")', '+1', '-2+3', '@SUM(A1)', '\t=1', "'=1"])(
    'keeps %j from being a formula',
    (value) => expect(guardFormula(value)).toBe(`'${value}`),
  );

  it.each(VALUES)('can be taken back: %j', (value) => expect(unguardFormula(guardFormula(value))).toBe(value));

  it('leaves other texts alone', () => expect(guardFormula("don't = panic")).toBe("don't = panic"));
});

describe('takeOffGuard', () => {
  it.each([
    ["'=1+1", '=1+1'],
    ["'-5 degrees and it didn't start", "-5 degrees and it didn't start"],
    ["'@…  your update broke it", '@…  your update broke it'],
    ["'-5 degrees' they said", "'-5 degrees' they said"],
    ["'quoted'", "'quoted'"],
    ['=1+1', '=1+1'],
  ])('reads %j as %j', (value, read) => expect(takeOffGuard(value)).toBe(read));
});
