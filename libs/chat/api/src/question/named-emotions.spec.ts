import { WHOLE_SCOPE } from '@moodline/narration/contract';
import { Temporal } from 'temporal-polyfill';
import { askedScope } from './asked-scope';
import { wantedBy } from './intent-decision';
import { plainQuestion } from './plain-question';
import { questionLanguage } from './question-language';
import { understand, type Surroundings } from './understanding';

const SURROUNDINGS: Surroundings = {
  now: {
    today: Temporal.PlainDate.from('2026-11-28'),
    moment: Temporal.ZonedDateTime.from('2026-11-28T15:30[UTC]'),
    first: Temporal.PlainDate.from('2026-09-30'),
  },
  sources: ['Weibo', 'YouTube'].map((name, id) => ({ id, name })),
  monitors: [],
};
function typed(question: string) {
  const language = questionLanguage(question);
  const read = understand(plainQuestion(question, language), language, SURROUNDINGS);
  const wanted = wantedBy(read);
  if (!wanted) throw new Error(`No intent: ${question}`);
  const { labels, emotions } = askedScope(read, wanted, { base: WHOLE_SCOPE, sources: [] });
  return { ...wanted, labels, emotions };
}

describe('emotions', () => {
  it.each<[string, object]>([
    [
      'Show me three quotes from angry customers about charging',
      { intent: 'quotes', labels: ['negative'], emotions: ['anger'] },
    ],
    ['怒っている人のコメントを見せて', { intent: 'quotes', labels: ['negative'], emotions: ['anger'] }],
    ['给我看两条愤怒的评论', { intent: 'quotes', labels: ['negative'], emotions: ['anger'] }],
    ['how many angry comments on Weibo', { intent: 'count', measure: 'count', labels: [], emotions: ['anger'] }],
    ['愤怒的评论占多少', { intent: 'count', measure: 'share', labels: [], emotions: ['anger'] }],
    ['how many sad comments in November', { intent: 'count', labels: [], emotions: ['sadness'] }],
  ])('narrow what is counted and shown: %s', (question, expected) => expect(typed(question)).toMatchObject(expected));

  it.each(['why are people so angry on Weibo', 'what are people angry about', 'how many unhappy comments'])(
    'narrow nothing else: %s',
    (question) => expect(typed(question).emotions).toBeUndefined(),
  );
});

describe('questions and advertisements', () => {
  it.each<[string, readonly string[]]>([
    ['how many people ask questions', ['question']],
    ['how many questions did people ask last week', ['question']],
    ['what questions do customers ask about charging', ['question']],
    ['提问的评论有多少', ['question']],
    ['質問のコメントはいくつある', ['question']],
    ['any spam or ads in there', ['ad']],
    ['广告评论有多少条', ['ad']],
    ['広告のコメントは何件？', ['ad']],
    ['complaints about ads in the app', []],
    ['quick question: how is the mood', []],
    ['質問です、評判はどう？', []],
    ['请问昨天有多少条评论', []],
  ])('are kinds of comments: %s', (question, kinds) => {
    const language = questionLanguage(question);
    expect(understand(plainQuestion(question, language), language, SURROUNDINGS).kinds).toEqual(kinds);
  });
});
