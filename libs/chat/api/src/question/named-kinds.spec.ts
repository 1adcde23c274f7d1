import { Temporal } from 'temporal-polyfill';
import { askedScope } from './asked-scope';
import { inARow } from './in-a-row';
import { wantedBy } from './intent-decision';
import { plainQuestion, withoutCommands } from './plain-question';
import { questionLanguage } from './question-language';
import { amongAll } from './scope/asked-whether-first';
import { understand, type Surroundings } from './understanding';
import { WHOLE_SCOPE } from '@moodline/narration/contract';

const SOURCES = ['Weibo', 'App Store', 'YouTube', 'Forum'];
const SURROUNDINGS: Surroundings = {
  now: {
    today: Temporal.PlainDate.from('2026-11-28'),
    moment: Temporal.ZonedDateTime.from('2026-11-28T15:30[UTC]'),
    first: Temporal.PlainDate.from('2026-09-30'),
  },
  sources: SOURCES.map((name, id) => ({ id, name })),
  monitors: [],
};

const read = (question: string) => {
  const language = questionLanguage(question);
  return amongAll(inARow(understand(plainQuestion(withoutCommands(question), language), language, SURROUNDINGS)));
};
function typed(question: string) {
  const found = read(question);
  const wanted = wantedBy(found);
  if (!wanted) throw new Error(`No intent: ${question}`);
  return { wanted, scope: askedScope(found, wanted, { base: WHOLE_SCOPE, sources: SOURCES }), found };
}
const days = (question: string) => read(question).periods.map(({ from, to }) => `${from} ${to}`);

describe('wishes', () => {
  it.each([
    'what do users wish for',
    'which features are people asking for',
    'any feature requests on the App Store?',
    '用户最想要什么功能',
    '大家期待哪些新功能',
    'ユーザーからの要望は何？',
    'みんなが欲しがってる機能は？',
  ])('are comments of their kind: %s', (question) => {
    const { wanted, scope } = typed(question);
    expect(wanted).toMatchObject({ intent: 'topic', labels: [] });
    expect(scope).toMatchObject({ kinds: ['wish'], topic: null });
  });

  it.each(['how many feature requests did we get in october', '有多少人提了建议', '要望は何件？'])(
    'are counted: %s',
    (question) => {
      const { wanted, scope } = typed(question);
      expect(wanted.intent).toBe('count');
      expect(scope.kinds).toEqual(['wish']);
    },
  );

  it.each(['who wants a refund', 'what should we fix first', '大家最希望我们先改进什么', '早く直してほしい声は？'])(
    'are none of these: %s',
    (question) => expect(read(question).kinds).toEqual([]),
  );
});

describe('numbers of comments held against each other', () => {
  it.each([
    'who talks more, english or chinese speakers',
    '昨天跟前天比评论多了还是少了',
    '这周评论比上周多了吗',
    '今週コメントは先週より増えた？',
  ])('are counts: %s', (question) =>
    expect(typed(question).wanted).toMatchObject({ intent: 'compare', measure: 'count' }),
  );

  it.each(['为什么11月3号评论突然变多', '为什么11月4号评论这么多'])('号评 behind a day is no praise: %s', (question) =>
    expect(typed(question)).toMatchObject({ wanted: { intent: 'why', labels: [] }, scope: { topic: null } }),
  );
});

describe('several times', () => {
  it.each([
    ['compare the first and the second half of november', ['2026-11-01 2026-11-15', '2026-11-16 2026-11-30']],
    ['first vs second half of october', ['2026-10-01 2026-10-15', '2026-10-16 2026-10-31']],
    ['10月上下半月的好评率对比', ['2026-10-01 2026-10-15', '2026-10-16 2026-10-31']],
  ])('keeps both halves: %s', (question, both) => expect(days(question)).toEqual(both));

  it.each(['last 3 days vs the 3 days before', '最近三天跟之前三天比', '直近3日とその前の3日を比べて'])(
    'as many days before: %s',
    (question) => {
      const { periods, compared, unread } = read(question);
      expect(periods.map(String)).toHaveLength(1);
      expect([compared?.from.toString(), compared?.to.toString()]).toEqual(['2026-11-23', '2026-11-25']);
      expect(unread).toBeNull();
    },
  );

  it.each([
    ['mood in september vs october vs november', 'month'],
    ['9月、10月、11月哪个月口碑最好', 'month'],
    ['11月3日、4日、5日のコメント数', 'day'],
  ])('three that follow on each other are put in an order: %s', (question, by) => {
    const { wanted, found } = typed(question);
    expect(wanted).toMatchObject({ intent: 'ranking', by, number: 3 });
    expect(found.periods).toHaveLength(1);
  });

  it('three that do not are left to be asked about', () =>
    expect(read('how many comments on 2 november, 5 november and 9 november').several?.all).toHaveLength(3));
});

describe('whether something comes first', () => {
  it.each([
    'is it true that battery is what people complain about most',
    'is customer service the biggest complaint?',
    '大家吐槽最多的是不是续航',
    '一番多い不満は電池ですか？',
  ])('is told by all themes in their order: %s', (question) => {
    const { wanted, scope } = typed(question);
    expect(wanted).toMatchObject({ intent: 'complaints', by: 'theme' });
    expect(scope.topic).toBeNull();
  });

  it.each(['is there a complaint about the battery', '最大的问题是什么', '一番多い不満は何ですか？'])(
    'and is not asked by: %s',
    (question) => expect(read(question).intents).toEqual(read(question).intents),
  );
});

describe('money', () => {
  it.each(['how much money did we lose with the update', '因为更新亏了多少钱', '今回の件でいくら損した？'])(
    'is not told by comments: %s',
    (question) => expect(read(question).unknowable).toBe('business'),
  );
});
