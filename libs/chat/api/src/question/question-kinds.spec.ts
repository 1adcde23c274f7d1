import { Temporal } from 'temporal-polyfill';
import { isAnchored } from './anchors';
import { askedScope } from './asked-scope';
import { wantedBy } from './intent-decision';
import { plainQuestion, withoutCommands } from './plain-question';
import { questionLanguage } from './question-language';
import { distance, nearWords, slips } from './scope/spelling';
import { topicText } from './topic-query';
import { understand, type Surroundings } from './understanding';
import { WHOLE_SCOPE } from '@moodline/narration/contract';

const SOURCES = ['Weibo', 'App Store', 'YouTube', 'Forum'];
const SURROUNDINGS: Surroundings = {
  now: {
    today: Temporal.PlainDate.from('2026-11-27'),
    moment: Temporal.ZonedDateTime.from('2026-11-27T15:30[UTC]'),
    first: Temporal.PlainDate.from('2026-09-29'),
  },
  sources: SOURCES.map((name, id) => ({ id, name })),
  monitors: [
    { id: 1, name: 'Charging case' },
    { id: 2, name: '客服响应' },
    { id: 3, name: 'Pebblo', kind: 'brand' },
    { id: 4, name: 'Nubira', kind: 'competitor' },
  ],
};

const read = (question: string) => {
  const language = questionLanguage(question);
  return understand(plainQuestion(withoutCommands(question), language), language, SURROUNDINGS);
};
/** Intent, measure and scope of a question, as far as its words tell. */
function typed(question: string) {
  const found = read(question);
  const wanted = wantedBy(found);
  if (!wanted) throw new Error(`No intent: ${question}`);
  return { wanted, scope: askedScope(found, wanted, { base: WHOLE_SCOPE, sources: SOURCES }), found };
}

describe('what would be left out in silence', () => {
  it('keeps the halves of a month apart', () => {
    const { periods } = read('11月前半と後半で全体の印象は良くなってる？');
    expect(periods.map(({ from, to }) => `${from} ${to}`)).toEqual(['2026-11-01 2026-11-15', '2026-11-16 2026-11-30']);
  });

  it.each([
    ['Is the forum calmer than X since the update?', ['X']],
    ['XとWeibo、どっちが荒れてる？', ['X']],
    ['is the iPhone X update bad', []],
  ])('X is a place where places are named: %s', (question, places) => {
    expect(read(question).places).toEqual(places);
  });

  it.each([
    'who do people like more, us or Nubira?',
    '跟Nubira比，我们的降噪怎么样',
    'Nubiraと比べてうちのノイキャンは評価高いの？',
  ])('we are the brand that is watched: %s', (question) => {
    expect(read(question).monitors).toEqual(['Pebblo', 'Nubira']);
  });

  it('takes no brand for us where nothing is compared', () => {
    expect(read('should we worry about Nubira').monitors).toEqual(['Nubira']);
  });

  it.each(['do ppl think theyre worth the money', 'are they worth the price?', "it's worth every penny, who says so"])(
    'what is worth its money is about the price: %s',
    (question) => {
      expect(read(question).topics.map(({ words }) => words)).toEqual(['price']);
    },
  );

  it('of two topics asks which one is the bigger problem', () => {
    const { wanted, scope } = typed('is battery or connection the bigger problem right now');
    expect([wanted.intent, wanted.by, scope.topic]).toEqual(['compare', 'theme', 'battery, connection']);
  });
});

describe('the day of what happened', () => {
  it.each([
    ['Did the apology on Nov 6 actually do anything?', 'apology', '2026-11-06'],
    ['11月6日道歉之后口碑怎么样', '道歉', '2026-11-06'],
    ['Has the mood recovered since the update?', 'update', null],
    ['what did people say last week after the update', 'update', null],
  ])('%s', (question, name, day) => {
    const { event, eventDay } = read(question);
    expect([event?.name, eventDay]).toEqual([name, day]);
  });
});

describe('what a question does not leave out', () => {
  it.each([
    'complaints about money not coming back, this month',
    'how many say the refund is not arriving',
    "comments where the case doesn't charge",
  ])('says what happens: %s', (question) => {
    const { without } = read(question);
    expect([without.topics, without.unread]).toEqual([[], null]);
  });
});

describe('comments in the order of their likes', () => {
  it.each([
    ['最近两周有啥让人高兴的评论，挑五条点赞高的', 'quotes', []],
    ['praise for the bass, most liked first', 'quotes', ['positive']],
    ['complaints about the bass sorted by likes', 'quotes', ['negative']],
    ['低音を褒めてる声、いいね多い順で', 'quotes', ['positive']],
  ])('%s', (question, intent, labels) => {
    const { wanted } = typed(question);
    expect(wanted.order).toBe('liked');
    expect(wanted.intent).toBe(intent);
    if (labels.length) expect(wanted.labels).toEqual(labels);
  });
});

