import { Temporal } from 'temporal-polyfill';
import { averageIn, clockIn } from './clock-units';
import { inARow } from './in-a-row';
import { wantedBy } from './intent-decision';
import { onAverage, onTheClock } from './on-the-clock';
import { plainQuestion } from './plain-question';
import { questionLanguage } from './question-language';
import { understand, type Surroundings } from './understanding';

const SURROUNDINGS: Surroundings = {
  now: {
    today: Temporal.PlainDate.from('2026-11-28'),
    moment: Temporal.ZonedDateTime.from('2026-11-28T15:30[UTC]'),
    first: Temporal.PlainDate.from('2026-09-30'),
  },
  sources: ['Weibo', 'App Store', 'YouTube', 'Forum'].map((name, id) => ({ id, name })),
  monitors: [],
};

const read = (question: string) => {
  const language = questionLanguage(question);
  return inARow(onAverage(onTheClock(understand(plainQuestion(question, language), language, SURROUNDINGS))));
};
const wanted = (question: string) => wantedBy(read(question));
const clock = (question: string) => clockIn(question, questionLanguage(question)).clock;

describe('days of the week, weekends and hours', () => {
  it.each([
    ['which weekday has the most complaints', 'weekday'],
    ['On which day of the week do people write most?', 'weekday'],
    ['net mood by day of the week in october', 'weekday'],
    ['星期几差评最多', 'weekday'],
    ['一周里哪天最差', 'weekday'],
    ['どの曜日に不満が多いですか', 'weekday'],
    ['how many reviews on a typical Saturday', 'weekday'],
    ['土曜と日曜はどっちが荒れる？', 'weekday'],
    ['do people complain more at night', 'hour'],
    ['晚上和早上哪个时候骂得多', 'hour'],
    ['夜は文句が多い？', 'hour'],
    ['weekends versus weekdays', 'weekend'],
    ['Is the mood better at the weekend than on working days?', 'weekend'],
    ['周末和工作日相比哪个更负面', 'weekend'],
    ['週末と平日を比べて', 'weekend'],
    ['周六周日一般骂得凶不凶', 'weekend'],
    ['土日はいつも悪い？', 'weekend'],
    ['平日と週末ではどちらが不満が多い？', 'weekend'],
    ['at what time of day do most comments come in', 'hour'],
    ['comments by hour on weibo', 'hour'],
    ['大家一般几点发评论最多', 'hour'],
    ['何時台にコメントが多い？', 'hour'],
  ])('are what %s groups by', (question, by) => {
    expect(clock(question)).toBe(by);
    expect(wanted(question)).toMatchObject({ intent: by === 'weekend' ? 'compare' : 'ranking', by });
    expect(read(question)).toMatchObject({ unknowable: null, unread: null, topics: [] });
  });

  it.each([
    'how was the last weekend',
    'comments yesterday in the evening',
    '昨天晚上的评论',
    '周五晚上骂得多吗',
    '昨夜のコメント',
    'comments on the last two weekends',
    'how many comments this weekend',
    '上周末差评多吗',
    '这周几条差评',
    '大家喜欢的是哪几点',
    '先週末の評判は？',
    '月曜日のコメントは何件',
    'what time period was the worst',
    'which parts do people complain about',
  ])('are not meant by %s', (question) => expect(clock(question)).toBeNull());

  it.each<[string, object]>([
    ['which weekday is the worst', { measure: 'net', order: 'least', labels: [] }],
    ['what time of day do people complain most', { measure: 'count', order: 'most', labels: ['negative'] }],
    ['which weekday has the fewest comments', { measure: 'count', order: 'least', labels: [] }],
    ['星期几被骂得最多', { measure: 'count', order: 'most', labels: ['negative'] }],
    ['何曜日が一番荒れてる？', { measure: 'net', order: 'least' }],
    ['are weekends calmer than weekdays?', { measure: 'net', labels: [] }],
    ['do people complain more on weekends than on weekdays', { measure: 'count', labels: ['negative'] }],
  ])('are measured as asked: %s', (question, expected) => expect(wanted(question)).toMatchObject(expected));

  it('leave the period to the rest of the question', () =>
    expect(read('which weekday was worst in October').periods).toMatchObject([
      { from: expect.objectContaining({ month: 10, day: 1 }) },
    ]));
});

describe('averages', () => {
  it.each([
    ['how many comments per day on average', 'day', []],
    ['average number of complaints per week', 'week', ['negative']],
    ['daily average of comments on weibo in november', 'day', []],
    ['how many negative comments do we get on a normal day', 'day', ['negative']],
    ['11月平均每天多少条评论', 'day', []],
    ['日均评论数是多少', 'day', []],
    ['1日平均で何件きていますか', 'day', []],
    ['11月は1日平均何件コメントが来てる？', 'day', []],
    ['avg negatives per day in October', 'day', ['negative']],
    ['最近一周平均每天多少差评', 'day', ['negative']],
    ['11月1日から一日平均何件コメントがありましたか', 'day', []],
  ])('are a count: %s', (question, by, labels) =>
    expect(wanted(question)).toMatchObject({ intent: 'count', measure: 'average', by, labels }),
  );

  it('of two times stand side by side', () =>
    expect(wanted('average comments per day in October compared with November')).toMatchObject({
      intent: 'compare',
      measure: 'average',
    }));

  it('keep the days of the question', () =>
    expect(read('11月1日から一日平均何件コメントがありましたか').periods).toHaveLength(1));

  it.each(['average star rating of the app', 'what is the average mood', '平均评分是多少', 'show typical comments'])(
    'of something else are none: %s',
    (question) => expect(averageIn(question, questionLanguage(question))).toBeNull(),
  );
});
