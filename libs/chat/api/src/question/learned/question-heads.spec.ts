import { Temporal } from 'temporal-polyfill';
import { plainQuestion } from '../plain-question';
import type { QuestionLanguage } from '../question-language';
import { understand } from '../understanding';
import { learnedQuestion } from './learned-question';
import { readQuestionHeads } from './question-heads';

const NOW = {
  today: Temporal.PlainDate.from('2026-11-27'),
  moment: Temporal.ZonedDateTime.from('2026-11-27T12:00[UTC]'),
  first: Temporal.PlainDate.from('2026-09-29'),
};
const SOURCES = ['Weibo', 'App Store'].map((name, id) => ({ id, name }));
const heads = readQuestionHeads(process.cwd());

/** None of these was learned from. */
const QUESTIONS: readonly (readonly [QuestionLanguage, string, string, string, string])[] = [
  ['en', 'any idea how many grumbles about parking we got', 'count', 'negative', 'parking'],
  ['en', 'did the loyalty scheme turn the tide', 'effect', '', ''],
  ['en', 'what on earth happened to make everyone so cross on Tuesday', 'why', '', ''],
  ['en', 'could I read some verbatims from guests', 'quotes', '', ''],
  ['en', 'who sang Bohemian Rhapsody', 'other', '', ''],
  ['en', 'are the haters mostly under thirty', 'not-known', '', ''],
  ['zh', '帮我数数吐槽停车场的评论有多少', 'count', 'negative', '停车场'],
  ['zh', '大家夸得最多的是哪几点', 'praise', 'positive', ''],
  ['zh', '这几天口碑是往上走还是往下掉', 'trend', '', ''],
  ['zh', '给我背一首李白的诗', 'other', '', ''],
  ['ja', '駐車場の苦情って何件ありましたか', 'count', 'negative', '駐車場'],
  ['ja', '応援のコメントをいくつか読ませて', 'quotes', '', ''],
  ['ja', 'なんで火曜にあんなに怒られたんだろう', 'why', '', ''],
  ['ja', '東京の天気を教えて', 'other', '', ''],
];

describe('readQuestionHeads', () => {
  it.each(QUESTIONS)('reads in %s: %s', (...row) => {
    const [language, question, intent, mood, topic] = row;
    const read = understand(plainQuestion(question, language), language, { now: NOW, sources: SOURCES, monitors: [] });
    const learned = learnedQuestion(read, heads, null);
    expect(learned.intents[0]?.option).toBe(intent);
    if (mood) expect(learned.moods[0]?.option).toBe(mood);
    if (topic) expect(learned.topics.map(({ words }) => words)).toContain(topic);
  });
});
