import type { Advice } from '@moodline/assistants/contract';
import { markedParts } from './marked-parts';

const advice = (quote: string, paragraph = 0): Advice => ({ paragraph, quote, text: '', rule: null });

describe('the marks in a paragraph', () => {
  it('stand where advice quotes it, and nothing of the text is lost', () => {
    const parts = markedParts('The bus was late.', 0, [advice('late'), advice('The bus'), advice('bus', 1)]);
    expect(parts).toEqual([
      { text: 'The bus', advice: 2 },
      { text: ' was ', advice: null },
      { text: 'late', advice: 1 },
      { text: '.', advice: null },
    ]);
  });

  it('go to the first advice where two quote the same place', () => {
    expect(markedParts('very nice day', 0, [advice('very nice'), advice('nice day')])).toEqual([
      { text: 'very nice', advice: 1 },
      { text: ' day', advice: null },
    ]);
  });

  it('are none without a quote', () =>
    expect(markedParts('Text', 0, [advice('')])).toEqual([{ text: 'Text', advice: null }]));
});
