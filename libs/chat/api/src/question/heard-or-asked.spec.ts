import { typedQuestionSchema, type TypedQuestion } from '@moodline/chat/contract';
import { WHOLE_SCOPE } from '@moodline/narration/contract';
import { Temporal } from 'temporal-polyfill';
import { unaccounted } from './accounted-for';
import { askedPeriod } from './asked-period';
import { askedScope } from './asked-scope';
import { wantedBy } from './intent-decision';
import { onTheClock } from './on-the-clock';
import { plainQuestion } from './plain-question';
import { questionLanguage } from './question-language';
import { outsideReason } from './outside';
import { understand, type Surroundings } from './understanding';

const SURROUNDINGS: Surroundings = {
  now: {
    today: Temporal.PlainDate.from('2026-11-28'),
    moment: Temporal.ZonedDateTime.from('2026-11-28T15:30[UTC]'),
    first: Temporal.PlainDate.from('2026-09-30'),
  },
  sources: ['Weibo', 'App Store', 'YouTube', 'Forum'].map((name, id) => ({ id, name })),
  monitors: [
    { id: 1, name: 'Pebblo', kind: 'brand', words: ['pebblo', '派波', 'ペブロ'] },
    { id: 4, name: 'Nubira', kind: 'competitor', words: ['nubira', '努比拉', 'ヌビラ'] },
  ],
};
const SOURCES = SURROUNDINGS.sources.map(({ name }) => name);

function read(question: string) {
  const language = questionLanguage(question);
  return onTheClock(understand(plainQuestion(question, language), language, SURROUNDINGS));
}

/** A question as its rules read it, with the day of an event where it names one. */
function typed(question: string, eventDay: string | null = null): TypedQuestion {
  const asked = read(question);
  const wanted = wantedBy(asked);
  if (!wanted) throw new Error(`No intent: ${question}`);
  const scope = askedScope(asked, wanted, { base: WHOLE_SCOPE, sources: SOURCES });
  const fallback = { period: null, compared: null };
  const { intent, measure, by, order, number } = wanted;
  const days = askedPeriod(asked, { wanted, now: SURROUNDINGS.now, eventDay, fallback });
  const event = asked.event?.name ?? null;
  return typedQuestionSchema.parse({ intent, measure, by, order, number, scope, event, ...days });
}

/** Words that a reading leaves out. */
const left = (question: string, heard: Partial<TypedQuestion>, passedOver: readonly string[] = []): string | null =>
  unaccounted(
    { ...read(question), passedOver },
    typedQuestionSchema.parse({
      ...{ intent: 'count', measure: 'count', scope: WHOLE_SCOPE, period: null, compared: null },
      ...{ by: null, order: null, number: null, event: null, ...heard },
    }),
  );

