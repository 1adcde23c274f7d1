import { differentFirst } from './different-first';

describe('what is unlike the rest comes first', () => {
  it('puts off the second of two alike texts', () =>
    expect(
      differentFirst(['the battery died after two days', 'The battery died, after 2 days!', 'great camera'], []),
    ).toEqual([0, 2, 1]));

  it('puts off what is like a text that was judged', () =>
    expect(differentFirst(['物流太慢了，等了一周', '屏幕很清晰'], ['物流太慢了！等了两周'])).toEqual([1, 0]));

  it('leaves the order alone where nothing is alike, and leaves nothing out', () =>
    expect(differentFirst(['late again', '', '好', 'no idea', '好'], [])).toEqual(
      [0, 1, 2, 3, 4].toSorted((a, b) => Number(a === 4) - Number(b === 4)),
    ));
});
