import { goesInCircles } from './repetition';

const repeat = (tokens: number[], times: number) => Array.from({ length: times }, () => tokens).flat();
const passage = (length: number) => Array.from({ length }, (_, token) => token);

describe('goesInCircles', () => {
  it.each([1, 2, 7, 40, 96])('notices a passage of %p tokens that is said again and again', (length) => {
    const times = Math.max(4, Math.ceil(32 / length));
    expect(goesInCircles([900, 901, ...repeat(passage(length), times)])).toBe(true);
    expect(goesInCircles([900, 901, ...repeat(passage(length), times - 1)])).toBe(false);
  });

  it('lets a laugh and a list pass', () => {
    expect(goesInCircles(repeat([5], 20))).toBe(false);
    expect(goesInCircles(Array.from({ length: 30 }, (_, line) => [1, 2, 3, 100 + line]).flat())).toBe(false);
  });

  it('looks at the end: what was repeated before and went on is fine', () => {
    expect(goesInCircles([...repeat([1, 2, 3, 4], 12), 9])).toBe(false);
  });
});
