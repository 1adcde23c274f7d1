import { questionLanguage } from './question-language';
import { topicOf } from './topic-words';

describe('topicOf', () => {
  it.each<[string, string | null]>([
    ['大家怎么看“续航”？', '续航'],
    ['关于降噪，用户怎么说', '降噪'],
    ['用户对客服的评价怎么样', '客服'],
    ['大家怎么看充电仓？', '充电仓'],
    ['最近口碑怎么样', null],
    ['What do people say about "battery life"?', 'battery life'],
    ['how do customers feel about the charging case', 'charging case'],
    ['what do people think of our app in the last week?', 'app'],
    ['what do people think about us', null],
    ["what's new", null],
    ['「バッテリー」についてみんな何と言っている？', 'バッテリー'],
    ['サポートについてどう思われている？', 'サポート'],
    ['評判について教えて', null],
  ])('reads %s', (question, expected) => {
    expect(topicOf(question, questionLanguage(question))).toBe(expected);
  });
});
