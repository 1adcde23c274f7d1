import { chanceOf } from '../testing/chance';
import { readTopics, topicCurves, type TopicRow } from './topic-curve';

const chance = chanceOf(5);
const features = { mean: [0, 0, 0], scale: [1, 1, 1] };

describe('figures of topics', () => {
  it('read what people said of a text', () =>
    expect(readTopics('set\ttopics\ttext\ndemo\tprice case\tthe lid, for 30 €\ndemo\t\thm\n')).toEqual([
      { set: 'demo', topics: ['price', 'case'], text: 'the lid, for 30 €' },
      { set: 'demo', topics: [], text: 'hm' },
    ]));

  it('show on rows that were not learned from what words bring where features tell nothing', () => {
    const rows = Array.from({ length: 120 }, (_, index): TopicRow => {
      const late = index % 5 === 0;
      return {
        set: 'shop',
        topics: late ? ['delivery'] : [],
        text: late ? `parcel ${index} came late` : `song ${index} sounds good`,
        features: Float32Array.from({ length: 3 }, () => chance() - 0.5),
      };
    });
    const [, plain, words] = topicCurves(rows, features, 1)
      .split('\n')
      .map((line) => line.split(/ {2,}/));
    expect(plain?.slice(0, 4)).toEqual(['shop', '1', '10', 'features']);
    expect(words?.slice(0, 4)).toEqual(['shop', '1', '10', 'and words']);
    expect(Number(words?.at(-2))).toBe(1);
    expect(Number(plain?.at(-2))).toBeLessThan(0.7);
  });
});
