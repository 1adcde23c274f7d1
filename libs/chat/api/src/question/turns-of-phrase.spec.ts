import { Temporal } from 'temporal-polyfill';
import { WHOLE_SCOPE } from '@moodline/narration/contract';
import { askedScope } from './asked-scope';
import { wantedBy } from './intent-decision';
import { plainQuestion } from './plain-question';
import { questionLanguage } from './question-language';
import { partsOfTopic, slipOfTopic } from './scope/compound-topic';
import { understand, type Surroundings } from './understanding';

const SOURCES = ['Weibo', 'App Store', 'YouTube', 'Forum'];
const SURROUNDINGS: Surroundings = {
  now: {
    today: Temporal.PlainDate.from('2026-11-27'),
    moment: Temporal.ZonedDateTime.from('2026-11-27T15:30[UTC]'),
    first: Temporal.PlainDate.from('2026-09-29'),
  },
  sources: SOURCES.map((name, id) => ({ id, name })),
  monitors: [],
};

function typed(question: string) {
  const language = questionLanguage(question);
  const read = understand(plainQuestion(question, language), language, SURROUNDINGS);
  const wanted = wantedBy(read);
  if (!wanted) throw new Error(`No intent: ${question}`);
  return { read, wanted, scope: askedScope(read, wanted, { base: WHOLE_SCOPE, sources: SOURCES }) };
}

describe('what a question is about', () => {
  // Left out, the answer would be about everything.
  it.each([
    ['what do people say about the display', 'display'],
    ['is the frame bad', 'frame'],
    ['did the letter get any reaction outside Weibo?', 'letter'],
    ['complaints about the volume', 'volume'],
    ['大家怎么看会员', '会员'],
    ['按键的差评有多少', '按键'],
    ['大家怎么看声音', '声音'],
    ['声音好不好', '声音'],
    ['关于售后大家怎么说', '售后'],
    ['有人吐槽配对吗', '配对'],
    ['letter complaints last week', 'letter'],
    ['any issues with the volume', 'volume'],
    ['対応の評判は', '対応'],
    ['发布会的差评有多少', '发布会'],
    ['説明書についてどう言われていますか', '説明書'],
    ['匂いの不満は何件', '匂い'],
  ])('is kept: %s', (question, topic) => expect(typed(question).scope.topic).toBe(topic));

  it.each([
    ['what was the volume last week', 'count'],
    ['how many comments have no clear feeling either way', 'count'],
    ['what do English speakers want fixed', 'complaints'],
    ['Weibo上的声音怎么样', 'summary'],
  ])('is nothing where no thing is named: %s', (question, intent) => {
    const { wanted, scope } = typed(question);
    expect([wanted.intent, scope.topic]).toEqual([intent, null]);
  });

  it('is compared before and after what happened', () => {
    const { read, wanted } = typed('Was support rated worse before the apology or after it?');
    expect([wanted.intent, read.event?.name]).toEqual(['effect', 'apology']);
  });

  it('is no time where 后 is a part of a word', () =>
    expect(typed('升级后售后口碑')).toMatchObject({ read: { event: { name: '升级' } }, scope: { topic: '售后' } }));
});

