import { lineDiff, type DiffLine } from './line-diff';

const shown = (lines: readonly DiffLine[]) =>
  lines.map(
    ({ kind, parts }) =>
      `${{ same: ' ', removed: '-', added: '+' }[kind]}${parts.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('')}`,
  );

describe('lineDiff', () => {
  it('shows equal prompts as they are', () => {
    expect(shown(lineDiff('a\nb', 'a\nb'))).toEqual([' a', ' b']);
  });

  it('shows lines that came and went', () => {
    expect(shown(lineDiff('one\ntwo', 'one\ntwo\nthree'))).toEqual([' one', ' two', '+three']);
    expect(shown(lineDiff('one\ntwo\nthree', 'one\nthree'))).toEqual([' one', '-two', ' three']);
  });

  it('marks the changed words of a line that was replaced', () => {
    expect(shown(lineDiff('Answer with one word.', 'Answer with two words.'))).toEqual([
      '-Answer with [one] [word].',
      '+Answer with [two] [words].',
    ]);
  });

  it('marks words, not sentences, in Chinese', () => {
    expect(shown(lineDiff('你是一个冷酷的情感分析师。', '你是一个温和的情感分析师。'))).toEqual([
      '-你是一个[冷酷]的情感分析师。',
      '+你是一个[温和]的情感分析师。',
    ]);
  });

  it('leaves lines unmarked when one was replaced by several', () => {
    expect(shown(lineDiff('one', 'two\nthree'))).toEqual(['-one', '+two', '+three']);
  });
});
