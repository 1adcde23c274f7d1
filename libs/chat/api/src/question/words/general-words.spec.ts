import { isGeneralWord, standsForThing } from './general-words.en';

describe('general English words', () => {
  it.each(['display', 'frame', 'options', 'barely', 'majority'])('say nothing by themselves: %s', (word) =>
    expect(isGeneralWord(word)).toBe(true),
  );

  it.each([
    ['what do people say about the ', 'display', ''],
    ['is the ', 'frame', ' bad'],
    ['comments on ', 'tracking', ' last week'],
    ['did the ', 'letter', ' get any reaction?'],
    ['complaints about the ', 'volume', ''],
  ])('are a topic where a thing stands: %s%s%s', (before, word, after) =>
    expect(standsForThing(word, before, after)).toBe(true),
  );

  it.each([
    ['the ', 'balance', ' of positive and negative'],
    ['show it as a ', 'line', ' chart'],
    ['what was the ', 'volume', ' last week'],
    ['in the ', 'majority', ''],
  ])('are none elsewhere: %s%s%s', (before, word, after) => expect(standsForThing(word, before, after)).toBe(false));
});
