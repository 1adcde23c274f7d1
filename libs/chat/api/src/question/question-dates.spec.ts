import { Temporal } from 'temporal-polyfill';
import { periodBefore, questionPeriods } from './question-dates';
import { questionLanguage } from './question-language';

// A Wednesday.
const TODAY = Temporal.PlainDate.from('2026-05-20');
const periods = (question: string) =>
  questionPeriods(question, questionLanguage(question), TODAY).map(({ from, to }) => `${from}..${to}`);

describe('questionPeriods', () => {
  it.each<[string, string[]]>([
    ['上周口碑怎么了？', ['2026-05-11..2026-05-17']],
    ['上上周呢', ['2026-05-04..2026-05-10']],
    ['本周大家怎么说', ['2026-05-18..2026-05-20']],
    ['这个月的走势', ['2026-05-01..2026-05-20']],
    ['上个月的差评', ['2026-04-01..2026-04-30']],
    ['最近两周', ['2026-05-07..2026-05-20']],
    ['过去7天净情绪', ['2026-05-14..2026-05-20']],
    ['近半年', ['2025-11-21..2026-05-20']],
    ['最近十五天', ['2026-05-06..2026-05-20']],
    ['最近一个月', ['2026-04-21..2026-05-20']],
    ['昨天和前天', ['2026-05-19..2026-05-19', '2026-05-18..2026-05-18']],
    ['四月以来的情绪', ['2026-04-01..2026-05-20']],
    ['十一月的投诉', ['2025-11-01..2025-11-30']],
    ['5月3日到5月9日', ['2026-05-03..2026-05-09']],
    ['2026年5月3号', ['2026-05-03..2026-05-03']],
    ['从5月3日至今', ['2026-05-03..2026-05-20']],
    ['上周和这周比怎么样', ['2026-05-11..2026-05-17', '2026-05-18..2026-05-20']],
    ['三月和四月对比', ['2026-03-01..2026-03-31', '2026-04-01..2026-04-30']],
    ['how was last week', ['2026-05-11..2026-05-17']],
    ['mood over the past 10 days', ['2026-05-11..2026-05-20']],
    ['the past week', ['2026-05-14..2026-05-20']],
    ['last two weeks', ['2026-05-07..2026-05-20']],
    ['how has mood moved since april', ['2026-04-01..2026-05-20']],
    ['since May 3', ['2026-05-03..2026-05-20']],
    ['in December', ['2025-12-01..2025-12-31']],
    ['from May 3 to May 9', ['2026-05-03..2026-05-09']],
    ['between 3 May and 9 May', ['2026-05-03..2026-05-09']],
    ['what happened on 2026-05-06?', ['2026-05-06..2026-05-06']],
    ['what happened on Monday', ['2026-05-18..2026-05-18']],
    ['compare last week with the week before', ['2026-05-11..2026-05-17', '2026-05-04..2026-05-10']],
    ['compare March and April', ['2026-03-01..2026-03-31', '2026-04-01..2026-04-30']],
    ['may I ask what people say?', []],
    ['why are people angry', []],
    ['先週の評判は？', ['2026-05-11..2026-05-17']],
    ['先月からの推移', ['2026-04-01..2026-05-20']],
    ['過去3か月の評判を見たい', ['2026-02-21..2026-05-20']],
    ['ここ二週間の推移', ['2026-05-07..2026-05-20']],
    ['4月以降の不満', ['2026-04-01..2026-05-20']],
    ['5月3日から5月9日までの評判', ['2026-05-03..2026-05-09']],
    ['先週と今週を比べてください', ['2026-05-11..2026-05-17', '2026-05-18..2026-05-20']],
  ])('reads %s', (question, expected) => {
    expect(periods(question)).toEqual(expected);
  });
});

describe('periodBefore', () => {
  const before = (from: string, to: string) => {
    const period = periodBefore({ from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) });
    return `${period.from}..${period.to}`;
  };

  it('has the same length, and compares whole months with whole months', () => {
    expect(before('2026-05-11', '2026-05-17')).toBe('2026-05-04..2026-05-10');
    expect(before('2026-03-01', '2026-03-31')).toBe('2026-02-01..2026-02-28');
  });
});
