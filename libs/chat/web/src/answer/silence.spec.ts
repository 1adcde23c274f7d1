import { answer } from '../testing/chat-fixtures';
import { silenceOf, tooFew } from './silence';

describe('silenceOf', () => {
  it.each([
    ['off-topic', 'declined'],
    ['not-served', 'declined'],
    ['not-enough-data', 'not-enough'],
    ['nothing-held', 'nothing-held'],
    ['model-unavailable', 'no-model'],
    [undefined, 'nothing-held'],
  ] as const)('an answer without sentences for %s is %s', (reasonCode, silence) => {
    expect(silenceOf(answer({ sentences: [], reasonCode }))).toBe(silence);
  });

  it('is none where something was said', () => {
    expect(silenceOf(answer())).toBeNull();
  });
});

describe('tooFew', () => {
  it('reads the number and nothing else', () => {
    expect(tooFew('not enough data (n = 7)')).toBe(7);
    expect(tooFew('The question is not about comments.')).toBeNull();
    expect(tooFew(null)).toBeNull();
  });
});
