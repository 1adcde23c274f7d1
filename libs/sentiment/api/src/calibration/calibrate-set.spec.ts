import { calibrateSet, unsureBand, type AnsweredText } from './calibrate-set';

const rows = (language: 'zh' | 'en' | 'ja', count: number): AnsweredText[] =>
  Array.from({ length: count }, (_, index) => {
    const gold = (['positive', 'neutral', 'negative'] as const)[index % 3] ?? 'neutral';
    const right = index % 10 < 7;
    const sure = right ? 0.8 : 0.5;
    const rest = (1 - sure) / 2;
    const said = right ? index % 3 : (index + 1) % 3;
    return {
      gold,
      language,
      source: 'spec',
      answer: { mood: [0, 1, 2].map((label) => (label === said ? sure : rest)) },
    };
  });

describe('calibrateSet', () => {
  it('fits each language with enough rows by itself, and gives the others what all together say', () => {
    const { languages } = calibrateSet([...rows('zh', 300), ...rows('ja', 30)], { model: 'spec', note: '' });
    expect(Object.keys(languages)).toEqual(['zh', 'ja']);
    expect(languages.ja?.temperature).toBe(
      calibrateSet([...rows('zh', 300), ...rows('ja', 30)], { model: 'spec', note: '' }).languages.ja?.temperature,
    );
    expect(languages.en).toBeUndefined();
  });

  it('fits a bias where it is wanted, and the temperature alone where the head has its own', () => {
    // What stands first is said too often.
    const leaning = rows('zh', 300).map((row, index) =>
      index % 4 ? row : { ...row, answer: { mood: [0.5, 0.2, 0.3] } },
    );
    const bias = (withBias: boolean) =>
      calibrateSet(leaning, { model: 'spec', note: '' }, { withBias }).languages.zh?.bias.positive;
    expect(bias(false)).toBeCloseTo(0, 3);
    expect(bias(true)).toBeLessThan(-0.05);
  });

  it('cools the heads beside the mood by the rows that tell what is right', () => {
    const told = rows('zh', 300).map((row, index) => ({
      ...row,
      answer: { ...row.answer, kind: [0.9, 0.1, 0, 0, 0], emotion: [0.5, 0.5, 0, 0, 0, 0] },
      saying: { kind: index % 10 < 6 ? ('opinion' as const) : ('question' as const), emotion: null },
    }));
    const { languages } = calibrateSet(told, { model: 'spec', note: '' });
    expect(languages.zh?.kindTemperature).toBeGreaterThan(2);
    expect(languages.zh).not.toHaveProperty('emotionTemperature');
  });
});

describe('unsureBand', () => {
  const plain = { temperature: 1, bias: { positive: 0, neutral: 0, negative: 0 } };
  /** 100 labels at each certainty, of which so many are right. */
  const set = (shares: Readonly<Record<string, number>>): AnsweredText[] =>
    Object.entries(shares).flatMap(([certainty, right]) =>
      Array.from({ length: 100 }, (_, index) => ({
        gold: index < right ? ('positive' as const) : ('negative' as const),
        language: 'en' as const,
        source: 'spec',
        answer: { mood: [Number(certainty), 1 - Number(certainty), 0] },
      })),
    );

  it('ends where more than 10 % of all labels would lie in it', () => {
    expect(
      unsureBand(
        set({
          ...{ '0.55': 50, '0.652': 55, '0.94': 95, '0.95': 95, '0.955': 95 },
          ...{ '0.96': 95, '0.965': 95, '0.97': 95, '0.975': 95, '0.98': 95, '0.99': 95 },
        }),
        plain,
      ),
    ).toBeCloseTo(0.65, 2);
  });

  it('holds no labels that are right often enough', () => {
    expect(
      unsureBand(set({ '0.55': 80, '0.95': 95, '0.96': 95, '0.97': 95, '0.98': 95, '0.985': 95, '0.99': 95 }), plain),
    ).toBe(0.5);
  });
});
