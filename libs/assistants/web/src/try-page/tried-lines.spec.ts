import { triedLines } from './tried-lines';

describe('what is tried of what was typed', () => {
  it('is each line that has something in it', () => {
    expect(triedLines('  one \r\n\n二\n')).toEqual({ texts: ['one', '二'], over: 0, cut: 0 });
    expect(triedLines(' \n ').texts).toEqual([]);
  });

  it('has bounds, and says what was left out', () => {
    const { texts, over, cut } = triedLines([...Array.from({ length: 32 }, (_, n) => `line ${n}`)].join('\n'));
    expect([texts.length, over, cut]).toEqual([30, 2, 0]);
    expect(triedLines('x'.repeat(1_200))).toEqual({ texts: ['x'.repeat(1_000)], over: 0, cut: 1 });
  });
});
