import { tellingWords, wordsIn } from './telling-words';

const times = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, at) => text(at));

describe('words that tell examples from other comments', () => {
  it('stand in many examples and seldom elsewhere', () => {
    const examples = times(10, (at) => `My parcel came ${at} days late, the courier was nice`);
    const others = times(100, (at) => `The battery was nice for ${at} days`);
    const words = tellingWords(examples, others);
    expect(words).toEqual(expect.arrayContaining(['parcel', 'courier', 'late', 'came']));
    expect(words).not.toEqual(expect.arrayContaining(['nice']));
    expect(words).not.toEqual(expect.arrayContaining(['days']));
  });

  it('are found in Chinese and Japanese, which write no spaces', () => {
    const others = times(50, (at) => `电池很好 ${at}`);
    expect(
      tellingWords(
        times(5, (at) => `快递太慢了，等了${at}天`),
        others,
      ),
    ).toContain('快递');
    expect(
      tellingWords(
        times(5, (at) => `配送が遅いです ${at}`),
        others,
      ),
    ).toContain('配送');
  });

  it('are found again in a text, whole and in any case', () => {
    expect(wordsIn('The Courier lost my parcels', ['courier', 'parcel', 'late'])).toEqual(['courier']);
    expect(wordsIn('我的快递丢了', ['快递'])).toEqual(['快递']);
  });

  it('are none where examples have nothing in common', () => {
    expect(tellingWords(['one thing', 'other matter', 'third case'], ['something else'])).toEqual([]);
  });
});
