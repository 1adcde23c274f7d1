import { decide, hasWords, textForModel } from './label-decision';

describe('decide', () => {
  it('takes the most probable label', () => {
    expect(decide([0.2, 0.1, 0.7])).toMatchObject({ label: 'negative', probabilities: { negative: 0.7 } });
    expect(decide([0.2, 0.5, 0.3])).toMatchObject({ label: 'neutral' });
  });

  it('never guesses when the model gave nothing', () => {
    expect(decide(null)).toEqual({ unscoredReason: 'model-failed' });
  });
});

describe('hasWords', () => {
  it.each(['好', 'ok', '5', '😭', 'ですね'])('finds something to judge in %s', (text) => expect(hasWords(text)).toBe(true));
  it.each(['', '!!!', '@…', 'https://example.com/x', '[phone] …'])('finds nothing to judge in %s', (text) => expect(hasWords(text)).toBe(false));
});

describe('textForModel', () => {
  it('leaves masked names out and keeps everything else', () => {
    expect(textForModel('@… thanks  @… for [phone] 😊')).toBe('thanks for [phone] 😊');
  });
});
