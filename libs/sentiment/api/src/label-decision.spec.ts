import { NO_CALIBRATION } from './calibration/calibration';
import { decide, decideByRule, hasWords, textForModel } from './label-decision';

describe('decide', () => {
  it('takes the most probable label', () => {
    expect(decide({ mood: [0.2, 0.1, 0.7] })).toMatchObject({
      label: 'negative',
      probabilities: { negative: expect.closeTo(0.7, 6) },
      unsure: false,
    });
    expect(decide({ mood: [0.2, 0.5, 0.3] })).toMatchObject({ label: 'neutral' });
  });

  it('is unsure when no label is as probable as its language asks for, and keeps the label', () => {
    expect(decide({ mood: [0.45, 0.3, 0.25] })).toMatchObject({ label: 'positive', unsure: true });
    expect(decide({ mood: [0.55, 0.25, 0.2] }, { ...NO_CALIBRATION, unsureBelow: 0.6 })).toMatchObject({
      label: 'positive',
      unsure: true,
    });
    expect(decide({ mood: [0.65, 0.25, 0.1] }, { ...NO_CALIBRATION, unsureBelow: 0.6 })).toMatchObject({
      unsure: false,
    });
  });

  it('decides by what is left after calibration', () => {
    const wary = { temperature: 1, bias: { positive: -1, neutral: 0, negative: 1 }, unsureBelow: 0.5 };
    expect(decide({ mood: [0.5, 0.1, 0.4] }, wary)).toMatchObject({ label: 'negative' });
  });

  it('says how probable emotion and kind are, calibrated by themselves', () => {
    const answer = {
      mood: [0.8, 0.1, 0.1],
      emotion: [0.04, 0.8, 0.04, 0.04, 0.04, 0.04],
      kind: [0.1, 0.6, 0.1, 0.1, 0.1],
    };
    expect(decide(answer)).toMatchObject({
      emotion: { is: 'anger', probability: expect.closeTo(0.8, 6) },
      kind: { is: 'question', probability: expect.closeTo(0.6, 6) },
    });
    const flat = decide(answer, { ...NO_CALIBRATION, emotionTemperature: 2, kindTemperature: 1 });
    const sum = Math.sqrt(0.8) + 5 * Math.sqrt(0.04);
    expect(flat).toMatchObject({ emotion: { probability: expect.closeTo(Math.sqrt(0.8) / sum, 6) } });
    expect(decide({ mood: answer.mood })).not.toHaveProperty('emotion');
  });

  it.each([[null], [[]], [[0.5, 0.5]], [[NaN, 0.5, 0.5]]])(
    'never guesses when the model gave nothing usable: %j',
    (nothing) => {
      expect(decide(nothing && { mood: nothing })).toEqual({ unscoredReason: 'model-failed' });
    },
  );
});

describe('hasWords', () => {
  it.each(['好', 'ok', 'ですね', '😭 no', '[泪] 唉'])('finds something to read in %s', (text) =>
    expect(hasWords(text)).toBe(true),
  );
  it.each([
    '',
    '!!!',
    '@…',
    '5',
    '12:30',
    '$ 9.99',
    'https://example.com/x',
    'www.example.com',
    '[phone] …',
    '😭',
    ':)',
    '[泪]',
    'T_T',
    'k',
    '👨‍👩‍👧',
    '🇯🇵',
    '1️⃣',
  ])('finds nothing to read in %s', (text) => expect(hasWords(text)).toBe(false));
});

describe('decideByRule', () => {
  it.each(['续航不错', 'fine', '最高です 😍'])('leaves words to the model: %s', (text) =>
    expect(decideByRule(text, 'zh')).toBeNull(),
  );

  it.each(['!!!', '1234', '2026-05-03', 'https://example.com/great', '@…', '🚗🏠', '🇯🇵', '[card]'])(
    'leaves unscored what says nothing: %j',
    (text) => {
      expect(decideByRule(text, 'und')).toEqual({ unscoredReason: 'no-words' });
    },
  );

  it('says of a review without text that it has stars only', () =>
    expect(decideByRule(' ', 'und')).toEqual({ unscoredReason: 'stars-only' }));

  it.each(['> worst lamp ever', '//@…: 垃圾', '[quote=a]bad[/quote]', '转发微博//@…: 太差了'])(
    'leaves unscored what only repeats others: %s',
    (text) => expect(decideByRule(text, 'zh')).toEqual({ unscoredReason: 'quotes-only' }),
  );

  it.each([
    ['一星', 'negative'],
    ['1 star', 'negative'],
    ['★☆☆☆☆', 'negative'],
    ['★★★★★', 'positive'],
    ['1/10', 'negative'],
    ['10/10', 'positive'],
    ['> awful\n\n5 stars', 'positive'],
    ['星1つ', 'negative'],
  ])('labels %j by the table of stars as %s', (text, label) =>
    expect(decideByRule(text, 'en')).toMatchObject({ label, unsure: false }),
  );

  it('asks the model about own words beside a quotation, and for these alone', () => {
    const text = '> this lamp is total garbage\n\nI disagree, mine has been lovely';
    expect(decideByRule(text, 'en')).toBeNull();
    expect(textForModel(text)).toBe('I disagree, mine has been lovely');
  });

  it.each(['батарея умерла', '배터리가 죽었어요', 'La batería dura poco', 'ดีมาก 😍', 'شكرا'])(
    'leaves unscored what is in a language without labels: %s',
    (text) => {
      expect(decideByRule(text, 'und')).toEqual({ unscoredReason: 'unsupported-language' });
    },
  );

  it.each([
    ['😍', 'positive'],
    ['👍🏽👍🏽', 'positive'],
    ['❤️‍🔥', 'positive'],
    ['😭😭😭', 'negative'],
    ['🤮', 'negative'],
    ['💔!!!', 'negative'],
    ['🤔', 'neutral'],
    ['[泪][泪]', 'negative'],
    ['[赞]', 'positive'],
    [':)', 'positive'],
    [':-(', 'negative'],
    ['<3 https://example.com', 'positive'],
    ['QAQ', 'negative'],
  ])('labels %s by the table of emoji as %s', (text, label) => {
    expect(decideByRule(text, 'und')).toMatchObject({ label, unsure: false });
  });

  it.each(['🙂', '🙃', '😍🤮', '[doge]'])('is unsure of what can be meant either way: %s', (text) => {
    expect(decideByRule(text, 'und')).toMatchObject({ unsure: true });
  });

  it('gives probabilities that sum to one', () => {
    const decision = decideByRule('😍🤔😡', 'und');
    const probabilities = decision && 'label' in decision ? Object.values(decision.probabilities) : [];
    expect(probabilities.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
  });
});

describe('textForModel', () => {
  it('leaves masked names out and keeps everything else', () => {
    expect(textForModel('@… thanks  @… for [phone] 😊')).toBe('thanks for [phone] 😊');
  });
});

describe('decideByRule of a review without words', () => {
  it.each([
    [1, 'negative'],
    [2, 'negative'],
    [2.5, 'neutral'],
    [3, 'neutral'],
    [4, 'positive'],
    [5, 'positive'],
  ])('follows %s stars: %s', (stars, label) => {
    expect(decideByRule(' ', 'und', stars)).toMatchObject({ label, unsure: false });
  });

  it('says nothing where there are no stars either, and reads words where there are some', () => {
    expect(decideByRule('', 'und')).toEqual({ unscoredReason: 'stars-only' });
    expect(decideByRule('it broke on the second day', 'en', 5)).toBeNull();
  });
});
