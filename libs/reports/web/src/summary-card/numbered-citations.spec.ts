import { numberCitations } from './numbered-citations';

describe('numberCitations', () => {
  it('numbers comments in reading order and keeps the number of one that is cited again', () => {
    const numbered = numberCitations([
      { text: 'a', citations: [41, 7] },
      { text: 'b', citations: [7, 99] },
    ]);

    expect(numbered.map(({ citations }) => citations.map(({ number, commentId }) => [number, commentId]))).toEqual([
      [
        [1, 41],
        [2, 7],
      ],
      [
        [2, 7],
        [3, 99],
      ],
    ]);
  });

  it('shows a comment once where a sentence cites it twice', () => {
    expect(numberCitations([{ text: 'a', citations: [5, 5] }])[0]?.citations).toEqual([{ number: 1, commentId: 5 }]);
  });
});
