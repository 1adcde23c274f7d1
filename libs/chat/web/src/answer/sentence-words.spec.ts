import { sentenceWords } from './sentence-words';

describe('sentenceWords', () => {
  it.each([
    ['Net mood fell to -11 [F1][F2].', 'Net mood fell to −11.'],
    ['净情绪降到-11[F1, F2]。', '净情绪降到−11。'],
    ['Fast battery drain [#12]', 'Fast battery drain'],
    ['Net mood fell [F', 'Net mood fell'],
    ['Net mood fell [', 'Net mood fell'],
    ['On 2026-05-03 the WH-1000 fell 3-4 points', 'On 2026-05-03 the WH-1000 fell 3-4 points'],
    ['[sic] stays [Fine]', '[sic] stays [Fine]'],
  ])('%j becomes %j', (written, shown) => {
    expect(sentenceWords(written)).toBe(shown);
  });
});
