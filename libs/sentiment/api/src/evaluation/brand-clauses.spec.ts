import { clausesAbout } from './brand-clauses';

describe('what a comment says of one of two brands', () => {
  it.each([
    ['Globex is trash, Acme is the way', 'Acme', 'Globex', 'Acme is the way'],
    ['Globex is trash, Acme is the way', 'Globex', 'Acme', 'Globex is trash'],
    ['星澜掉漆，而云雀三年没坏，一直很稳', '云雀', '星澜', '云雀三年没坏 一直很稳'],
    ['アオバは高いけど、ヒビキは丈夫', 'アオバ', 'ヒビキ', 'アオバは高い'],
  ])('%s: %s', (text, brand, other, expected) => {
    expect(clausesAbout(text, brand, [brand, other])).toBe(expected);
  });

  it('is the whole where both stand in one thought', () => {
    const text = 'Is the Acme louder or the Globex';
    expect(clausesAbout(text, 'Acme', ['Acme', 'Globex'])).toBe(text);
  });
});
