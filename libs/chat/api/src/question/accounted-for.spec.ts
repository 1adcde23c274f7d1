import { typedQuestionSchema, type TypedQuestion } from '@moodline/chat/contract';
import { WHOLE_SCOPE } from '@moodline/narration/contract';
import { Temporal } from 'temporal-polyfill';
import { unaccounted } from './accounted-for';
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
function left(question: string, typed: Partial<TypedQuestion>): string | null {
  const language = questionLanguage(question);
  const read = understand(plainQuestion(question, language), language, SURROUNDINGS);
  const whole = typedQuestionSchema.parse({
    ...{ intent: 'count', measure: 'count', scope: WHOLE_SCOPE, period: null, compared: null },
    ...{ by: null, order: null, number: null, event: null, ...typed },
  });
  return unaccounted(read, whole);
}

describe('words of a question that its reading does not show', () => {
  it.each<[string, Partial<TypedQuestion>, string]>([
    ['average comments per day in November', {}, 'average'],
    ['what percent of comments are negative', {}, 'percent'],
    ['how many complaints and why', {}, 'why'],
    ['which topic is mentioned least', { intent: 'ranking', by: 'theme', order: 'most' }, 'least'],
    ['抱怨最少的话题是什么', { intent: 'complaints', measure: 'list', by: 'theme', order: 'most' }, '最少'],
    ['平均每天多少条评论', {}, '平均'],
    ['割合は？ネガティブの', {}, '割合'],
    ['any complaints about the ear tips falling out', { intent: 'topic', measure: 'count' }, 'falling out'],
    ['how often do people mention a crash of the app', {}, 'crash'],
    ['アプリが落ちるって何件言われてる？', {}, '落ちる'],
    ["what's the funniest comment", { intent: 'quotes', measure: 'quotes' }, 'funniest comment'],
    ['how many comments are still without a label', {}, 'how many comments are still'],
    ['how many comments have no label yet', {}, 'have no label'],
    ['还有多少评论没有标签', {}, '没有标签'],
    ['ラベルのないコメントは何件', {}, 'ラベルのない'],
    ['comments with 250 words', { intent: 'summary', measure: 'list' }, '250 words'],
  ])('are told: %s', (question, typed, words) => expect(left(question, typed)).toBe(words));

  it.each<[string, Partial<TypedQuestion>]>([
    ['how many comments on 2 November', {}],
    ['what percent of comments are negative', { intent: 'share', measure: 'share' }],
    ['three quotes about the battery', { intent: 'quotes', measure: 'quotes', number: 3 }],
    [
      'what do 1-star reviews say about 2.4.1',
      { intent: 'topic', measure: 'net', scope: { ...WHOLE_SCOPE, topic: '2.4.1' } },
    ],
    ['11月2日有多少条负面评论', {}],
    ['Weiboのコメントは何件', { scope: { ...WHOLE_SCOPE, sources: ['Weibo'] } }],
  ])('are none where all were heard: %s', (question, typed) => expect(left(question, typed)).toBeNull());

  it('are the whole question where one of two sources is missing', () =>
    expect(left('complaints on Weibo and YouTube', { scope: { ...WHOLE_SCOPE, sources: ['Weibo'] } })).toBe(
      'complaints on Weibo and YouTube',
    ));
});
