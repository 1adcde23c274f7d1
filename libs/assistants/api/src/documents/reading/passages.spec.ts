import { splitPassages } from './passages';

const block = (text: string, page: number | null = 1, heading = 'H') => ({ page, heading, text });

describe('passages', () => {
  it('hold neighbouring blocks of one page and one heading', () => {
    const blocks = [block('a'), block('b'), block('c', 2), block('d', 2, 'I')];
    expect(splitPassages(blocks).map(({ text }) => text)).toEqual(['a\nb', 'c', 'd']);
  });

  it('are a few sentences long, whatever the block', () => {
    const text = Array.from({ length: 100 }, (_, n) => `Sentence number ${n} says something.`).join(' ');
    const passages = splitPassages([block(text)]);
    expect(Math.max(...passages.map((one) => one.text.length))).toBeLessThanOrEqual(700);
    expect(passages.map((one) => one.text).join(' ')).toBe(text);
  });

  it('lose nothing of a text that never ends', () => {
    const passages = splitPassages([block('无'.repeat(5_000))]);
    expect(passages.map(({ text }) => text).join('')).toHaveLength(5_000);
    expect(Math.max(...passages.map(({ text }) => text.length))).toBeLessThanOrEqual(700);
  });
});
