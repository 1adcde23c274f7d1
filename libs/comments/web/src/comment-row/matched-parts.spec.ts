import { matchedParts } from './matched-parts';

const marked = (text: string, search?: string) =>
  matchedParts(text, search)
    .map((part) => (part.matched ? `[${part.text}]` : part.text))
    .join('');

describe('matchedParts', () => {
  it.each([
    ['Battery died. battery!', 'battery', '[Battery] died. [battery]!'],
    ['电池又坏了，电池真差', '电池', '[电池]又坏了，[电池]真差'],
    ['costs $5.00 (five)', '$5.00 (', 'costs [$5.00 (]five)'],
    ['a.b axb', 'a.b', '[a.b] axb'],
    ['C:\\temp/[x]-{y}', '\\temp/[x]-{', 'C:[\\temp/[x]-{]y}'],
    ['😀😀 ok', '😀', '[😀][😀] ok'],
    ['İstanbul güzel', 'güzel', 'İstanbul [güzel]'],
    ['nothing here', 'zzz', 'nothing here'],
  ])('marks in %s the search %s', (text, search, expected) => expect(marked(text, search)).toBe(expected));

  it.each([undefined, '', '   '])('marks nothing for the search "%s"', (search) =>
    expect(matchedParts('a b', search)).toEqual([{ text: 'a b', matched: false }]),
  );

  it('marks the places of a monitor’s words too, also where they meet the search', () => {
    const parts = matchedParts('my iPhone battery', 'phone b', [
      { start: 3, end: 9 },
      { start: 10, end: 17 },
    ]);
    expect(parts.map(({ text, matched }) => (matched ? `[${text}]` : text)).join('')).toBe('my [iPhone][ b][attery]');
  });

  it('keeps markup as text', () => {
    expect(matchedParts('<img src=x onerror=alert(1)>', 'img')).toEqual([
      { text: '<', matched: false },
      { text: 'img', matched: true },
      { text: ' src=x onerror=alert(1)>', matched: false },
    ]);
  });
});