describe('whether anybody praises', () => {
  it.each([
    ['有没有人夸我们售后的', 'positive'],
    ['有没有人骂我们售后的', 'negative'],
  ])('%s', (question, label) => {
    expect(typed(question).wanted.labels).toEqual([label]);
  });
});

describe('what a question leaves out', () => {
  it.each([
    ['total comments this month, not from YouTube', ['Weibo', 'App Store', 'Forum']],
    ['negative share on all sources except Weibo and the App Store', ['YouTube', 'Forum']],
    ['How many complaints apart from YouTube?', ['Weibo', 'App Store', 'Forum']],
    ['除了微博以外，其他渠道的净情绪是多少', ['App Store', 'YouTube', 'Forum']],
    ['不算YouTube和论坛，本月负面占几成', ['Weibo', 'App Store']],
    ['除微博外哪个平台差评最多', ['App Store', 'YouTube', 'Forum']],
    ['YouTube以外のコメント数は？', ['Weibo', 'App Store', 'Forum']],
    ['本月好评占比，App Store先不算', ['Weibo', 'YouTube', 'Forum']],
    ['フォーラムを除いた今月の件数', ['Weibo', 'App Store', 'YouTube']],
  ])('takes the other sources: %s', (question, sources) => {
    expect(typed(question).scope.sources).toEqual(sources);
  });

  it.each([
    ['how many refund complaints without customer service', '−customer service'],
    ['说到退款但没提客服的差评有多少', '退款 −客服'],
    ['電池以外の不満は何件？', '−電池'],
  ])('leaves out a topic: %s', (question, topic) => {
    expect(typed(question).scope.topic).toContain(topic);
  });

  it.each([
    ['How many comments are there in anything but Chinese?', 'languages', ['en', 'ja', 'und']],
    ['英文以外的评论有多少条', 'languages', ['zh', 'ja', 'und']],
    ['日本語以外のコメントは何件？', 'languages', ['zh', 'en', 'und']],
    ['How many comments excluding the negative ones?', 'labels', ['positive', 'neutral']],
    ['不算负面，有多少条评论', 'labels', ['positive', 'neutral']],
  ] as const)('takes the other languages and labels: %s', (question, key, left) => {
    expect(typed(question).scope[key]).toEqual(left);
  });

  it.each(['is it not good on Weibo?', '周末是不是比工作日骂得多', '这个产品要不要改', 'Weiboの評判は良くない？'])(
    'leaves out nothing where nothing is named: %s',
    (question) => {
      const { without } = read(question);
      expect({ ...without }).toMatchObject({ sources: [], labels: [], topics: [], unread: null });
    },
  );

  it.each(['How many comments except last week?', '除了上周，有多少条评论', 'How many comments excluding TikTok?'])(
    'asks back what cannot be left out: %s',
    (question) => {
      const { without, periods, places } = read(question);
      expect(without.unread !== null || (periods.length === 0 && places.length > 0)).toBe(true);
    },
  );

  it('drops what something else takes the place of', () => {
    expect(read('件数じゃなくて割合で').without).toMatchObject({ topics: [], unread: null });
    expect(typed('forget battery, what about customer support').scope.topic).not.toContain('−');
  });
});

describe('the label that a question counts', () => {
  it.each([
    ['neg % last wk?', 'share', 'negative'],
    ['"Charging case" monitor: negative count for October', 'count', 'negative'],
    ['How many people praised the spatial audio?', 'count', 'positive'],
    ['yesterday vs the same day last week, number of negatives', 'compare', 'negative'],
    ['Are we getting more love or less compared to this time last month', 'compare', 'positive'],
    ['这个月骂声占比多少', 'share', 'negative'],
    ['上周有多少条关于充电盒的吐槽？', 'count', 'negative'],
    ['负面环比涨没涨？就看最近7天', 'compare', 'negative'],
    ['10月の好意的なコメントの割合を教えていただけますでしょうか', 'share', 'positive'],
    ['今週はいい声増えた？それとも減った？', 'trend', 'positive'],
    ['返金についての怒りのコメントを一つ', 'quotes', 'negative'],
  ])('%s', (question, intent, label) => {
    const { wanted } = typed(question);
    expect([wanted.intent, ...wanted.labels]).toEqual([intent, label]);
  });

  it.each(['which source is worst', 'has the mood got more negative?', '情绪有没有变得更负面', '評判が悪化した？'])(
    'is none where the mood has a direction: %s',
    (question) => expect(typed(question).wanted.labels).toEqual([]),
  );
});

