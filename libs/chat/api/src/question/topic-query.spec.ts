import { parseTextQuery } from '@moodline/comments/contract';
import { EVERYDAY_TOPICS } from './scope/everyday-topics';
import { allOf } from './scope/topic-row';
import { LONGEST_QUERY, TOPIC_WORDS, topicRow } from './scope/topic-words';
import { literalQuery, queryOfTopic, spokenWide } from './topic-query';

const wordsOf = (query: string) => parseTextQuery(query).groups.map((group) => group.map(({ text }) => text));

describe('queryOfTopic', () => {
  it.each([
    ['バッテリー', ['バッテリー', 'battery', '电池']],
    ['电池', ['电池', 'battery', 'バッテリー']],
    ['Batteries', ['battery', '电池', 'バッテリー']],
    ['配送', ['delivery', '物流', '快递']],
    ['音質', ['sound', '音质']],
    ['support', ['客服', 'サポート']],
  ])('looks for %s in all languages', (topic, expected) => {
    expect(wordsOf(queryOfTopic(topic))).toHaveLength(1);
    expect(wordsOf(queryOfTopic(topic))[0]).toEqual(expect.arrayContaining(expected));
  });

  it('looks for words in quotes, and for words that are not listed, as they are written', () => {
    expect(wordsOf(queryOfTopic('"battery"'))).toEqual([['battery']]);
    expect(queryOfTopic('薄荷绿')).toBe('薄荷绿');
    expect(queryOfTopic('薄荷绿')).toBe(literalQuery('薄荷绿'));
  });

  it('wants every part of a topic, and any of several topics', () => {
    expect(wordsOf(queryOfTopic('battery + Monday'))).toHaveLength(2);
    const either = wordsOf(queryOfTopic('refund, hinge'));
    expect(either).toHaveLength(1);
    expect(either[0]).toEqual(expect.arrayContaining(['refund', '退款', 'hinge', '合页']));
  });

  it('never asks for more than a search takes', () => {
    for (const row of TOPIC_WORDS)
      for (const word of allOf(row)) {
        expect(queryOfTopic(word).length).toBeLessThanOrEqual(LONGEST_QUERY);
        expect(topicRow(word)).not.toBeNull();
      }
    expect(queryOfTopic(TOPIC_WORDS.map((row) => row.en[0]).join(', ')).length).toBeLessThanOrEqual(LONGEST_QUERY);
  });

  it('wants every part of a topic whose parts have many names, and loses none of them behind the limit', () => {
    const long = [...EVERYDAY_TOPICS].sort((one, other) => allOf(other).length - allOf(one).length).slice(0, 3);
    const groups = wordsOf(queryOfTopic(long.map(({ en }) => en[0]).join(' + ')));
    expect(groups).toHaveLength(3);
    groups.forEach((group, at) => {
      expect(group.length).toBeGreaterThan(2);
      // Names of each language.
      for (const names of [long[at]?.en, long[at]?.zh, long[at]?.ja]) expect(group).toContain(names?.[0]);
    });
  });
});

describe('spokenWide', () => {
  it('says what else a topic is called where that was looked for', () => {
    expect(spokenWide('电池', 'zh')).toBe('电池 / battery / バッテリー');
    expect(spokenWide('"battery"', 'en')).toBeNull();
    expect(spokenWide('薄荷绿', 'zh')).toBeNull();
  });
});
