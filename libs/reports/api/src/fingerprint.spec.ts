import { fingerprint } from './fingerprint';

describe('fingerprint', () => {
  it('does not depend on the order of keys, nor on parts that are not there', () => {
    expect(fingerprint({ a: 1, b: { c: [1, 2], d: undefined } })).toBe(fingerprint({ b: { c: [1, 2] }, a: 1 }));
  });

  it('depends on everything else', () => {
    const prints = [{ a: 1 }, { a: 2 }, { a: [1, 2] }, { a: [2, 1] }, { a: new Date(0) }, { a: new Date(1) }].map(
      fingerprint,
    );
    expect(new Set(prints).size).toBe(prints.length);
  });
});