describe('topics of a question', () => {
  it.each([
    ['提到降噪或者音质的评论里好评占几成', '降噪, 音质'],
    ['how many comments mention refunds or returns', 'refunds, returns'],
    ['ノイキャンか音質に触れたコメントは何件？', 'ノイキャン, 音質'],
    ['mood on mint green AND price together', 'mint green + price'],
    ['同时提到退款和客服的评论有多少', '退款 + 客服'],
  ])('are alternatives, or wanted together: %s', (question, topic) => {
    const found = read(question);
    expect(topicText(found.topics, found)).toBe(topic);
  });
});

describe('words that are no topic', () => {
  it.each([
    "Hello, I'm preparing a slide for the board: what was the overall net mood for October?",
    'is YouTube friendlier than the App Store',
    'why is weibo so much more negative than the rest',
    '净情绪这俩月啥走向',
    '论坛上10月有几个帖子',
    '找一条最扎心的差评给我',
    '昨日と一昨日で悪い声は増減した？',
    'anyone still grumbling in the past 72 hours?',
  ])('%s', (question) => expect(read(question).topics).toEqual([]));

  it('are fans, unless they are fans of something', () => {
    expect(read('reaction of Japanese fans to mint').labels).toEqual([]);
    expect(read('Quote three fans of the noise cancelling').labels).toEqual(['positive']);
  });

  it('say by what to order', () => {
    expect(wantedBy(read('Where do we get the kindest feedback?'))).toMatchObject({ intent: 'ranking', by: 'source' });
  });
});

describe('stars', () => {
  it.each([
    ['reviews with at least 4 stars', [4, 5]],
    ['what do reviews with less than three stars say', [1, 2]],
    ['3+ star reviews', [3, 4, 5]],
    ['三星以上的用户都满意啥', [3, 4, 5]],
    ['低于两星的评论', [1]],
    ['1-2星的差评', [1, 2]],
    ['星3つ以下のコメント', [1, 2, 3]],
    ['星2未満のレビュー', [1]],
    ['一星评论主要在说什么', [1]],
  ])('%s', (question, stars) => expect(read(question).stars).toEqual(stars));
});

describe('what comments cannot tell', () => {
  it.each([
    ['who wrote the most negative comments', 'authors'],
    ['how old are the people who complain', 'authors'],
    ['差评都是哪些年龄段的人写的', 'authors'],
    ['怒っている人は男性が多いですか', 'authors'],
    ['What were our sales last month?', 'business'],
    ['这波翻车让销量掉了多少', 'business'],
    ['売上への影響は？', 'business'],
    ['下个月口碑会怎么样', 'future'],
    ['How will the mood be next week?', 'future'],
    ['来週炎上しそう？', 'future'],
    ['Average star rating of App Store reviews', 'stars'],
    ['Weekdays only: how many comments were negative this month?', 'weekdays'],
    ['median number of comments per day', 'sums'],
    ['longest streak of bad days', 'sums'],
    ['days in November when positives beat negatives', 'sums'],
    ['how long did it take to recover', 'sums'],
    ['差评连续几天超过一半', 'sums'],
    ['how many comments with more than 100 likes', 'traits'],
    ['点赞超过100的评论有多少', 'traits'],
    ['带图的评论有几条', 'traits'],
    ['いいねが100以上のコメントは何件', 'traits'],
    ['写真付きのコメントは何件', 'traits'],
  ])('%s', (question, kind) => expect(read(question).unknowable).toBe(kind));

  it.each([
    'How many comments last week?',
    '大家怎么看充电盒',
    '先週の評判は？',
    'what do customers say about delivery',
    'ok and who complains the most, by language',
    'average mood last week',
    'most liked complaint last week',
    '点赞最高的差评是哪条',
    'more than 100 comments about the case?',
    'How many comments on the worst day?',
    '11月前五天差评率',
    '先週の平均的な評判',
  ])('is not what is asked: %s', (question) => expect(read(question).unknowable).toBeNull());
});

describe('a question that names nothing', () => {
  const anchored = (question: string) => {
    const found = read(question);
    return isAnchored(found, wantedBy(found)?.intent ?? null) || found.topics.length > 0;
  };

  it.each([
    'how many?',
    'Did it work?',
    'Is it better than the old one?',
    'best one?',
    'how about the other one',
    'why?',
  ])('is asked back: %s', (question) => expect(anchored(question)).toBe(false));
  it.each([
    '那个怎么样了',
    '对比一下',
    '最高的是哪个',
    '跟那次比呢？',
    '多少',
    'どっちがいい？',
    '前のと比べて',
    '一番は？',
  ])('is asked back: %s', (question) => expect(anchored(question)).toBe(false));
  it.each(['How are we doing?', 'summary please', 'what should we fix first?', '大家最近在吐槽什么', '不満トップ3'])(
    'is none: %s',
    (question) => expect(anchored(question)).toBe(true),
  );
});