describe('turns of phrase', () => {
  it.each([
    ['正面、中性、负面各占多少', 'share', []],
    ['好评多还是差评多', 'share', ['negative', 'positive']],
    ['近14天负面占比走势', 'trend', ['negative']],
    ['大家为什么种草', 'praise', ['positive']],
    ['上周负面评论里提到客服的占多大比例', 'count', ['negative']],
    ['点赞最高的差评是哪条', 'quotes', ['negative']],
    ['最早夸薄荷绿的是哪天', 'quotes', ['positive']],
    ['most liked complaint last week', 'quotes', ['negative']],
    ['which review got the most likes', 'quotes', []],
    ['断连、延迟、配对，各有多少条', 'compare', []],
    ['不満の多い媒体トップ2', 'ranking', ['negative']],
    ['ノイキャン褒めてる人どれくらい', 'count', ['positive']],
  ])('%s', (question, intent, labels) => {
    const { wanted, scope } = typed(question);
    expect(wanted.intent).toBe(intent);
    expect([...scope.labels].sort()).toEqual(labels);
  });

  it.each([
    ['各来源净情绪排名，附条数', 'net'],
    ['哪天的差评最扎堆', 'count'],
    ['コメントが急に増えた日', 'count'],
  ])('put in an order by the right number: %s', (question, measure) => {
    expect(typed(question).wanted).toMatchObject({ intent: 'ranking', measure });
  });

  it.each([
    ['双11后一周的差评率', '2026-11-12', '2026-11-18'],
    ['11月5号那周口碑怎么样', '2026-11-02', '2026-11-08'],
    ['上周一到周五的差评数', '2026-11-16', '2026-11-20'],
    ['11月头十天的负面评论有多少', '2026-11-01', '2026-11-10'],
    ['10月最后三天差评率', '2026-10-29', '2026-10-31'],
    ['11.11~11.15 微博负面率', '2026-11-11', '2026-11-15'],
    ['10月底11月初口碑怎么样', '2026-10-21', '2026-11-10'],
    ['先月の最終週のコメント数', '2026-10-25', '2026-10-31'],
    ['独身の日の後1週間の評判', '2026-11-12', '2026-11-18'],
    ['先週の月曜から金曜までの評判', '2026-11-16', '2026-11-20'],
  ])('name a period: %s', (question, from, to) => {
    const [period] = typed(question).read.periods;
    expect([period?.from.toString(), period?.to.toString()]).toEqual([from, to]);
  });

  it.each([
    ['11月5日与9日哪天更差', ['2026-11-05', '2026-11-09']],
    ['2015年2月20日和23日对比', ['2015-02-20', '2015-02-23']],
    ['11月5日と9日を比べて', ['2026-11-05', '2026-11-09']],
    ['Compare 5 and 9 November', ['2026-11-05', '2026-11-09']],
    ['How did the mood change between 20 and 23 February 2015?', ['2015-02-20', '2015-02-23']],
    ['Compare February 20 and 23, 2015', ['2015-02-20', '2015-02-23']],
  ])('name two days by one month: %s', (question, days) => {
    expect(typed(question).read.periods.map(({ from, to }) => [from.toString(), to.toString()])).toEqual(
      days.map((day) => [day, day]),
    );
  });

  it.each([
    ['补丁推送当天的口碑', '补丁', 1],
    ['打折那五天的好评率', '降价', 5],
    ['値下げ期間中の不満は何件', '値下げ', 5],
  ])('name the days of an event: %s', (question, name, days) => {
    expect(typed(question).read.event).toMatchObject({ name, days, side: 'after' });
  });

  it('leave what stands in quotes as it is', () => {
    expect(typed('微博上提到“无语”的有几条').scope.topic).toBe('"无语"');
  });

  it.each([
    ['说明书有人提吗', '说明书'],
    ['値下げの反応はどうだった', '値下げ'],
    ['装着感の評価', '装着感'],
  ])('do not cut a topic in two: %s', (question, topic) => {
    expect(typed(question).scope.topic).toBe(topic);
  });
});

describe('a topic in one word', () => {
  const topic = (words: string) => ({ words, sure: false, exact: false, listed: false });

  it.each([
    ['充电盒发烫', ['充电盒', '发烫']],
    ['客服那块儿', ['客服']],
    ['音质党', ['音质']],
    ['充电线', null],
    ['续航', null],
  ])('is taken apart where names are all that it holds: %s', (words, parts) => {
    expect(partsOfTopic(topic(words), 'zh')).toEqual(parts);
  });

  it('is mended where it is a slip of one name only', () => {
    expect(slipOfTopic(topic('空间音顿'), 'zh')).toEqual(['空间音频']);
    expect(slipOfTopic(topic('カスタマサポト'), 'ja')).toEqual(['カスタマーサポート']);
    expect(slipOfTopic(topic('充电合'), 'zh')).toBeNull();
  });
});

describe('what a question compares with', () => {
  it.each(['battery complaints up or down on last week?', 'is the mood higher than last week'])('%s', (question) => {
    expect(typed(question).read.than).toBe(true);
  });

  it('reads each day since a day as all of them', () => {
    const [period] = typed('App Store mood day by day since Monday').read.periods;
    expect(`${period?.from}..${period?.to}`).toBe('2026-11-23..2026-11-27');
  });
});
