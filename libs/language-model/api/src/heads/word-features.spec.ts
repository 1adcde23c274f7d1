import { wordFeatures } from './word-features';

const WIDTH = 512;
const alike = (a: string, b: string) => {
  const [x, y] = [wordFeatures(a, WIDTH), wordFeatures(b, WIDTH)];
  return x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
};

describe('word features', () => {
  it.each([
    ['words', 'Parcel was late', 'the parcel is late again', 'I like the sound'],
    ['forms of a word', 'delivered', 'delivery', 'battery'],
    ['Chinese', '快递三天没动', '快递又丢了', '音质真好'],
    ['Japanese', '配達が遅い', '配達済みなのに届かない', '音がきれい'],
    ['wide and narrow signs', 'ＡＢＣ１２３', 'abc123', 'xyz789'],
  ])('are alike where texts share %s', (_, one, like, unlike) =>
    expect(alike(one, like)).toBeGreaterThan(alike(one, unlike) + 0.2),
  );

  it('have length one, whatever the length of the text, and are nothing without words', () => {
    expect(Math.hypot(...wordFeatures('so late', WIDTH))).toBeCloseTo(1, 5);
    expect(Math.hypot(...wordFeatures('so late '.repeat(300), WIDTH))).toBeCloseTo(1, 5);
    expect(Math.hypot(...wordFeatures('!!! 😀', WIDTH))).toBe(0);
    expect(wordFeatures('late', 0)).toHaveLength(0);
  });

  it('stay what they are: heads that were learned read them', () => {
    const places = [...wordFeatures('late 快递', WIDTH)].flatMap((value, at) =>
      value ? [[at, Math.sign(value)]] : [],
    );
    expect(places).toEqual([
      [28, -1],
      [183, 1],
      [329, -1],
      [462, 1],
    ]);
  });
});