describe('what a question says', () => {
  it.each([
    ['11月头的口碑', { from: '2026-11-01', to: '2026-11-10' }],
    ['11月尾的口碑', { from: '2026-11-21', to: '2026-11-30' }],
    ['11月あたまの評判は', { from: '2026-11-01', to: '2026-11-10' }],
    ['520那天大家心情怎么样', { from: '2026-05-20', to: '2026-05-20' }],
    ['第一天有多少评论', { from: '2026-09-30', to: '2026-09-30' }],
    ['最后一天的口碑怎么样', { from: '2026-11-28', to: '2026-11-28' }],
    ['初日のコメントは何件', { from: '2026-09-30', to: '2026-09-30' }],
  ])('is its time: %s', (question, period) => expect(typed(question).period).toEqual(period));

  it.each([
    ['说好听的有多少条', '"好听"'],
    ['喊加油的有多少', '"加油"'],
    ['后浪这个词出现了多少次', '"后浪"'],
    ['提到ptsd这个词的评论有几条', '"ptsd"'],
    ['2.3の評判は', '2.3'],
    ['11月下滑有多少是因为物流', '物流'],
  ])('is its topic: %s', (question, topic) => expect(typed(question).scope.topic).toBe(topic));

  it.each(['说失望的有多少人', '说不好的有多少', '说客服不好的有多少'])(
    'is no topic where it is a mood: %s',
    (question) => expect(typed(question).scope.topic ?? '').not.toContain('"'),
  );

  it.each([
    ['英語圏の反応は日本より悪い？', ['en', 'ja']],
    ['英文评论比日本差吗', ['en', 'ja']],
    ['中国と日本、どっちがネガティブ？', ['zh', 'ja']],
  ])('is its languages, beside which a country stands for its own: %s', (question, languages) => {
    expect(typed(question)).toMatchObject({ intent: 'compare', by: 'language' });
    expect(typed(question).scope.languages).toEqual(languages);
  });

  it.each([
    ['努比拉被提到多少次', 'count', ['Nubira']],
    ['竞品努比拉的口碑比我们好吗', 'compare', ['Pebblo', 'Nubira']],
    ['派波和努比拉谁口碑好', 'compare', ['Pebblo', 'Nubira']],
    ['ヌビラとうち、どっちが人気？', 'compare', ['Pebblo', 'Nubira']],
  ])('is a competitor by each of its names: %s', (question, intent, monitors) => {
    const asked = typed(question);
    expect([asked.intent, asked.scope.monitors, asked.scope.topic]).toEqual([intent, monitors, null]);
  });

  it.each([
    ['口碑从哪天开始变差的', null],
    ['客服的口碑什么时候开始恶化', '客服'],
    ['評判はいつから悪くなったの？', null],
    ['バッテリーの件、いつからひどくなった？', 'バッテリー'],
    ['when did the mood start getting worse', null],
  ])('is since when: %s', (question, topic) => {
    const asked = typed(question);
    expect(asked).toMatchObject({ intent: 'trend', order: 'oldest', scope: { topic } });
  });

  it.each([
    ['11月21号为什么评论突然变多', 'count'],
    ['10月8日にコメントが増えたのはなぜ？', 'count'],
    ['why were there so many comments on 21 November', 'count'],
    ['这周差评为什么变多了', 'change'],
    ['先月ネガティブなコメントが増えた理由は？', 'change'],
  ])('is the reason of a number or of the mood: %s', (question, measure) =>
    expect(typed(question)).toMatchObject({ intent: 'why', measure }),
  );

  it.each(['道歉之后评论少了吗', '道歉之后留言有没有变多', '謝罪後コメントは減った？'])(
    'is a number a day before and after what happened: %s',
    (question) => {
      const asked = typed(question, '2026-11-09');
      expect(asked).toMatchObject({ intent: 'compare', measure: 'average', period: { from: '2026-11-09' } });
      expect(asked.compared).not.toBeNull();
    },
  );

  it.each([
    ['アプデ後どのくらい荒れた？', 'アプデ'],
    ['アップデート後何が変わった？', 'アップデート'],
    ['謝罪後みんなの反応は', '謝罪'],
  ])('is what happened: %s', (question, name) => expect(read(question).event?.name).toBe(name));

  it.each([
    ['第二严重的呢', 2],
    ['第三差的是', 3],
    ['三番目は？', 3],
  ])('is a place in an order: %s', (question, number) => expect(read(question).number).toBe(number));

  it.each([
    ['深夜的评论是不是更负面', 'net'],
    ['凌晨发的评论更emo吗', 'net'],
  ])('is hours, told by their mood: %s', (question, measure) =>
    expect(typed(question)).toMatchObject({ intent: 'ranking', by: 'hour', measure }),
  );

  it.each([
    ['退款和物流哪个问题更严重', 'theme'],
    ['返金についての声を時系列で', null],
  ])('is held side by side or drawn as a line: %s', (question, by) =>
    expect(typed(question)).toMatchObject(by ? { intent: 'compare', by } : { intent: 'trend', measure: 'change' }),
  );

  it.each([
    ['难过的和生气的哪个多', ['anger', 'sadness']],
    ['怒ってる人と悲しんでる人どっちが多い？', ['anger', 'sadness']],
    ['are there more angry or more sad comments', ['anger', 'sadness']],
  ])('is a number for each emotion: %s', (question, emotions) => {
    const asked = typed(question);
    expect([asked.intent, asked.scope.emotions]).toEqual(['count', emotions]);
  });

  it.each([
    ['退款的聲量有冇減少', '退款'],
    ['返金の件数は減った？', '返金'],
    ['最近评论数降了吗', null],
  ])('is a number now and before where it grew or fell: %s', (question, topic) =>
    expect(typed(question)).toMatchObject({
      ...{ intent: 'compare', measure: 'count', scope: { topic } },
      ...{ period: { from: '2026-10-30', to: '2026-11-28' }, compared: { to: '2026-10-29' } },
    }),
  );

  it.each([
    ['周末差评更多吗', 'count'],
    ['週末のほうがコメント多い？', 'count'],
  ])('is weekends against other days: %s', (question, measure) =>
    expect(typed(question)).toMatchObject({ intent: 'compare', by: 'weekend', measure }),
  );

  it.each(['11月增长最快的话题是什么', '11月に入ってから微博で一番伸びた話題'])(
    'is what grew in number: %s',
    (question) => expect(typed(question)).toMatchObject({ intent: 'why', measure: 'count' }),
  );

  it.each(['大家拿我们跟努比拉比的时候说啥', 'ヌビラと比べて何て言われてる？'])(
    'is what is said where a competitor is named: %s',
    (question) => {
      const asked = typed(question);
      expect([asked.intent, asked.scope.monitors, left(question, asked)]).toEqual(['summary', ['Nubira'], null]);
    },
  );

  it.each([
    ['薄荷绿这个颜色上市后大家喜欢吗', '薄荷绿'],
    ['客服这个问题大家怎么看', '客服'],
  ])('is a thing, whatever it is called besides: %s', (question, topic) => {
    const asked = typed(question);
    expect([asked.intent, asked.scope.topic, asked.event]).toEqual(['topic', topic, null]);
  });

  it.each(['哪个平台生气的人最多', '怒っている人が一番多い媒体は'])('is an order by an emotion: %s', (question) =>
    expect(typed(question)).toMatchObject({
      ...{ intent: 'ranking', measure: 'count', by: 'source' },
      scope: { emotions: ['anger'], labels: [] },
    }),
  );

  it('praises nothing where readers liked it', () =>
    expect(typed('点赞最高的三条是啥')).toMatchObject({ intent: 'quotes', order: 'liked', scope: { labels: [] } }));

  it('is a quiet week by its comments', () =>
    expect(typed('一番静かだった週は？')).toMatchObject({ measure: 'count', by: 'week', order: 'least' }));

  it('has stars where they stand for praise, too', () => expect(typed('五星好评有几个').scope.stars).toEqual([5]));

  it.each(['大家对这首歌评价如何', '客服问题越来越严重了'])('has no words that nothing is read from: %s', (question) =>
    expect(typed(question).scope.topic ?? '客服').toBe('客服'),
  );

  it('is the day after, and no time that was not understood', () => expect(read('第二天呢').unread).toBeNull());

  it('is whether there are as many as before', () =>
    expect(typed('11月最后一周热度还在吗')).toMatchObject({
      intent: 'compare',
      measure: 'count',
      compared: { from: '2026-11-17', to: '2026-11-23' },
    }));

  it.each(['ネガが3割切った日ってある？', '有没有哪天差评低于三成', '有负面超过6成的日子吗'])(
    'cannot be told where days over a limit are asked for: %s',
    (question) => expect(outsideReason(read(question))).toBe('sums'),
  );
});

