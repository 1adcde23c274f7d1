import { SentenceReader } from './sentence-reader';

const all = (text: string, size = 1): string[] => {
  const reader = new SentenceReader();
  const finished: string[] = [];
  for (let start = 0; start < text.length; start += size)
    finished.push(...reader.push(text.slice(start, start + size)));
  return [...finished, ...reader.end()];
};

describe('SentenceReader', () => {
  it.each([
    [
      '净情绪从+32降到-11[F1]。上升话题是“续航。变差”[F3]。',
      ['净情绪从+32降到-11[F1]。', '上升话题是“续航。变差”[F3]。'],
    ],
    [
      'Net mood fell to -1.5 [F1]. One wrote "it died. twice" [F4].',
      ['Net mood fell to -1.5 [F1].', 'One wrote "it died. twice" [F4].'],
    ],
    ['Mood fell. [F1][F2] Then it rose. [F3]', ['Mood fell. [F1][F2]', 'Then it rose. [F3]']],
    ['one line [F1]\nanother [F2]', ['one line [F1]', 'another [F2]']],
    ['cut off in the mid', ['cut off in the mid']],
  ])('cuts %s, whatever the pieces are', (text, expected) => {
    for (const size of [1, 3, 100]) expect(all(text, size)).toEqual(expected);
  });

  it('shows the sentence being written', () => {
    const reader = new SentenceReader();
    reader.push('Mood fell [F1]. Then ');
    reader.push('it ro');
    expect(reader.draft).toBe('Then it ro');
  });
});
