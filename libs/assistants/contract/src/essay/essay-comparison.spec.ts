import { adviceByRules } from './advice-rules';
import { comparedParagraphs, followed } from './essay-comparison';
import type { MoodParagraph } from './essay-mood';

const paragraph = (text: string, net = 0): MoodParagraph => ({
  text,
  label: null,
  unsure: false,
  probabilities: { positive: Math.max(0, net), negative: Math.max(0, -net), neutral: 1 - Math.abs(net) },
});

describe('two versions of an essay', () => {
  it('pairs paragraphs that were edited, and tells how their mood moved', () => {
    const before = [
      paragraph('The bus was late and I was cold.', -0.5),
      paragraph('My mother waited at the door.', 0.25),
    ];
    const after = [
      paragraph('It was the first day of winter.'),
      paragraph('The bus was late and I was freezing cold.', -0.75),
      paragraph('My mother waited at the door with soup.', 0.5),
    ];
    expect(comparedParagraphs(before, after, 'en')).toEqual([
      { before: null, after: 0, moved: null },
      { before: 0, after: 1, moved: -0.25 },
      { before: 1, after: 2, moved: 0.25 },
    ]);
  });

  it('says what was cut', () => {
    const pairs = comparedParagraphs(
      [paragraph('雨下了一整天。'), paragraph('妈妈在门口等我。')],
      [paragraph('妈妈在门口等我。')],
      'zh',
    );
    expect(pairs.map(({ before, after }) => [before, after])).toEqual([
      [0, null],
      [1, 0],
    ]);
  });

  it.each([
    ['We won the match!!! We went home.', 'kept'],
    ['We won the match. We went home.', 'followed'],
    ['We won the whole match!!! We went home.', 'changed'],
  ])('of advice against shouting, %s has it %s', (text, expected) => {
    const before = [paragraph('We won the match!!! We went home.')];
    const [advice] = adviceByRules(before, 'en');
    const after = [paragraph(text)];
    const pairs = comparedParagraphs(before, after, 'en');
    expect(advice && followed(advice, after, { pairs, language: 'en' })).toBe(expected);
  });

  it('takes advice of the model for followed when its phrase is gone', () => {
    const advice = { paragraph: 0, quote: 'very nervous', text: '', rule: null };
    const after = [paragraph('My hands shook on the bus.')];
    const pairs = [{ before: 0, after: 0, moved: 0 }];
    expect(followed(advice, after, { pairs, language: 'en' })).toBe('followed');
    expect(followed(advice, [paragraph('I was very nervous.')], { pairs, language: 'en' })).toBe('kept');
  });
});