describe('words of a question that nothing of the answer shows', () => {
  it.each<[string, Partial<TypedQuestion>, readonly string[], string]>([
    ['有多少学校官号来打卡', {}, ['学校官号来打卡'], '学校官号来打卡'],
    ['2.3のときの方がよかった', { intent: 'trend', measure: 'net' }, [], '2.3'],
    ['was 2.3 better', { intent: 'trend', measure: 'net' }, [], '2.3'],
    ['英語の反応は韓国より悪い？', { intent: 'trend', measure: 'net' }, [], 'より悪'],
    ['热度是哪天掉下来的', { intent: 'ranking', by: 'day', order: 'most' }, [], '哪天下降了'],
    ['悲しんでる人が増えたのはいつ', { intent: 'ranking', by: 'theme', order: 'most' }, [], 'いつ'],
  ])('are asked back: %s', (question, heard, passedOver, words) =>
    expect(left(question, heard, passedOver)).toBe(words),
  );

  it.each<[string, Partial<TypedQuestion>, readonly string[]]>([
    ['更新之后口碑恢复到更新前了吗', { intent: 'effect', event: '更新' }, ['更新']],
    ['以前より良くなった？', { intent: 'trend', measure: 'change' }, []],
    ['哪天评论涨得最多', { intent: 'ranking', by: 'day', order: 'most' }, []],
    ['努比拉被提到多少次', {}, []],
    ['提到退款的人是生气还是难过', { intent: 'topic', measure: 'net', scope: { ...WHOLE_SCOPE, topic: '退款' } }, []],
  ])('are none: %s', (question, heard, passedOver) => expect(left(question, heard, passedOver)).toBeNull());
});
