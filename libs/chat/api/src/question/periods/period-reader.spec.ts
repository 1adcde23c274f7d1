import { Temporal } from 'temporal-polyfill';
import type { QuestionLanguage } from '../question-language';
import type { Now, ReadPeriod } from './calendar';
import { readPeriods } from './period-reader';

/** A Friday. */
const NOW: Now = {
  today: Temporal.PlainDate.from('2026-11-27'),
  moment: Temporal.ZonedDateTime.from('2026-11-27T15:30[Asia/Shanghai]'),
  first: Temporal.PlainDate.from('2026-09-29'),
};

const written = ({ from, to, clock }: ReadPeriod): string =>
  clock
    ? `${clock.from.toPlainDateTime().toString().slice(0, 16)}..${clock.to.toPlainDateTime().toString().slice(0, 16)}`
    : `${from}..${to}`;
const read = (text: string, language: QuestionLanguage) => readPeriods(text, language, NOW).periods.map(written);

describe('the period of a question', () => {
  it.each<[QuestionLanguage, string, string]>([
    ['en', 'How many negative comments in the last 24 hours?', '2026-11-26T15:30..2026-11-27T15:30'],
    ['en', 'in the last 90 minutes', '2026-11-27T14:00..2026-11-27T15:30'],
    ['en', 'past hour', '2026-11-27T14:30..2026-11-27T15:30'],
    ['en', 'How many negative comments this morning?', '2026-11-27T06:00..2026-11-27T12:00'],
    ['en', 'delivery complaints since 11.11', '2026-11-11..2026-11-27'],
    ['zh', '国庆那周有多少评论', '2026-10-01..2026-10-07'],
    ['en', 'what came in tonight', '2026-11-27T18:00..2026-11-28T00:00'],
    ['en', 'what came in last night', '2026-11-26T18:00..2026-11-27T06:00'],
    ['en', 'over the last 7 days', '2026-11-21..2026-11-27'],
    ['en', 'in the past two weeks', '2026-11-14..2026-11-27'],
    ['en', 'past week', '2026-11-21..2026-11-27'],
    ['en', 'last week', '2026-11-16..2026-11-22'],
    ['en', 'this week', '2026-11-23..2026-11-27'],
    ['en', 'last weekend', '2026-11-21..2026-11-22'],
    ['en', 'over the weekend', '2026-11-21..2026-11-22'],
    ['en', 'last month', '2026-10-01..2026-10-31'],
    ['en', 'How was the mood in Q3?', '2026-07-01..2026-09-30'],
    ['en', 'last quarter', '2026-07-01..2026-09-30'],
    ['en', 'this quarter', '2026-10-01..2026-11-27'],
    ['en', 'the third quarter of 2025', '2025-07-01..2025-09-30'],
    ['en', 'H1 2026', '2026-01-01..2026-06-30'],
    ['en', 'second half of October', '2026-10-16..2026-10-31'],
    ['en', 'week 47', '2026-11-16..2026-11-22'],
    ['en', 'Why did the mood drop at the beginning of November?', '2026-11-01..2026-11-10'],
    ['en', 'early November', '2026-11-01..2026-11-10'],
    ['en', 'mid-October', '2026-10-11..2026-10-20'],
    ['en', 'late October', '2026-10-21..2026-10-31'],
    ['en', 'first week of November', '2026-11-01..2026-11-07'],
    ['en', 'in November', '2026-11-01..2026-11-30'],
    ['en', 'in May', '2026-05-01..2026-05-31'],
    ['en', 'last December', '2025-12-01..2025-12-31'],
    ['en', 'on 2 November', '2026-11-02..2026-11-02'],
    ['en', 'on Nov 2nd', '2026-11-02..2026-11-02'],
    ['en', 'from Nov 2 to Nov 5', '2026-11-02..2026-11-05'],
    ['en', 'between 2 November and 5 November', '2026-11-02..2026-11-05'],
    ['en', 'from October to November', '2026-10-01..2026-11-30'],
    ['en', '2026-11-02', '2026-11-02..2026-11-02'],
    ['en', 'since Monday', '2026-11-23..2026-11-27'],
    ['en', 'since 10 November', '2026-11-10..2026-11-27'],
    ['en', 'after 10 November', '2026-11-11..2026-11-27'],
    ['en', 'before 10 November', '2026-09-29..2026-11-09'],
    ['en', 'until 10 November', '2026-09-29..2026-11-10'],
    ['en', 'three days ago', '2026-11-24..2026-11-24'],
    ['en', 'on Black Friday', '2026-11-27..2026-11-27'],
    ['en', "last year's Black Friday", '2025-11-28..2025-11-28'],
    ['en', "Singles' Day", '2026-11-11..2026-11-11'],
    ['en', 'Chinese New Year', '2026-02-16..2026-02-23'],
    ['en', 'in the summer', '2026-06-01..2026-08-31'],
    ['en', 'year to date', '2026-01-01..2026-11-27'],
    ['zh', '过去24小时有多少负面评论？', '2026-11-26T15:30..2026-11-27T15:30'],
    ['zh', '最近半小时', '2026-11-27T15:00..2026-11-27T15:30'],
    ['zh', '最近30天大家的情绪怎么变化的？', '2026-10-29..2026-11-27'],
    ['zh', '近两周', '2026-11-14..2026-11-27'],
    ['zh', '最近三个月', '2026-08-28..2026-11-27'],
    ['zh', '上周末大家在吐槽什么？', '2026-11-21..2026-11-22'],
    ['zh', '上上周', '2026-11-09..2026-11-15'],
    ['zh', '上周三', '2026-11-18..2026-11-18'],
    ['zh', '第三季度', '2026-07-01..2026-09-30'],
    ['zh', '本季度', '2026-10-01..2026-11-27'],
    ['zh', '上个季度', '2026-07-01..2026-09-30'],
    ['zh', '今年上半年', '2026-01-01..2026-06-30'],
    ['zh', '11月初为什么突然变差了？', '2026-11-01..2026-11-10'],
    ['zh', '11月上旬', '2026-11-01..2026-11-10'],
    ['zh', '十月中旬', '2026-10-11..2026-10-20'],
    ['zh', '10月底', '2026-10-21..2026-10-31'],
    ['zh', '上月底', '2026-10-21..2026-10-31'],
    ['zh', '月初', '2026-11-01..2026-11-10'],
    ['zh', '11月2日有多少条负面评论？', '2026-11-02..2026-11-02'],
    ['zh', '11月2号到5号', '2026-11-02..2026-11-05'],
    ['zh', '从10月28日到11月3日', '2026-10-28..2026-11-03'],
    ['zh', '11月5日以来', '2026-11-05..2026-11-27'],
    ['zh', '11月5日之前', '2026-09-29..2026-11-04'],
    ['zh', '双十一', '2026-11-11..2026-11-11'],
    ['zh', '去年双十一期间', '2025-11-01..2025-11-11'],
    ['zh', '国庆期间', '2026-10-01..2026-10-07'],
    ['zh', '618', '2026-06-18..2026-06-18'],
    ['zh', '春节', '2026-02-16..2026-02-23'],
    ['zh', '今天上午', '2026-11-27T06:00..2026-11-27T12:00'],
    ['zh', '昨晚', '2026-11-26T18:00..2026-11-27T06:00'],
    ['zh', '第47周', '2026-11-16..2026-11-22'],
    ['zh', '11月', '2026-11-01..2026-11-30'],
    ['zh', '去年11月', '2025-11-01..2025-11-30'],
    ['ja', '過去24時間', '2026-11-26T15:30..2026-11-27T15:30'],
    ['ja', 'ここ二週間', '2026-11-14..2026-11-27'],
    ['ja', '先週末は何が不満でしたか', '2026-11-21..2026-11-22'],
    ['ja', '11月初めになぜ', '2026-11-01..2026-11-10'],
    ['ja', '11月2日', '2026-11-02..2026-11-02'],
    ['ja', '11月1日から11月5日まで', '2026-11-01..2026-11-05'],
    ['ja', '11月1日から5日まで', '2026-11-01..2026-11-05'],
    ['ja', '11月5日以降', '2026-11-05..2026-11-27'],
    ['ja', '先月下旬', '2026-10-21..2026-10-31'],
    ['ja', '第3四半期', '2026-07-01..2026-09-30'],
    ['ja', '今朝', '2026-11-27T06:00..2026-11-27T12:00'],
    ['ja', 'ゴールデンウィーク', '2026-04-29..2026-05-05'],
    ['ja', '一昨日', '2026-11-25..2026-11-25'],
    ['ja', '今月1日から10日までの投稿', '2026-11-01..2026-11-10'],
    ['ja', '先月の5日〜8日', '2026-10-05..2026-10-08'],
    ['ja', '先月15日', '2026-10-15..2026-10-15'],
    ['ja', '11月の第2週', '2026-11-08..2026-11-14'],
    ['ja', '土日の件数', '2026-11-21..2026-11-22'],
    ['zh', '本月1号到10号', '2026-11-01..2026-11-10'],
    ['zh', '上个月5日至8日的差评', '2026-10-05..2026-10-08'],
    ['zh', '上月15号', '2026-10-15..2026-10-15'],
    ['zh', '11月第二周', '2026-11-08..2026-11-14'],
    ['zh', '周六周日骂得凶不凶', '2026-11-21..2026-11-22'],
    ['en', 'from the 1st to the 10th of this month', '2026-11-01..2026-11-10'],
    ['en', 'last month from the 5th to the 8th', '2026-10-05..2026-10-08'],
    ['en', 'mood after the letter of 7 November', '2026-11-08..2026-11-27'],
    ['en', 'after our post on 10 November', '2026-11-11..2026-11-27'],
  ])('%s: %s', (language, text, period) => expect(read(text, language)).toEqual([period]));

  it.each<[QuestionLanguage, string, string[]]>([
    ['en', 'Compare last week with this week', ['2026-11-16..2026-11-22', '2026-11-23..2026-11-27']],
    ['en', 'November vs October', ['2026-11-01..2026-11-30', '2026-10-01..2026-10-31']],
    ['zh', '上周和这周比', ['2026-11-16..2026-11-22', '2026-11-23..2026-11-27']],
    ['ja', '先週と今週を比べて', ['2026-11-16..2026-11-22', '2026-11-23..2026-11-27']],
    ['zh', '11月第一周和第三周哪周更惨', ['2026-11-01..2026-11-07', '2026-11-15..2026-11-21']],
    ['ja', '10月の第1週と第3週を比べて', ['2026-10-01..2026-10-07', '2026-10-15..2026-10-21']],
    ['en', 'the first and the third week of November', ['2026-11-01..2026-11-07', '2026-11-15..2026-11-21']],
    ['en', 'first week vs third week of October', ['2026-10-01..2026-10-07', '2026-10-15..2026-10-21']],
    ['zh', '双11前后三天的情绪对比', ['2026-11-08..2026-11-10', '2026-11-11..2026-11-13']],
    ['ja', '11月7日前後3日の比較', ['2026-11-04..2026-11-06', '2026-11-07..2026-11-09']],
    ['en', 'three days before and after 7 November', ['2026-11-04..2026-11-06', '2026-11-07..2026-11-09']],
  ])('%s: two of them in %s', (language, text, periods) => expect(read(text, language)).toEqual(periods));

  it('takes no number and no common word for a date', () => {
    for (const [language, text] of [
      ['en', 'show me 3 quotes that may help'],
      ['en', 'what do people say about version 2.4.1'],
      ['zh', '给我三条评论'],
      ['zh', '日本用户怎么说'],
      ['ja', '日本語のコメントを3件見せて'],
    ] as const)
      expect(read(text, language)).toEqual([]);
  });

  it('reads what is compared with', () => {
    const compared = (text: string, language: QuestionLanguage) => {
      const period = readPeriods(text, language, NOW).compared;
      return period && written(period);
    };
    expect(compared('last week against the week before', 'en')).toBe('2026-11-09..2026-11-15');
    expect(compared('10月环比', 'zh')).toBe('2026-09-01..2026-09-30');
    expect(compared('10月同比', 'zh')).toBe('2025-10-01..2025-10-31');
    expect(compared('先月の前年比', 'ja')).toBe('2025-10-01..2025-10-31');
  });

  it('knows that "Golden Week" and "recently" name no period', () => {
    expect(readPeriods('mood in Golden Week', 'en', NOW).either.map(written)).toEqual([
      '2026-10-01..2026-10-07',
      '2026-04-29..2026-05-05',
    ]);
    expect(readPeriods('最近大家在聊什么', 'zh', NOW)).toMatchObject({ vague: true, periods: [] });
  });
});
