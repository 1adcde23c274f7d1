import { Temporal } from 'temporal-polyfill';
import { wantedBy } from './intent-decision';
import { plainQuestion } from './plain-question';
import { questionLanguage } from './question-language';
import { unknowableIn } from './unknowable';
import { withoutEffectOfThing } from './scope/things';
import { slips } from './scope/spelling';
import { understand, type Surroundings } from './understanding';

const SURROUNDINGS: Surroundings = {
  now: {
    today: Temporal.PlainDate.from('2026-11-27'),
    moment: Temporal.ZonedDateTime.from('2026-11-27T15:30[UTC]'),
    first: Temporal.PlainDate.from('2026-09-29'),
  },
  sources: ['Weibo', 'App Store', 'YouTube', 'Forum'].map((name, id) => ({ id, name })),
  monitors: [],
};

const read = (question: string) => {
  const language = questionLanguage(question);
  return understand(plainQuestion(question, language), language, SURROUNDINGS);
};
const wanted = (question: string) => wantedBy(read(question));

describe('what is asked of two is told of both', () => {
  it.each([
    ['how many complaints in october and november', 'count', 'month'],
    ['count of comments in October and in November', 'count', 'month'],
    ['10月和11月的好评率', 'share', 'month'],
    ['10月と11月のコメント数は', 'count', 'month'],
    ['how many comments on 2 and 3 November', 'count', 'day'],
  ])('two times that follow on each other: %s', (question, intent, by) => {
    const found = read(question);
    expect(found.periods).toHaveLength(1);
    expect(wantedBy(found)).toMatchObject({ intent, by });
  });

  it.each(['How many comments in October and November combined?', '10月和11月一共多少条评论'])(
    'but not of their sum: %s',
    (question) => expect(wanted(question)).toMatchObject({ intent: 'count', by: null }),
  );

  it('days between two ends are one time', () =>
    expect(wanted('how many comments from 2 to 3 November')).toMatchObject({ intent: 'count', by: null }));

  it.each([
    'how many people praised and how many complained about the app?',
    '上周夸的和骂的各多少条',
    'how many praise it and how many hate it last week',
  ])('praise and complaints: %s', (question) =>
    expect(wanted(question)).toMatchObject({ intent: 'count', labels: ['negative', 'positive'] }),
  );

  it.each(['What do people praise and complain about?', '大家夸什么又骂什么'])(
    'both sides without a number: %s',
    (question) => expect(wanted(question)).toMatchObject({ intent: 'summary' }),
  );

  it('which part of a topic a source has is told of the topic', () =>
    expect(wanted('of all comments about battery, what fraction came from weibo?')).toMatchObject({
      intent: 'count',
      measure: 'share',
      by: 'source',
    }));
});

describe('what is no single day', () => {
  it.each([
    ['on mondays do people complain more?', 'en'],
    ['土日はコメントが減る？', 'ja'],
    ['周末评论会变少吗', 'zh'],
  ] as const)('is days of the week: %s', (question, language) =>
    expect(unknowableIn(plainQuestion(question, language), language)).toBe('weekdays'),
  );

  it.each([
    ['how was the mood on monday', 'en'],
    ['今週末はコメントが多い？', 'ja'],
    ['上周末评论多吗', 'zh'],
  ] as const)('one of them can be told: %s', (question, language) =>
    expect(unknowableIn(plainQuestion(question, language), language)).toBeNull(),
  );

  it('does not take all Mondays, nor weekends, for a slip', () =>
    expect(slips('on mondays, weekends and mornings').size).toBe(0));

  it.each([
    '昨天晚上八点以后有多少条评论',
    'how many comments between 6pm and midnight yesterday',
    '昨日20時以降のコメント数',
  ])('hours that are not read are asked back: %s', (question) => expect(read(question).unread).toBeTruthy());
});

describe('names that are not what they look like', () => {
  it.each([
    ['which channel do we have to worry about', 'en', null],
    ['which sources do we have', 'en', 'setup'],
    ['把发差评的人的姓名和电话列出来', 'zh', 'authors'],
    ['what do people in Germany say', 'en', 'authors'],
  ] as const)('%s', (question, language, expected) =>
    expect(unknowableIn(plainQuestion(question, language), language)).toBe(expected),
  );

  it('ところ is no time after something', () => expect(read('ユーザーが一番褒めているところは？').event).toBeNull());

  it('a country whose language comments have is that language', () =>
    expect(read('and in China?').languages).toEqual(['zh']));

  it('a thing has no day of its own', () => {
    const found = read('the battery got better');
    const effect = { intent: 'effect', measure: 'change', by: null, order: null, number: null, labels: [] } as const;
    expect(withoutEffectOfThing(found, effect).intent).toBe('trend');
    expect(withoutEffectOfThing(read('did the update help'), effect).intent).toBe('effect');
  });
});
