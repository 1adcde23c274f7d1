import { matchedParts } from './matched-parts';

const shown = (text: string, ...spans: (readonly [number, number])[]) =>
  matchedParts(
    text,
    spans.map(([start, end]) => ({ start, end })),
  )
    .map((part) => (part.matched ? `[${part.text}]` : part.text))
    .join('');

describe('matchedParts', () => {
  it('marks where the words stand', () =>
    expect(shown('Battery died. battery!', [0, 7], [14, 21])).toBe('[Battery] died. [battery]!'));

  it('marks words that overlap or meet as one', () => {
    expect(shown('my iPhone battery', [3, 9], [5, 11])).toBe('my [iPhone b]attery');
    expect(shown('abcd', [0, 2], [2, 4])).toBe('[abcd]');
  });

  it('marks nothing without words', () =>
    expect(matchedParts('a b')).toEqual([{ text: 'a b', matched: false, quoted: false }]));

  it('tells what repeats the words of others, also where a word is found in it', () => {
    expect(matchedParts('> bad lamp\nno', [{ start: 2, end: 5 }])).toEqual([
      { text: '> ', matched: false, quoted: true },
      { text: 'bad', matched: true, quoted: true },
      { text: ' lamp', matched: false, quoted: true },
      { text: '\nno', matched: false, quoted: false },
    ]);
  });

  it('keeps markup as text', () => {
    expect(matchedParts('<img src=x onerror=alert(1)>', [{ start: 1, end: 4 }]).map(({ text }) => text)).toEqual([
      '<',
      'img',
      ' src=x onerror=alert(1)>',
    ]);
  });
});
