import { frameOf, unitsOf } from './frame';

const wordsOf = (frame: string) => unitsOf(frame).map(({ words }) => words);

describe('frameOf', () => {
  it('has signs where names and times stand, and is as long as the text', () => {
    const text = 'mood on App Store since 3 May';
    const frame = frameOf(text, [{ start: 8, end: 17 }], 'mood on                      ');
    expect(frame).toHaveLength(text.length);
    expect(wordsOf(frame)).toEqual(['mood', 'on', '§', '¤']);
  });
});

describe('unitsOf', () => {
  it('takes Chinese and Japanese sign by sign, other words whole, and every number for the same', () => {
    expect(wordsOf('电池 17条 v2.4 Wi-Fi?')).toEqual(['电', '池', '0', '条', 'v0.0', 'wi-fi', '?']);
  });
});
