import { join } from 'node:path';
import { maskPersonalData } from './masking';
import { CORPUS_LANGUAGES, maskedSpans, maskingCorpus } from './masking-corpus';

const CORPUS = maskingCorpus(join(__dirname, 'corpus'));

describe('the corpus of masking', () => {
  it.each(CORPUS)('$language: $text', ({ text, masked }) => expect(maskPersonalData(text)).toBe(masked));

  it('holds both kinds in three languages, more than 300 lines', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(300);
    for (const language of CORPUS_LANGUAGES) {
      const own = CORPUS.filter((line) => line.language === language);
      expect(own.some(({ text, masked }) => text === masked)).toBe(true);
      expect(own.some(({ text, masked }) => text !== masked)).toBe(true);
    }
    expect(new Set(CORPUS.map(({ text }) => text)).size).toBe(CORPUS.length);
  });

  it('leaves masked texts as they are', () => {
    expect(CORPUS.filter(({ masked }) => maskPersonalData(masked) !== masked)).toEqual([]);
  });
});

describe('maskedSpans', () => {
  it('finds in the original what the marks stand for', () => {
    expect([...maskedSpans('call 123 or @you!', 'call [phone] or @…!')]).toEqual(['5-8', '12-16']);
  });
});