describe('days, weeks and months', () => {
  it.each([
    ['11月上旬每天的负面数量给我列一下', 'count', 'day'],
    ['weekly net mood since Oct 1', 'trend', 'week'],
    ['月ごとのコメント数', 'count', 'month'],
    ['which week was the worst?', 'ranking', 'week'],
    ['哪个月差评最多', 'ranking', 'month'],
    ['一番不満が多い日はいつですか', 'ranking', 'day'],
  ])('%s', (question, intent, by) => {
    const { wanted } = typed(question);
    expect([wanted.intent, wanted.by]).toEqual([intent, by]);
  });

  it.each([
    ['first half of november against second half', ['2026-11-01..2026-11-15', '2026-11-16..2026-11-30']],
    ['10月上旬和下旬对比', ['2026-10-01..2026-10-10', '2026-10-21..2026-10-31']],
    ['10月16号开始的那几天微博怎么了', ['2026-10-16..2026-10-20']],
    ['mood right now', []],
  ])('reads %s', (question, periods) => {
    expect(read(question).periods.map(({ from, to }) => `${from}..${to}`)).toEqual(periods);
  });

  it.each([
    ['跟上周同期比，这周骂的人多了还是少了', '2026-11-16..2026-11-20'],
    ['先週比で不満は増えてる？', '2026-11-16..2026-11-22'],
    ['is sentiment up or down vs the previous week, this week so far', '2026-11-16..2026-11-22'],
    ['yesterday vs the same day last week, number of negatives', '2026-11-19..2026-11-19'],
  ])('compares %s', (question, compared) => {
    const period = read(question).compared;
    expect(`${period?.from}..${period?.to}`).toBe(compared);
  });

  it.each([
    ['mood the week before the update and the week after it', 'update', 'around', 7],
    ['how many complaints in the first week after the update', 'update', 'after', 7],
    ['道歉信之后三天微博的负面占比', '道歉信', 'after', 3],
    ['アップデート後1週間のネガティブ率は', 'アップデート', 'after', 7],
  ])('reads the days around an event: %s', (question, name, side, days) => {
    expect(read(question).event).toMatchObject({ name, side, days });
  });

  it('reads an event right before a topic', () => {
    const { event, topics } = read('2.4更新以来续航相关评论占多少');
    expect([event?.name, ...topics.map(({ words }) => words)]).toEqual(['2.4更新', '续航']);
  });

  it('takes no mood for an event', () => {
    const asked = read('How has the mood around comfort changed from October to November?');
    expect(asked.event).toBeNull();
    expect(asked.topics.map(({ words }) => words)).toEqual(['comfort']);
    expect(read('Has the apology changed anything?').event?.name).toBe('apology');
  });

  it('keeps the week of a summary of this week', () => {
    expect(read('这周总结一下').periods).toHaveLength(1);
  });

  it('knows a holiday that lies ahead', () => {
    expect(read('How many complaints will there be on Christmas?').ahead).toBe(true);
    expect(read('双十一那天有多少差评').ahead).toBe(false);
  });
});

describe('slips', () => {
  it('are mended where one word is meant', () => {
    expect([...slips('how mnay negtive coments about batery', ['battery life'])]).toEqual([
      ['mnay', 'many'],
      ['negtive', 'negative'],
      ['coments', 'comments'],
      ['batery', 'battery'],
    ]);
  });

  it('are offered where a name is near', () => {
    expect(nearWords('spatail audoi', ['spatial audio', 'price'])[0]).toEqual(['spatail audoi', 'spatial audio']);
    expect(nearWords('バッテリ', ['バッテリー'])[0]).toEqual(['バッテリ', 'バッテリー']);
    expect(nearWords('电他', ['电池'])).toEqual([]);
  });

  it('are counted with swapped letters as one', () => {
    expect([distance('abcd', 'abdc'), distance('abc', 'abc'), distance('ab', 'abcd'), distance('a', 'abcd')]).toEqual([
      1,
      0,
      2,
      Infinity,
    ]);
  });
});

describe('the language of a question', () => {
  it('is that of its sentence, whatever names it has', () => {
    expect(questionLanguage("How's the 客服响应 monitor doing this month?")).toBe('en');
    expect(questionLanguage('App Store上周净情绪多少？')).toBe('zh');
    expect(questionLanguage('YouTubeのコメントは？')).toBe('ja');
  });
});
